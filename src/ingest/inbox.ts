import { mkdirSync } from 'node:fs'
import { lstat, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Result } from '../failure.ts'
import { mostBytes } from './read-arrivals.ts'

/** What the inbox works with. */
export interface InboxOptions {
  readonly folder: string
  /** Takes in one file; what it answers decides where the file goes. */
  readonly receive: (bytes: Uint8Array, name: string) => Promise<Result<unknown>>
  readonly milliseconds?: number
}

/** Looks into a folder again and again: a file that has stopped growing becomes an article and moves to `done/`, or to `failed/` with a text that says why. */
export function watchInbox({ folder, receive, milliseconds = 1500 }: InboxOptions): {
  readonly look: () => Promise<void>
  readonly stop: () => void
} {
  for (const name of ['', 'done', 'failed']) mkdirSync(path.join(folder, name), { recursive: true })
  const sizes = new Map<string, number>()
  let busy = false
  const look = async (): Promise<void> => {
    if (busy) return
    busy = true
    try {
      for (const name of (await readdir(folder)).sort()) {
        const file = path.join(folder, name)
        const status = await lstat(file).catch(() => undefined)
        // Links and folders are never followed.
        if (status === undefined || !status.isFile() || name.startsWith('.')) continue
        if (sizes.get(name) !== status.size) {
          sizes.set(name, status.size)
          continue
        }
        sizes.delete(name)
        await takeIn(folder, name, status.size, receive)
      }
    } finally {
      busy = false
    }
  }
  const timer = setInterval(() => void look().catch(() => undefined), milliseconds)
  return { look, stop: () => clearInterval(timer) }
}

async function takeIn(folder: string, name: string, size: number, receive: InboxOptions['receive']): Promise<void> {
  const file = path.join(folder, name)
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
  let problem: string | undefined
  try {
    const result =
      size > mostBytes
        ? { ok: false as const, failure: { kind: 'too-long' as const, reason: 'The file is too big.' } }
        : await receive(new Uint8Array(await readFile(file)), name)
    if (!result.ok)
      problem = `${result.failure.reason}\n${'cause' in result.failure ? (result.failure.cause ?? '') : ''}`
  } catch (error) {
    problem = `This file could not be read.\n${String(error)}`
  }
  const target = path.join(folder, problem === undefined ? 'done' : 'failed', `${stamp}-${name}`)
  await rename(file, target)
  if (problem !== undefined) await writeFile(`${target}.txt`, `${problem.trim()}\n`)
}
