// Prints figures that are too slow or too dependent on outside data for a test: npm run quality [-- NAME [more]]
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'

/** What each file beside this one exports. */
interface Quality {
  readonly run: (values: readonly string[]) => Promise<void> | void
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => basename(file, '.ts'))
const [name, ...more] = process.argv.slice(2)
if (name === undefined) {
  for (const one of names) {
    console.log(`\n=== ${one} ===`)
    await (await load(one)).run([])
  }
} else if (names.includes(name)) {
  await (await load(name)).run(more)
} else {
  console.error(`Say which: npm run quality -- ${names.join(' | ')}; without a name, all of them.`)
  process.exitCode = 1
}

async function load(one: string): Promise<Quality> {
  // The name is one of the files just listed, and each of them exports `run`.
  return (await import(`./${one}.ts`)) as Quality
}
