import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'

let found: boolean | undefined

/** Whether bubblewrap is here and may make namespaces; tried once. */
export function hasBubblewrap(): boolean {
  found ??=
    spawnSync('bwrap', ['--ro-bind', '/', '/', '--unshare-all', '--die-with-parent', 'true'], {
      stdio: 'ignore',
      timeout: 10_000,
    }).status === 0
  return found
}

const systemFolders = [
  '/usr',
  '/lib',
  '/lib32',
  '/lib64',
  '/bin',
  '/sbin',
  '/etc/alternatives',
  '/etc/ld.so.cache',
  '/etc/ssl/certs',
]

/**
 * The command as it is run: in namespaces of its own, without network, with the system read-only, seeing nothing of
 * the host but its own folder. Our Node stands first on the path.
 */
export function inBubblewrap(
  work: string,
  command: readonly string[],
  env: Readonly<Record<string, string>>,
): string[] {
  const binds = systemFolders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => ['--ro-bind', folder, folder])
  const set = Object.entries({
    ...env,
    HOME: '/work',
    TMPDIR: '/tmp',
    PATH: '/allmende/bin:/usr/local/bin:/usr/bin:/bin',
  }).flatMap(([name, value]) => ['--setenv', name, value])
  return [
    'bwrap',
    ...binds,
    '--ro-bind',
    dirname(process.execPath),
    '/allmende/bin',
    '--bind',
    work,
    '/work',
    '--tmpfs',
    '/tmp',
    '--proc',
    '/proc',
    '--dev',
    '/dev',
    '--unshare-all',
    '--hostname',
    'allmende',
    '--die-with-parent',
    '--new-session',
    '--chdir',
    '/work',
    '--clearenv',
    ...set,
    '--',
    ...command,
  ]
}

/** Without bubblewrap: the host's own path behind our Node, and nothing else of the environment. */
export function plainEnvironment(
  work: string,
  env: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    ...env,
    HOME: work,
    TMPDIR: work,
    PATH: `${dirname(process.execPath)}:${process.env.PATH ?? '/usr/bin:/bin'}`,
  }
}
