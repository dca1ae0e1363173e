import { Worker } from 'node:worker_threads'

/** Something that a worker thread is asked, and its answer, told apart by a number. */
interface Numbered {
  readonly id: number
}

/** A worker thread that answers questions; it starts with the first one and again after each fall. */
export interface AskingWorker<Question, Answer extends Numbered> {
  readonly ask: (question: Question, signal?: AbortSignal) => Promise<Answer | { readonly problem: string }>
  readonly close: () => Promise<void>
}

/** Keeps a worker thread that answers one message with one message. A question that takes too long ends the worker. */
export function askWorker<Question, Answer extends Numbered>(
  script: URL,
  data: unknown,
  deadline: number,
): AskingWorker<Question, Answer> {
  let worker: Worker | undefined
  let next = 0
  const waiting = new Map<number, (answer: Answer | { readonly problem: string }) => void>()

  /** Ends the worker; whoever still waits is told, and the next question starts a new one. */
  const drop = async (problem: string): Promise<void> => {
    const ending = worker
    worker = undefined
    for (const resolve of waiting.values()) resolve({ problem })
    waiting.clear()
    await ending?.terminate()
  }

  const start = (): Worker => {
    if (worker !== undefined) return worker
    const made = new Worker(script, { workerData: data })
    const fall = (problem: string): void => {
      if (worker === made) void drop(problem)
    }
    made.on('message', (answer: Answer) => {
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
      if (waiting.size === 0) made.unref()
    })
    made.on('error', (error) => fall(String(error)))
    made.on('exit', () => fall('the voice stopped'))
    worker = made
    return made
  }

  return {
    ask: (question, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve({ problem: 'stopped' })
        const id = next++
        const finish = (answer: Answer | { readonly problem: string }): void => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', stop)
          resolve(answer)
        }
        const giveUp = (problem: string): void => {
          waiting.delete(id)
          finish({ problem })
          void drop('the voice stopped')
        }
        const stop = (): void => giveUp('stopped')
        const timer = setTimeout(() => giveUp('took too long'), deadline)
        signal?.addEventListener('abort', stop, { once: true })
        waiting.set(id, finish)
        const running = start()
        running.ref()
        running.postMessage({ ...question, id })
      }),
    close: () => drop('the voice was closed'),
  }
}
