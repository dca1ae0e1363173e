import { write } from '../input.ts'
import { openData } from '../open-data.ts'

/** `list`: every article, newest first: id, date, state, headline. */
export async function list(
  _values: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const { store } = openData(environment)
  for (const article of await store.articles({ limit: 10_000 })) {
    const { headline, sample } = article.arrival.fields
    await write(`${article.id}\t${article.date}\t${article.state}\t${headline}${sample ? ' (sample)' : ''}\n`)
  }
  await store.close()
  return 0
}
