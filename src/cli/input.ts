import { readFile, writeFile } from 'node:fs/promises'
import type { Failure } from '../failure.ts'

/** Something that the user can mend: told in one line, without a stack. */
export class UsageError extends Error {}

// Far more than any command takes; it keeps an endless pipe from filling the memory.
const mostInput = 64_000_000

/** The bytes of a file, or of standard input where there is no name or "-". */
export async function readInput(file: string | undefined): Promise<Uint8Array> {
  if (file !== undefined && file !== '-') {
    try {
      return new Uint8Array(await readFile(file))
    } catch (error) {
      throw new UsageError(`${file} cannot be read.`, { cause: error })
    }
  }
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array)
    length += bytes.length
    if (length > mostInput) throw new UsageError('The text is too long.')
    chunks.push(bytes)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** Whether a text that is no story can still be scored and spoken as it stands: it is plain English, only not an article. */
export function standsAlone({ kind }: Failure): boolean {
  return (
    kind === 'too-short' ||
    kind === 'no-article' ||
    kind === 'link-list' ||
    kind === 'cut-off' ||
    kind === 'not-english'
  )
}

/** A level given as "1" or "2"; 2 where none is given. */
export function readLevel(text: string | undefined): 1 | 2 {
  if (text === undefined || text === '2') return 2
  if (text === '1') return 1
  throw new UsageError(`The level is 1 or 2, not "${text}".`)
}

/** A day like 2026-11-23, perhaps with a time behind it; days that no calendar has are told. */
export function readDay(text: string): string {
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text) ?? []
  const time = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
  // JavaScript reads 30 February as 2 March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day || Number.isNaN(Date.parse(text)))
    throw new UsageError(`The date is written like 2026-11-23, not "${text}".`)
  return text
}

/** Writes a file that the user named. */
export async function writeOut(file: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeFile(file, content)
  } catch (error) {
    throw new UsageError(`${file} cannot be written.`, { cause: error })
  }
}

/** Writes to standard output and waits until it is taken; a reader that has gone away is fine. */
export function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined || ('code' in error && error.code === 'EPIPE')) resolve()
      else reject(error)
    })
  })
}
