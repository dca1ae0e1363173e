import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Media } from './media.ts'

/** Media in a folder. A file is written under another name, flushed, and then renamed: what has its name is whole. */
export function createDiskMedia(folder: string): Media {
  mkdirSync(folder, { recursive: true })
  removeHalfWritten(folder)
  const place = (name: string): string => {
    if (!/^[a-z0-9][a-z0-9._-]{0,120}$/.test(name)) throw new Error(`media: "${name}" is not a plain name`)
    return path.join(folder, name)
  }
  return {
    put: async (name, bytes) => {
      const target = place(name)
      const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`
      try {
        const file = await open(temporary, 'wx')
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(temporary, target)
      } catch (error) {
        await rm(temporary, { force: true })
        throw new Error(`media: ${name} could not be written`, { cause: error })
      }
    },
    get: async (name) => {
      try {
        return new Uint8Array(await readFile(place(name)))
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    find: async (name) => {
      try {
        const target = place(name)
        return { bytes: (await stat(target)).size, path: target }
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    remove: async (name) => rm(place(name), { force: true }),
    list: async () => (await readdir(folder)).filter((name) => !name.endsWith('.tmp')).sort(),
  }
}

/** What a killed process was writing. Another process may be writing just now: only what is an hour old goes. */
function removeHalfWritten(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.tmp'))) {
    const file = path.join(folder, name)
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > 3_600_000) rmSync(file, { force: true })
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
