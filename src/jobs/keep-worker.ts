import { Worker } from 'node:worker_threads'

/** What a worker thread tells the thread that keeps it. `beat` says only that it is not stuck. */
export type WorkerNews =
  | { readonly kind: 'beat' }
  | { readonly kind: 'log'; readonly level: 'warn' | 'error'; readonly message: string }

/** How a worker thread is started and watched. */
export interface KeepOptions {
  readonly script: URL
  readonly data: unknown
  readonly log: (level: 'warn' | 'error', message: string) => void
  /** Milliseconds between two looks, and how many looks without a beat mean that it is stuck. */
  readonly look?: number
  readonly mostSilent?: number
  /** Milliseconds before a fallen worker starts again. */
  readonly pause?: number
}

/**
 * Keeps one worker thread running: one that falls, or that has been silent too long because some work never ends, is
 * started again. Its task comes back when the lease ends, and is given up after some tries.
 */
export function keepWorker(options: KeepOptions): { readonly stop: (milliseconds: number) => Promise<void> } {
  const { script, data, log, look = 5_000, mostSilent = 24, pause = 2_000 } = options
  let stopping = false
  // Looks are counted, not time: a computer that slept wakes up without having waited.
  let silent = 0
  let again: NodeJS.Timeout | undefined
  let worker = begin()

  function begin(): Worker {
    silent = 0
    const made = new Worker(script, { workerData: data })
    made.on('message', (news: WorkerNews) => {
      silent = 0
      if (news.kind === 'log') log(news.level, news.message)
    })
    made.on('error', (error) => log('error', `the worker fell: ${error.stack ?? error.message}`))
    made.on('exit', () => {
      if (!stopping)
        again = setTimeout(() => {
          worker = begin()
        }, pause)
    })
    return made
  }

  const watch = setInterval(() => {
    silent += 1
    if (silent < mostSilent) return
    silent = 0
    log('error', 'the worker was stuck and is started again')
    void worker.terminate()
  }, look)

  return {
    stop: async (milliseconds) => {
      stopping = true
      clearInterval(watch)
      clearTimeout(again)
      // Between a fall and the next start there is nothing to wait for.
      if (worker.threadId === -1) return
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
      worker.postMessage('stop')
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds)
      })
      await Promise.race([ended, late])
      clearTimeout(timer)
      await worker.terminate()
    },
  }
}
