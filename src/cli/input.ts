import { readFile } from 'node:fs/promises'

/** Something that the user can mend: told in one line, without a stack. */
export class UsageError extends Error {}

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
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array))
  return new Uint8Array(Buffer.concat(chunks))
}

/** A level given as "1" or "2"; 2 where none is given. */
export function readLevel(text: string | undefined): 1 | 2 {
  if (text === undefined || text === '2') return 2
  if (text === '1') return 1
  throw new UsageError(`The level is 1 or 2, not "${text}".`)
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
