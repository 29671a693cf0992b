import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, lchownSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The most tasks (processes and threads) of a job. The kernel refuses more, so that a job that forks without end
 * cannot take the processor from the keeper that is to end it. RLIMIT_NPROC, getrlimit(2).
 */
const tasksMax = 4096

const works = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore', timeout: 10_000 }).status === 0

let found: boolean | undefined
let dropping: boolean | undefined
let limiting: boolean | undefined

/** Whether bubblewrap is here and may make namespaces; tried once. */
export function hasBubblewrap(): boolean {
  found ??= works('bwrap', '--ro-bind', '/', '/', '--unshare-all', '--die-with-parent', 'true')
  return found
}

/** Namespaces made by root itself, and the capabilities needed to become nobody in particular inside of them. */
const asRoot = [
  '--unshare-ipc',
  '--unshare-pid',
  '--unshare-net',
  '--unshare-uts',
  '--unshare-cgroup-try',
  ...['CAP_SETUID', 'CAP_SETGID', 'CAP_SETPCAP', 'CAP_SYS_RESOURCE'].flatMap((name, at) => [
    ...(at === 0 ? ['--cap-drop', 'ALL'] : []),
    '--cap-add',
    name,
  ]),
]

const become = (user: number) => [
  'setpriv',
  `--reuid=${user}`,
  `--regid=${user}`,
  '--clear-groups',
  '--no-new-privs',
  '--bounding-set=-all',
  '--inh-caps=-all',
]

/** Numbers that no account, container or service of a usual system has, systemd's UIDS-GIDS table. */
const userOf = (placement: string): number =>
  2_000_000_000 + Number.parseInt(placement.replaceAll('-', '').slice(0, 6), 16)

/**
 * The user a job runs as where the agent is root: one of its own, so that it is root nowhere and the kernel counts
 * its tasks alone; null where the agent is not root, or this cannot be done, and the job runs as the agent's user.
 */
export function jobUser(placement: string): number | null {
  dropping ??=
    process.getuid?.() === 0 &&
    hasBubblewrap() &&
    works(
      'bwrap',
      '--ro-bind',
      '/',
      '/',
      ...asRoot,
      '--die-with-parent',
      '--',
      ...become(userOf('0')),
      'true',
    )
  return dropping ? userOf(placement) : null
}

/** Gives a folder and what is in it to a user; links are given, not followed. */
export function giveFolder(folder: string, user: number): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) giveFolder(path, user)
    else lchownSync(path, user, user)
  }
  chownSync(folder, user, user)
}

/** The command under the limit of tasks, where the system has prlimit. */
export function withinLimits(command: readonly string[]): readonly string[] {
  limiting ??= works('prlimit', '--nproc', 'true')
  return limiting ? ['prlimit', `--nproc=${tasksMax}:${tasksMax}`, ...command] : command
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
 * the host but its own folder, as a user of its own where one is given (jobUser). Our Node stands first on the path.
 */
export function inBubblewrap(
  work: string,
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  user: number | null,
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
    ...['/etc', '/etc/ssl', '/allmende'].flatMap((folder) => ['--dir', folder]),
    ...binds,
    '--ro-bind',
    dirname(process.execPath),
    '/allmende/bin',
    '--bind',
    work,
    '/work',
    '--perms',
    '1777',
    '--tmpfs',
    '/tmp',
    '--proc',
    '/proc',
    '--dev',
    '/dev',
    ...(user === null ? ['--unshare-all'] : asRoot),
    '--hostname',
    'allmende',
    '--die-with-parent',
    '--new-session',
    '--chdir',
    '/work',
    '--clearenv',
    ...set,
    '--',
    ...(user === null ? [] : become(user)),
    ...withinLimits(command),
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
