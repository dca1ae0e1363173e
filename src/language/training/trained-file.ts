/** What `parser-trainer.cpp` wrote: settings, lists, and the weights as floats. */
export interface Trained {
  /** All lines before the weights. */
  readonly head: string
  readonly numbers: ReadonlyMap<string, number>
  readonly lists: ReadonlyMap<string, readonly string[]>
  readonly parameters: readonly { readonly name: string; readonly rows: number; readonly columns: number }[]
  readonly values: Float32Array
}

/** Reads the text lines and, behind an empty line, the weights. */
export function readTrained(bytes: Uint8Array): Trained {
  const buffer = Buffer.from(bytes)
  const end = buffer.indexOf('\n\n')
  const numbers = new Map<string, number>()
  const lists = new Map<string, readonly string[]>()
  const parameters: { name: string; rows: number; columns: number }[] = []
  for (const line of buffer.toString('utf8', 0, end).split('\n')) {
    const [name = '', ...rest] = line.split(' ')
    if (name === 'parameter') parameters.push({ name: rest[0] ?? '', rows: Number(rest[1]), columns: Number(rest[2]) })
    else if (rest.length === 1 && /^\d+$/.test(rest[0] ?? '')) numbers.set(name, Number(rest[0]))
    else lists.set(name, rest)
  }
  const values = new Float32Array((buffer.length - end - 2) / 4)
  new Uint8Array(values.buffer).set(buffer.subarray(end + 2))
  return { head: buffer.toString('utf8', 0, end), numbers, lists, parameters, values }
}

/** A trained file out of its lines and its weights. */
export function writeTrained(head: string, values: Float32Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${head}\n\n`), Buffer.from(values.buffer, values.byteOffset, values.byteLength)])
}
