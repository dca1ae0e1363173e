import { setTimeout as wait } from 'node:timers/promises'
import { doTask, type TaskParts } from './tasks.ts'

/** How long a worker sleeps when there is nothing to do, and how often it renews its lease. */
const nap = 400
const renewal = 4_000

/** Does task after task until it is told to stop. One failing task never stops another. */
export async function work(
  name: string,
  parts: TaskParts,
  signal: AbortSignal,
  report: (problem: string) => void,
): Promise<void> {
  const { queue } = parts
  while (!signal.aborted) {
    const lease = await queue.lease(name)
    if (lease === undefined) {
      await wait(nap, undefined, { signal }).catch(() => undefined)
      continue
    }
    const timer = setInterval(() => void queue.renew(lease, name), renewal)
    try {
      await doTask(lease.task, parts, async (share, message) => {
        await queue.renew(lease, name, { share, message })
      })
      await queue.finish(lease, name)
    } catch (error) {
      const problem =
        error instanceof Error
          ? `${error.message}${error.cause === undefined ? '' : ` (${String(error.cause)})`}`
          : String(error)
      report(`${lease.task.kind}: ${problem}`)
      await queue.fail(lease, name, problem)
    } finally {
      clearInterval(timer)
    }
  }
}
