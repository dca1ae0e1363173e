import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Something that a worker is asked, and its answer, told apart by a number. */
interface Numbered {
  readonly id: number
}

/** A worker that answers questions; it starts with the first one and again after each fall. */
export interface AskingWorker<Question, Answer extends Numbered> {
  readonly ask: (question: Question, signal?: AbortSignal) => Promise<Answer | { readonly problem: string }>
  readonly close: () => Promise<void>
}

/** What a thread and a process have in common. */
interface Helper {
  readonly on: (event: 'message' | 'error' | 'exit', listener: (given: unknown) => void) => unknown
  readonly post: (question: object) => void
  readonly end: () => unknown
  /** Whether the program stays for it. */
  readonly hold: (isHeld: boolean) => void
}

/** Keeps a worker thread that answers one message with one message. A question that takes too long ends the thread. */
export function askWorker<Question, Answer extends Numbered>(
  script: URL,
  deadline: number,
): AskingWorker<Question, Answer> {
  return keepAsking(() => {
    const thread = new Worker(script)
    return {
      on: (event, listener) => thread.on(event, listener),
      post: (question) => thread.postMessage(question),
      end: () => thread.terminate(),
      hold: (isHeld) => (isHeld ? thread.ref() : thread.unref()),
    }
  }, deadline)
}

/** The same with a process of its own, for code that may fall and take its process with it. It is given one value, as JSON. */
export function askProcess<Question, Answer extends Numbered>(
  script: URL,
  data: unknown,
  deadline: number,
): AskingWorker<Question, Answer> {
  return keepAsking(() => {
    const child = fork(fileURLToPath(script), [JSON.stringify(data)], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    return {
      on: (event, listener) => child.on(event, listener),
      // One that has just gone is told by its end.
      post: (question) => child.send(question, () => undefined),
      end: () => child.kill('SIGKILL'),
      hold: (isHeld) => {
        if (isHeld) child.ref()
        else child.unref()
        if (isHeld) child.channel?.ref()
        else child.channel?.unref()
      },
    }
  }, deadline)
}

function keepAsking<Question, Answer extends Numbered>(
  begin: () => Helper,
  deadline: number,
): AskingWorker<Question, Answer> {
  let worker: Helper | undefined
  let next = 0
  const waiting = new Map<number, (answer: Answer | { readonly problem: string }) => void>()

  /** Ends the worker; whoever still waits is told, and the next question starts a new one. */
  const drop = async (problem: string): Promise<void> => {
    const ending = worker
    worker = undefined
    for (const resolve of waiting.values()) resolve({ problem })
    waiting.clear()
    await ending?.end()
  }

  const start = (): Helper => {
    if (worker !== undefined) return worker
    const made = begin()
    const fall = (problem: string): void => {
      if (worker === made) void drop(problem)
    }
    made.on('message', (given) => {
      const answer = given as Answer // The script is one of ours.
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
      if (waiting.size === 0) made.hold(false)
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
        running.hold(true)
        running.post({ ...question, id })
      }),
    close: () => drop('the voice was closed'),
  }
}
