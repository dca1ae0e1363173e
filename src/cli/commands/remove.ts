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
  const { store, queue } = openData(environment)
  const count = await store.removeArticles(given.samples ? { samples: true } : { id: id ?? '' })
  // The wraps of those days went too: a running site makes them again from what is left.
  if (count > 0) await queue.add({ kind: 'sweep' })
  await store.close()
  if (count === 0 && !given.samples) throw new UsageError(`There is no article ${id}.`)
  await write(`${count === 1 ? '1 article was' : `${count} articles were`} removed.\n`)
  return 0
}
