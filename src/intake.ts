import type { Result } from './failure.ts'
import { done } from './failure.ts'
import { readArrivals, type Told } from './ingest/read-arrivals.ts'
import type { Queue } from './jobs/queue.ts'
import type { SaveOutcome, Store } from './store/store.ts'

/** Takes in some bytes from anywhere: cleaned, checked, kept and queued; a refusal is kept for the operator. */
export async function takeIn(
  bytes: Uint8Array,
  told: Told,
  origin: string,
  store: Store,
  queue: Queue,
  now: string,
): Promise<Result<readonly SaveOutcome[]>> {
  const read = await readArrivals(bytes, told)
  if (!read.ok) {
    const { kind, reason, cause } = read.failure
    await store.addRefusal({ at: now, origin, kind, reason, ...(cause === undefined ? {} : { cause }) })
    return read
  }
  const outcomes: SaveOutcome[] = []
  for (const arrival of read.value) {
    const outcome = await store.saveArticle(arrival, now)
    if (outcome.kind !== 'same' || outcome.article.state === 'waiting')
      await queue.add(
        { kind: 'prepare', article: outcome.article.id, version: outcome.article.version },
        { priority: 5 },
      )
    outcomes.push(outcome)
  }
  return done(outcomes)
}
