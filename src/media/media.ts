/** Where files are kept. Names are plain (`[a-z0-9._-]`, no path); a name once written never changes its bytes. */
export interface Media {
  /** Writes whole or not at all; writing a name that is there already is fine and changes nothing. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>
  readonly get: (name: string) => Promise<Uint8Array | undefined>
  /** Size in bytes, and the path on disk where there is one, for sending ranges. */
  readonly find: (name: string) => Promise<{ readonly bytes: number; readonly path: string } | undefined>
  readonly remove: (name: string) => Promise<void>
  /** All names, ascending. */
  readonly list: () => Promise<readonly string[]>
}
