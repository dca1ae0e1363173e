import { spawn } from 'node:child_process'
import { done, failed, type Result } from '../failure.ts'

/** A program to run, with fixed arguments; text goes to its standard input and is never part of a command. */
export interface ProgramCall {
  readonly program: string
  readonly values: readonly string[]
  readonly input: string
  /** Milliseconds that it may take. */
  readonly deadline: number
  readonly signal?: AbortSignal
}

/** Most bytes that a program may answer with: ten minutes of speech. */
const mostBytes = 60_000_000

/** What a program wrote to its standard output. No shell takes part. */
export function runProgram({ program, values, input, deadline, signal }: ProgramCall): Promise<Result<Buffer>> {
  return new Promise((resolve) => {
    const child = spawn(program, values, { shell: false, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
    const parts: Buffer[] = []
    let bytes = 0
    let complaint = ''
    const finish = (result: Result<Buffer>): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      child.kill('SIGKILL')
      resolve(result)
    }
    const giveUp = (why: string): void => finish(failed('voice-failed', 'The voice could not say this sentence.', why))
    const stop = (): void => giveUp('stopped')
    const timer = setTimeout(() => giveUp(`${program} took too long`), deadline)
    if (signal?.aborted === true) return stop()
    signal?.addEventListener('abort', stop, { once: true })
    child.once('error', (error) => giveUp(`${program}: ${error.message}`))
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > mostBytes) giveUp(`${program} said too much`)
      else parts.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = `${complaint}${String(chunk)}`.slice(0, 500)
    })
    child.once('close', (code) => {
      if (code === 0) finish(done(Buffer.concat(parts)))
      else giveUp(`${program} ended with ${code}: ${complaint}`)
    })
    // A program that has gone away is told by its end, not by this pipe.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
