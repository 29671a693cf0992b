#!/usr/bin/env node
// The command as npm links it: runs the built program, or says how to build it.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../../../dist/cli/main.js', import.meta.url)
if (!existsSync(fileURLToPath(built))) {
  process.stderr.write('allmende is not built yet: run `npm run build` in the project folder first.\n')
  process.exit(70)
}
await import(built.href)
