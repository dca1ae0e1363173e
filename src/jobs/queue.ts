import type { Spoken } from '../store/store.ts'

/** A piece of work that may be done more than once and has the same visible effect each time. */
export type Task =
  | { readonly kind: 'prepare'; readonly article: string; readonly version: number }
  | { readonly kind: 'narrate'; readonly spoken: Spoken }
  | { readonly kind: 'wrap'; readonly date: string }
  | { readonly kind: 'sweep' }

/** How far a task is, for the page that waits for it. */
export interface Progress {
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  /** 0–1. */
  readonly share: number
  /** Easy words for the reader. */
  readonly message?: string
}

/** A leased task. It comes back to others when its lease ends and was not renewed. */
export interface Lease {
  readonly id: string
  readonly task: Task
  readonly attempt: number
}

/** Work to do, kept where a crash does not lose it. Adapters pass `tests/jobs/contract.ts`. */
export interface Queue {
  /** A task with the key of one that still waits or runs is not added twice. Higher `priority` first; then oldest. */
  readonly add: (task: Task, options?: { readonly priority?: number; readonly notBefore?: string }) => Promise<void>
  readonly lease: (worker: string, kinds?: readonly Task['kind'][]) => Promise<Lease | undefined>
  readonly renew: (
    lease: Lease,
    worker: string,
    progress?: { readonly share: number; readonly message?: string },
  ) => Promise<boolean>
  readonly finish: (lease: Lease, worker: string) => Promise<void>
  /** Back-off doubles with each attempt; after the last one the task is `failed` and kept for the operator. */
  readonly fail: (lease: Lease, worker: string, problem: string) => Promise<void>
  readonly progress: (task: Task) => Promise<Progress | undefined>
  readonly counts: () => Promise<{ readonly waiting: number; readonly running: number; readonly failed: number }>
}

/** The key that makes two tasks the same. */
export function taskKey(task: Task): string {
  switch (task.kind) {
    case 'prepare':
      return `prepare:${task.article}:${task.version}`
    case 'narrate':
      return task.spoken.kind === 'story'
        ? `narrate:story:${task.spoken.article}:${task.spoken.level}`
        : `narrate:wrap:${task.spoken.date}`
    case 'wrap':
      return `wrap:${task.date}`
    case 'sweep':
      return 'sweep'
  }
}
