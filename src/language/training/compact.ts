import { modelMark, tableNames } from '../model-file.ts'
import { readTrained } from './trained-file.ts'

/** Softmax temperatures of the outputs. */
export interface Temperatures {
  readonly tag: number
  readonly arc: number
  readonly label: number
}

/**
 * The small model file out of a trained one: weights in one byte, fixed vectors in four bits.
 * `vectors` holds one vector of the model's word width for each of `vectorWords`; as many are kept as were trained with.
 */
export function compact(
  trained: Uint8Array,
  vectors: Float32Array,
  vectorWords: readonly string[],
  temperatures: Temperatures,
): Uint8Array {
  const { numbers, lists, parameters, values } = readTrained(trained)
  const number = (name: string): number => {
    const found = numbers.get(name)
    if (found === undefined) throw new Error(`training: the trained file has no "${name}"`)
    return found
  }
  const list = (name: string): readonly string[] => lists.get(name) ?? []
  const kept = Math.min(number('vectorCount'), vectorWords.length)
  const header = {
    hidden: number('hidden'),
    layers: number('layers'),
    arcWidth: number('arcWidth'),
    labelWidth: number('labelWidth'),
    affixWidth: number('affixWidth'),
    affixBuckets: number('affixBuckets'),
    wordWidth: number('wordWidth'),
    universalPadded: number('universalPadded'),
    pennPadded: number('pennPadded'),
    labelsPadded: number('labelsPadded'),
    universalTags: list('universalTags'),
    pennTags: list('pennTags'),
    tagPairs: list('tagPairs'),
    labels: list('labels'),
    words: list('words'),
    vectorWords: vectorWords.slice(0, kept),
    parameters,
    temperatures,
  }
  const head = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  const parts: Buffer[] = [Buffer.from(modelMark), length, head]
  let place = 0
  for (const { name, rows, columns } of parameters) {
    const own = values.subarray(place, place + rows * columns)
    place += rows * columns
    if (rows === 1) parts.push(Buffer.from(own.slice().buffer))
    else parts.push(...toBytes(own, rows, columns, tableNames.includes(name)))
  }
  parts.push(...toHalfBytes(vectors, kept, number('wordWidth')))
  return Buffer.concat(parts)
}

/** The same model file with other temperatures. */
export function withTemperatures(model: Uint8Array, temperatures: Temperatures): Uint8Array {
  const start = modelMark.length + 4
  const bytes = Buffer.from(model)
  const end = start + bytes.readUInt32LE(modelMark.length)
  const header: unknown = JSON.parse(bytes.toString('utf8', start, end))
  const head = Buffer.from(JSON.stringify({ ...(typeof header === 'object' ? header : {}), temperatures }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  return Buffer.concat([bytes.subarray(0, modelMark.length), length, head, bytes.subarray(end)])
}

/** One byte a value, with one scale a row or a column. */
function toBytes(values: Float32Array, rows: number, columns: number, byRow: boolean): readonly Buffer[] {
  const largest = new Float32Array(byRow ? rows : columns).fill(1e-8)
  const group = (row: number, column: number): number => (byRow ? row : column)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = group(row, column)
      largest[at] = Math.max(largest[at] ?? 0, Math.abs(values[row * columns + column] ?? 0))
    }
  }
  const scales = largest.map((most) => most / 127)
  const packed = new Int8Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      packed[at] = Math.max(-127, Math.min(127, Math.round((values[at] ?? 0) / (scales[group(row, column)] ?? 1))))
    }
  }
  return [Buffer.from(scales.buffer), Buffer.from(packed.buffer)]
}

/** Four bits a value: -7 to 7 of a scale that cuts off the largest 15 %. */
function toHalfBytes(values: Float32Array, rows: number, columns: number): readonly Buffer[] {
  const scales = new Float32Array(rows)
  const packed = Buffer.alloc((rows * columns) / 2)
  const small = (value: number, scale: number): number => Math.max(-7, Math.min(7, Math.round(value / scale))) + 8
  for (let row = 0; row < rows; row += 1) {
    const own = values.subarray(row * columns, (row + 1) * columns)
    const scale = (own.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-8) * 0.85) / 7
    scales[row] = scale
    for (let at = 0; at < columns; at += 2) {
      packed[(row * columns + at) / 2] = (small(own[at] ?? 0, scale) << 4) | small(own[at + 1] ?? 0, scale)
    }
  }
  return [Buffer.from(scales.buffer), packed]
}
