// Makes the small model file out of what the trainer wrote and the word vectors:
//   node src/language/training/compact.ts TRAINED.bin VECTORS WORDS COUNT OUT.bin
// VECTORS: float32, 100 a word. WORDS: one a line. COUNT: how many words to keep.
import { readFileSync, writeFileSync } from 'node:fs'
import { modelMark } from '../model-file.ts'

const width = 100

interface Trained {
  readonly [name: string]: unknown
  readonly params: readonly { readonly n: string; readonly r: number; readonly c: number }[]
}

const [trained = '', vectors = '', wordFile = '', count = '60000', out = 'parser.bin'] = process.argv.slice(2)
const bytes = readFileSync(trained)
const headerLength = bytes.readUInt32LE(0)
const header = JSON.parse(bytes.toString('utf8', 4, 4 + headerLength)) as Trained
let place = 4 + headerLength
const parts: Buffer[] = []
for (const { r, c } of header.params) {
  const values = new Float32Array(r * c)
  new Uint8Array(values.buffer).set(bytes.subarray(place, place + 4 * r * c))
  place += 4 * r * c
  if (r === 1) parts.push(Buffer.from(values.buffer))
  else parts.push(...toBytes(values, r, c))
}
const kept = Number(count)
const vectorWords = readFileSync(wordFile, 'utf8').split('\n').slice(0, kept)
const all = readFileSync(vectors)
const floats = new Float32Array(kept * width)
new Uint8Array(floats.buffer).set(all.subarray(0, kept * width * 4))
const head = Buffer.from(
  JSON.stringify({
    hidden: header.H,
    layers: header.L,
    arcWidth: header.DA,
    labelWidth: header.DL,
    affixWidth: header.DX,
    affixBuckets: header.NB,
    wordWidth: header.WD,
    universalPadded: header.NUp,
    pennPadded: header.NXp,
    labelsPadded: header.NLp,
    universalTags: header.upos,
    pennTags: header.xpos,
    labels: header.labels,
    words: header.words,
    vectorWords,
    parameters: header.params.map(({ n, r, c }) => ({ name: n, rows: r, columns: c })),
    temperatures: { tag: 1, arc: 1, label: 1 },
  }),
)
const length = Buffer.alloc(4)
length.writeUInt32LE(head.length)
writeFileSync(out, Buffer.concat([Buffer.from(modelMark), length, head, ...parts, ...toHalfBytes(floats, kept)]))

/** One byte a value, one scale a row. */
function toBytes(values: Float32Array, rows: number, columns: number): readonly Buffer[] {
  const scales = new Float32Array(rows)
  const packed = new Int8Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const own = values.subarray(row * columns, (row + 1) * columns)
    const largest = Math.max(1e-8, ...own.map(Math.abs))
    scales[row] = largest / 127
    for (const [column, value] of own.entries()) packed[row * columns + column] = Math.round(value / (largest / 127))
  }
  return [Buffer.from(scales.buffer), Buffer.from(packed.buffer)]
}

/** Four bits a value: -7 to 7 of a scale that cuts off the largest 15 %. */
function toHalfBytes(values: Float32Array, rows: number): readonly Buffer[] {
  const scales = new Float32Array(rows)
  const packed = Buffer.alloc((rows * width) / 2)
  const small = (value: number, scale: number): number => Math.max(-7, Math.min(7, Math.round(value / scale))) + 8
  for (let row = 0; row < rows; row += 1) {
    const own = values.subarray(row * width, (row + 1) * width)
    const scale = (Math.max(1e-8, ...own.map(Math.abs)) * 0.85) / 7
    scales[row] = scale
    for (let at = 0; at < width; at += 2) {
      packed[(row * width + at) / 2] = (small(own[at] ?? 0, scale) << 4) | small(own[at + 1] ?? 0, scale)
    }
  }
  return [Buffer.from(scales.buffer), packed]
}
