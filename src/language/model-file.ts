/** What the header of a model file says. */
export interface ModelHeader {
  /** Width of one LSTM direction, a multiple of 16. */
  readonly hidden: number
  readonly layers: number
  /** Width of the arc and label scorers. */
  readonly arcWidth: number
  readonly labelWidth: number
  /** Width of the affix features, and how many buckets they are hashed into. */
  readonly affixWidth: number
  readonly affixBuckets: number
  readonly wordWidth: number
  /** Numbers of outputs, padded to 16. */
  readonly universalPadded: number
  readonly pennPadded: number
  readonly labelsPadded: number
  readonly universalTags: readonly string[]
  readonly pennTags: readonly string[]
  /** Universal and Penn tags that go together, as "NOUN/NN". */
  readonly tagPairs: readonly string[]
  readonly labels: readonly string[]
  /** Words with a trained vector; 0 is unknown, 1 the root. */
  readonly words: readonly string[]
  /** Words with a fixed vector (GloVe), most frequent first. */
  readonly vectorWords: readonly string[]
  readonly parameters: readonly { readonly name: string; readonly rows: number; readonly columns: number }[]
  /** Softmax temperatures that make the probabilities honest; 1 where not measured. */
  readonly temperatures: { readonly tag: number; readonly arc: number; readonly label: number }
}

/** Weights row by row, one byte a value, with one scale a column. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly values: Int8Array
  readonly scales: Float32Array
}

/** Vectors of words or affixes, one byte a value, with one scale a row. */
export interface VectorTable {
  readonly rows: number
  readonly columns: number
  readonly values: Int8Array
  readonly scales: Float32Array
}

/** A decoded model file. */
export interface Model {
  readonly header: ModelHeader
  readonly matrices: ReadonlyMap<string, Matrix>
  readonly biases: ReadonlyMap<string, Float32Array>
  /** Trained word vectors. */
  readonly words: VectorTable
  /** Affix vectors. */
  readonly affixes: VectorTable
  /** Fixed word vectors. */
  readonly vectors: VectorTable
}

/** First bytes of a model file. */
export const modelMark = 'NEWSEASE-PARSER-2\n'

/** Names of the parameters that are tables of vectors, with a scale a row: trained words, affixes. */
export const tableNames: readonly string[] = ['E', 'Af']

/**
 * Reads a model file: mark, length of the header (uint32 LE), header as JSON, then each parameter in the header's order
 * (one row: float32; else the float32 scales and one byte a value), then the fixed vectors (a float32 scale a word, 4 bits a value).
 * Throws an Error on a file of another kind.
 */
export function readModel(bytes: Uint8Array): Model {
  const text = new TextDecoder()
  const mark = text.decode(bytes.subarray(0, modelMark.length))
  if (mark !== modelMark) throw new Error(`parser: the model file starts with "${mark}", not "${modelMark.trim()}"`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(modelMark.length, true)
  let place = modelMark.length + 4
  // The file is made by our own training script; its header has this shape by construction.
  const header = JSON.parse(text.decode(bytes.subarray(place, place + length))) as ModelHeader
  place += length
  const floats = (count: number): Float32Array => {
    const values = new Float32Array(count)
    new Uint8Array(values.buffer).set(bytes.subarray(place, place + 4 * count))
    place += 4 * count
    return values
  }
  const matrices = new Map<string, Matrix>()
  const biases = new Map<string, Float32Array>()
  const tables = new Map<string, VectorTable>()
  for (const { name, rows, columns } of header.parameters) {
    if (rows === 1) {
      biases.set(name, floats(columns))
      continue
    }
    const isTable = tableNames.includes(name)
    const scales = floats(isTable ? rows : columns)
    const values = new Int8Array(bytes.buffer, bytes.byteOffset + place, rows * columns)
    place += rows * columns
    ;(isTable ? tables : matrices).set(name, { rows, columns, values, scales })
  }
  const [words, affixes] = tableNames.map((name) => tables.get(name))
  if (words === undefined || affixes === undefined) throw new Error('parser: the model file has no word vectors')
  const scales = floats(header.vectorWords.length)
  const vectors = fourBits(bytes.subarray(place), header.vectorWords.length, header.wordWidth, scales)
  return { header, matrices, biases, words, affixes, vectors }
}

/** Two values a byte, the first in the upper half, 8 standing for 0. */
function fourBits(packed: Uint8Array, rows: number, columns: number, scales: Float32Array): VectorTable {
  const values = new Int8Array(rows * columns)
  const half = (rows * columns) / 2
  for (let at = 0; at < half; at += 1) {
    const pair = packed[at] ?? 0
    values[2 * at] = (pair >> 4) - 8
    values[2 * at + 1] = (pair & 15) - 8
  }
  return { rows, columns, values, scales }
}
