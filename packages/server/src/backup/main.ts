import { fileURLToPath } from 'node:url'
import { openPglite, openPostgres } from '../db/connection.ts'
import { lockDataFolder } from '../db/data-folder.ts'
import { prepareSchema } from '../db/schema-version.ts'
import { readSettings } from '../settings.ts'
import { saveBackup } from './backup.ts'
import { checkBackup, restoreBackup } from './restore.ts'

const migrations = fileURLToPath(new URL('../server/migrations', import.meta.url))

/** The program behind `npm run backup` and `npm run restore`. */
async function main(): Promise<void> {
  const [what, file, ...rest] = process.argv.slice(2)
  if ((what !== 'backup' && what !== 'restore') || !file || rest.length > 0)
    throw new Error('Say what to do, and one file: npm run backup -- FILE, npm run restore -- FILE.')
  const settings = readSettings(process.env)
  const { dataDir, databaseUrl } = settings
  if (what === 'restore') await checkBackup(file, migrations)
  // PostgreSQL gives a view of one moment beside a running server; PGlite has one process.
  const unlock = databaseUrl && what === 'backup' ? () => undefined : lockDataFolder(dataDir)
  const db = databaseUrl ? await openPostgres(databaseUrl) : await openPglite(dataDir)
  try {
    await prepareSchema(db, migrations, dataDir, new Date())
    if (what === 'backup') {
      const { lines } = await saveBackup(db, {
        dataDir,
        migrations,
        version: settings.version,
        to: file,
        now: new Date(),
      })
      process.stdout.write(
        `Saved ${lines} lines to ${file}.\nIt holds keys and personal data: keep it where only you can read it.\n`,
      )
    } else {
      const { rows, files } = await restoreBackup(db, { dataDir, migrations, from: file })
      process.stdout.write(`Restored ${rows} rows and ${files} files. Start with: npm start\n`)
    }
  } finally {
    await db.close()
    unlock()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
