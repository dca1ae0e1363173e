import { setTimeout as wait } from 'node:timers/promises'
import type { Lease } from './queue.ts'
import { doTask, type TaskParts } from './tasks.ts'

/** How long a worker sleeps when there is nothing to do, and how often it renews its lease, in milliseconds. */
const nap = 400
const renewal = 4_000

/**
 * Does task after task until it is told to stop. One failing task never stops another, and one that tells nothing for
 * `patience` milliseconds counts as failed.
 */
export async function work(
  name: string,
  parts: TaskParts,
  signal: AbortSignal,
  report: (problem: string) => void,
  patience = 300_000,
): Promise<void> {
  const { queue } = parts
  while (!signal.aborted) {
    const lease = await queue.lease(name)
    if (lease === undefined) {
      await wait(nap, undefined, { signal }).catch(() => undefined)
      continue
    }
    const timer = setInterval(() => {
      queue.renew(lease, name).catch((error: unknown) => report(`${lease.task.kind}: ${problemOf(error)}`))
    }, renewal)
    try {
      await inTime(patience, (told) =>
        doTask(lease.task, parts, async (share, message) => {
          told()
          await queue.renew(lease, name, { share, message })
        }),
      )
      await queue.finish(lease, name)
    } catch (error) {
      const problem = problemOf(error)
      report(`${lease.task.kind}: ${problem}`)
      await queue.fail(lease, name, problem)
      await giveUp(lease, parts)
    } finally {
      clearInterval(timer)
    }
  }
}

/** An article whose last try failed says so, instead of waiting for ever. */
async function giveUp({ task }: Lease, { queue, store }: TaskParts): Promise<void> {
  if (task.kind !== 'prepare' || (await queue.progress(task))?.state !== 'failed') return
  const article = await store.article(task.article)
  if (article?.version === task.version && article.state === 'waiting')
    await store.failArticle(article.id, 'An easy text could not be made.')
}

/** Waits for a piece of work as long as it tells something every `patience` milliseconds. */
async function inTime(patience: number, start: (told: () => void) => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`nothing was heard of it for ${Math.round(patience / 1000)} seconds`)),
      patience,
    )
  })
  try {
    await Promise.race([start(() => timer?.refresh()), late])
  } finally {
    clearTimeout(timer)
  }
}

function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return `${error.message}${error.cause === undefined ? '' : ` (${String(error.cause)})`}`
}
