import { parseArgs } from 'node:util'
import { takeIn } from '../../intake.ts'
import { readInput, write } from '../input.ts'
import { openData } from '../open-data.ts'

/** `add`: files (or standard input) become articles; a running server makes their editions. */
export async function add(
  values: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const { positionals } = parseArgs({ args: [...values], allowPositionals: true, options: {} })
  const { store, queue } = openData(environment)
  let code = 0
  for (const file of positionals.length === 0 ? ['-'] : positionals) {
    const bytes = await readInput(file)
    const taken = await takeIn(
      bytes,
      file === '-' ? {} : { name: file },
      `command line ${file}`,
      store,
      queue,
      new Date().toISOString(),
    )
    if (taken.ok)
      for (const { kind, article } of taken.value)
        await write(`${kind}\t${article.id}\t${article.date}\t${article.arrival.fields.headline}\n`)
    else {
      code = 1
      process.stderr.write(`${file}: ${taken.failure.reason}\n`)
    }
  }
  await store.close()
  return code
}
