import type { Media } from './media.ts'

/** Media that is kept only while the process runs: for the command line and for tests. */
export function createMemoryMedia(): Media {
  const files = new Map<string, Uint8Array>()
  return {
    put: async (name, bytes) => {
      if (!files.has(name)) files.set(name, bytes)
    },
    get: async (name) => files.get(name),
    find: async (name) => {
      const bytes = files.get(name)
      return bytes === undefined ? undefined : { bytes: bytes.length, path: '' }
    },
    remove: async (name) => {
      files.delete(name)
    },
    list: async () => [...files.keys()].sort(),
  }
}
