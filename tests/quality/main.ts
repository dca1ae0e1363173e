// Prints figures that are too slow or too dependent on outside data for a test: npm run quality -- NAME [more]
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'

/** What each file beside this one exports. */
interface Quality {
  readonly run: (values: readonly string[]) => Promise<void> | void
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => basename(file, '.ts'))
const [name = '', ...more] = process.argv.slice(2)
if (names.includes(name)) {
  // The name is one of the files just listed, and each of them exports `run`.
  const quality = (await import(`./${name}.ts`)) as Quality
  await quality.run(more)
} else {
  console.error(`Say which: npm run quality -- ${names.join(' | ')}`)
  process.exitCode = 1
}
