import { parseArgs } from 'node:util'
import { UsageError, write } from '../input.ts'
import { openData } from '../open-data.ts'

/** `remove ID` takes an article away for good; `remove --samples` all samples. */
export async function remove(
  values: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const { values: given, positionals } = parseArgs({
    args: [...values],
    allowPositionals: true,
    options: { samples: { type: 'boolean', default: false } },
  })
  const [id] = positionals
  if (!given.samples && id === undefined) throw new UsageError('Say which article: remove ID, or remove --samples')
  const { store } = openData(environment)
  const count = await store.removeArticles(given.samples ? { samples: true } : { id: id ?? '' })
  await store.close()
  await write(`${count === 1 ? '1 article was' : `${count} articles were`} removed.\n`)
  return count > 0 || given.samples ? 0 : 1
}
