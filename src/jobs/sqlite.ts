import { type Database, number, text } from '../store/database.ts'
import type { Lease, Progress, Queue, Task } from './queue.ts'
import { taskKey } from './queue.ts'

/** How long a lease lasts, how often a task is tried, and how long the first wait after a failure is. */
const leaseMilliseconds = 15_000
const mostAttempts = 5
const firstWait = 2_000

/** A queue in the store's own database. At least once: a worker that dies gives its task back when the lease ends. */
export function createSqliteQueue(database: Database, clock: () => number): Queue {
  const { all, one, run, together } = database

  // What failed or brought its worker down more than once goes behind all other work: one stuck task never stops another.
  const lease = (worker: string, kinds?: readonly Task['kind'][]): Lease | undefined => {
    const now = clock()
    run(
      "update jobs set state = 'failed', problem = coalesce(problem, 'the worker died each time') where state = 'running' and lease_until < ? and attempts >= ?",
      now,
      mostAttempts,
    )
    const rows = all(
      "select * from jobs where (state = 'waiting' and run_at <= ?) or (state = 'running' and lease_until < ?) order by attempts > 1, priority desc, run_at, id limit 50",
      now,
      now,
    )
    const row = rows.find(
      (candidate) => kinds === undefined || kinds.includes((JSON.parse(text(candidate, 'task')) as Task).kind),
    )
    if (row === undefined) return undefined
    const id = number(row, 'id')
    run(
      "update jobs set state = 'running', worker = ?, lease_until = ?, attempts = attempts + 1 where id = ?",
      worker,
      now + leaseMilliseconds,
      id,
    )
    // Only `add` writes tasks.
    return { id: String(id), task: JSON.parse(text(row, 'task')) as Task, attempt: number(row, 'attempts') + 1 }
  }

  return {
    add: async (task, options = {}) => {
      const now = clock()
      const runAt = options.notBefore === undefined ? now : Date.parse(options.notBefore)
      const key = taskKey(task)
      run(
        "insert into jobs (key, task, state, priority, run_at, added) values (?, ?, 'waiting', ?, ?, ?) on conflict do nothing",
        key,
        JSON.stringify(task),
        options.priority ?? 0,
        runAt,
        now,
      )
      run(
        "update jobs set run_at = min(run_at, ?), priority = max(priority, ?) where key = ? and state = 'waiting'",
        runAt,
        options.priority ?? 0,
        key,
      )
    },
    lease: async (worker, kinds) => together(() => lease(worker, kinds)),
    renew: async (held, worker, progress) =>
      run(
        "update jobs set lease_until = ?, share = coalesce(?, share), message = coalesce(?, message) where id = ? and worker = ? and state = 'running'",
        clock() + leaseMilliseconds,
        progress?.share ?? null,
        progress?.message ?? null,
        Number(held.id),
        worker,
      ) === 1,
    finish: async (held, worker) => {
      run(
        "update jobs set state = 'done', share = 1, worker = null where id = ? and worker = ? and state = 'running'",
        Number(held.id),
        worker,
      )
      run("delete from jobs where state = 'done' and added < ?", clock() - 7 * 86_400_000)
    },
    fail: async (held, worker, problem) => {
      const isLast = held.attempt >= mostAttempts
      run(
        'update jobs set state = ?, run_at = ?, problem = ?, worker = null where id = ? and worker = ?',
        isLast ? 'failed' : 'waiting',
        clock() + firstWait * 2 ** (held.attempt - 1),
        problem.slice(0, 2000),
        Number(held.id),
        worker,
      )
    },
    progress: async (task) => {
      const row = one('select state, share, message from jobs where key = ? order by id desc limit 1', taskKey(task))
      if (row === undefined) return undefined
      const message = row.message
      // The state column is only ever written with these values.
      return {
        state: text(row, 'state') as Progress['state'],
        share: number(row, 'share'),
        ...(typeof message === 'string' ? { message } : {}),
      }
    },
    counts: async () => {
      const counted = new Map(
        all('select state, count(*) as count from jobs group by state').map((row) => [
          text(row, 'state'),
          number(row, 'count'),
        ]),
      )
      return {
        waiting: counted.get('waiting') ?? 0,
        running: counted.get('running') ?? 0,
        failed: counted.get('failed') ?? 0,
      }
    },
  }
}
