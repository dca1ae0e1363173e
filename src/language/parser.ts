import { exponential, type Kernel, wholeUnit } from './kernel.ts'
import type { Matrix, Model, VectorTable } from './model-file.ts'
import { bestTree } from './spanning-tree.ts'
import { affixesOf, hash, lowerAscii, vectorKeys } from './word-features.ts'

/** What the parser says of one token. */
export interface ParsedWord {
  readonly upos: string
  readonly xpos: string
  /** Index of the head among the tokens; -1 for the root. */
  readonly head: number
  readonly relation: string
  readonly confidence: { readonly tag: number; readonly arc: number; readonly label: number }
}

/** Tags and parses the tokens of one sentence. */
export interface Parser {
  /** One answer for each form. Never throws; the same forms give the same tree on every machine. */
  readonly parse: (forms: readonly string[]) => readonly ParsedWord[]
}

/** Longer sentences are read in windows, so that the cost stays linear in the text. */
const window = 160
/** Bytes that the weights and one window need. */
export const parserMemory = 24 * 1024 * 1024

/** Word vectors enter the network in steps of 1/4096: 16 bits reach from -8 to 8. */
const inputUnit = 4096

/** What enters the network, in steps of 1/4096. */
interface Inputs {
  readonly root: Int16Array
  readonly word: (form: string, isFirst: boolean) => Int16Array
}

/** Where a matrix lies in the kernel's memory. */
interface Placed {
  readonly weights: number
  readonly scales: number
}

/**
 * A parser from a model: two-way LSTM with biaffine arcs (Dozat and Manning 2017), tags from a lower layer.
 * The kernel's memory belongs to this parser alone.
 */
export function createParser(model: Model, kernel: Kernel): Parser {
  const { header } = model
  const { floats, wholes } = kernel
  const width = header.hidden
  const inputWidth = Math.ceil((header.wordWidth + header.affixWidth) / 16) * 16
  const inputs = createInputs(model, inputWidth)
  const biases = (name: string): Float32Array => known(model.biases, name)
  let top = 65_536
  const allocate = (bytes: number): number => {
    const place = top
    top += (bytes + 63) & ~63
    if (top > floats.length * 4) throw new Error(`parser: ${top} bytes are needed and ${floats.length * 4} are there`)
    return place
  }

  const placed = new Map<string, Placed>()
  for (const [name, matrix] of model.matrices) {
    const isFloat = name === 'Bi' || name === 'Wo'
    const weights = allocate(matrix.rows * matrix.columns * (isFloat ? 4 : 2))
    const scales = allocate(matrix.columns * 4)
    if (isFloat) placeFloats(matrix, floats, weights / 4)
    else placeWholes(matrix, wholes, weights / 2)
    const unit = name.startsWith('W0') ? inputUnit : wholeUnit
    for (let column = 0; column < matrix.columns; column += 1)
      floats[scales / 4 + column] = (matrix.scales[column] ?? 0) / unit
    placed.set(name, { weights, scales })
  }
  const base = top

  /** n rows that all hold the bias. */
  const biasRows = (n: number, name: string): { readonly out: number; readonly columns: number } => {
    const values = biases(name)
    const out = allocate(n * values.length * 4)
    for (let t = 0; t < n; t += 1) floats.set(values, out / 4 + t * values.length)
    return { out, columns: values.length }
  }

  const linear = (n: number, from: number, depth: number, weights: string, bias: string): number => {
    const { out, columns } = biasRows(n, bias)
    const place = known(placed, weights)
    kernel.multiplyWhole(n, columns, depth, from, depth, place.weights, place.scales, out, columns)
    return out
  }

  const readInputs = (forms: readonly string[], startsSentence: boolean): number => {
    const layer = allocate((forms.length + 1) * inputWidth * 2)
    wholes.set(inputs.root, layer / 2)
    for (const [at, form] of forms.entries()) {
      wholes.set(inputs.word(form, at === 0 && startsSentence), layer / 2 + (at + 1) * inputWidth)
    }
    return layer
  }

  const parseWindow = (forms: readonly string[], startsSentence: boolean): readonly ParsedWord[] => {
    top = base
    const n = forms.length + 1
    const state = allocate(width * 4)
    const tagLayer = header.layers >= 3 ? 2 : 1
    let layer = readInputs(forms, startsSentence)
    let depth = inputWidth
    let tagInput = layer
    for (let level = 0; level < header.layers; level += 1) {
      const out = allocate(n * 2 * width * 2)
      for (const side of [0, 1]) {
        const gates = linear(n, layer, depth, `W${level}${side}`, `b${level}${side}`)
        const { weights, scales } = known(placed, `U${level}${side}`)
        kernel.recur(n, width, gates, weights, scales, state, out + side * width * 2, 2 * width, side)
      }
      layer = out
      depth = 2 * width
      if (level + 1 === tagLayer) tagInput = layer
    }
    const tags = linear(n, tagInput, depth, 'Wt', 'bt')
    const labels = linear(n, layer, depth, 'Wr', 'br')
    const padded = Math.ceil(n / 16) * 16
    const arcs = scoreArcs(n, linear(n, layer, depth, 'Wa', 'ba'), padded)
    return readOut(n, arcs, padded, tags, labels)
  }

  /** Score of each head for each word, rows of `padded` floats: where they lie. */
  const scoreArcs = (n: number, arcs: number, padded: number): number => {
    const size = header.arcWidth
    leak(floats, arcs / 4, n * 2 * size)
    const dependents = biasRows(n, 'Bh').out
    kernel.multiply(n, size, size, arcs, 2 * size, known(placed, 'Bi').weights, dependents, size)
    const heads = allocate(padded * size * 4)
    floats.fill(0, heads / 4, heads / 4 + padded * size)
    for (let word = 0; word < n; word += 1) {
      const panel = heads / 4 + ((word >> 4) << 4) * size + (word & 15)
      const from = arcs / 4 + word * 2 * size + size
      for (let k = 0; k < size; k += 1) floats[panel + k * 16] = floats[from + k] ?? 0
    }
    const raw = allocate(n * padded * 4)
    floats.fill(0, raw / 4, raw / 4 + n * padded)
    kernel.multiply(n, padded, size, dependents, size, heads, raw, padded)
    return raw
  }

  const findTree = (n: number, raw: number, padded: number): Int32Array => {
    const scores = new Float64Array(n * n).fill(-1e9)
    for (let word = 1; word < n; word += 1) {
      for (let head = 0; head < n; head += 1) {
        if (head !== word) scores[word * n + head] = floats[raw / 4 + word * padded + head] ?? 0
      }
    }
    return bestTree(n, scores)
  }

  const readOut = (n: number, arcs: number, padded: number, tags: number, labels: number): readonly ParsedWord[] => {
    const heads = findTree(n, arcs, padded)
    const size = header.labelWidth
    const hidden = allocate(n * size * 4)
    floats.fill(0, hidden / 4, hidden / 4 + size)
    for (let word = 1; word < n; word += 1) {
      const own = labels / 4 + word * 2 * size
      const head = labels / 4 + (heads[word] ?? 0) * 2 * size + size
      for (let k = 0; k < size; k += 1)
        floats[hidden / 4 + word * size + k] = (floats[own + k] ?? 0) + (floats[head + k] ?? 0)
    }
    leak(floats, hidden / 4, n * size)
    const { out } = biasRows(n, 'bo')
    kernel.multiply(n, header.labelsPadded, size, hidden, size, known(placed, 'Wo').weights, out, header.labelsPadded)
    const rootLabel = header.labels.indexOf('root')
    const { temperatures } = header
    const parsed: ParsedWord[] = []
    for (let word = 1; word < n; word += 1) {
      const head = heads[word] ?? 0
      const from = tags / 4 + word * (header.universalPadded + header.pennPadded)
      const universal = choose(floats, from, header.universalTags.length, temperatures.tag)
      const penn = choose(floats, from + header.universalPadded, header.pennTags.length, temperatures.tag)
      const label =
        head === 0
          ? { index: rootLabel, probability: 1 }
          : choose(floats, out / 4 + word * header.labelsPadded, header.labels.length, temperatures.label, rootLabel)
      parsed.push({
        upos: header.universalTags[universal.index] ?? 'X',
        xpos: header.pennTags[penn.index] ?? 'FW',
        head: head - 1,
        relation: header.labels[label.index] ?? 'dep',
        confidence: {
          tag: universal.probability,
          arc: probability(floats, arcs / 4 + word * padded, n, head, temperatures.arc, word),
          label: label.probability,
        },
      })
    }
    return parsed
  }

  return {
    parse: (forms) => {
      if (forms.length === 0) return []
      if (forms.length <= window) return parseWindow(forms, true)
      return parseLong(forms, parseWindow)
    },
  }
}

function known<Value>(map: ReadonlyMap<string, Value>, name: string): Value {
  const found = map.get(name)
  if (found === undefined) throw new Error(`parser: the model has no "${name}"`)
  return found
}

/** Sums the vectors of a form; remembers the forms it has seen. */
function createInputs(model: Model, width: number): Inputs {
  const { header } = model
  const words = new Map(header.words.map((word, index) => [word, index]))
  const vectors = new Map(header.vectorWords.map((word, index) => [word, index]))
  const seen = new Map<string, Int16Array>()
  const sum = (word: number, fixed: number | undefined, affixes: readonly string[]): Int16Array => {
    const total = new Float32Array(width)
    addRow(total, 0, model.words, word)
    if (fixed !== undefined) addRow(total, 0, model.vectors, fixed)
    for (const affix of affixes) addRow(total, header.wordWidth, model.affixes, hash(affix) % header.affixBuckets)
    return Int16Array.from(total, (value) => Math.max(-wholeUnit, Math.min(wholeUnit, Math.round(value * inputUnit))))
  }
  return {
    root: sum(1, undefined, ['ROOT']),
    word: (form, isFirst) => {
      const key = (isFirst ? '1' : '0') + form
      const before = seen.get(key)
      if (before !== undefined) return before
      const vectorKey = vectorKeys(form).find((candidate) => vectors.has(candidate))
      const fixed = vectorKey === undefined ? undefined : vectors.get(vectorKey)
      const made = sum(words.get(lowerAscii(form)) ?? 0, fixed, affixesOf(form, isFirst))
      if (seen.size >= 20_000) seen.clear()
      if (form.length <= 100) seen.set(key, made)
      return made
    },
  }
}

/** Into panels of 16 columns, as floats. */
function placeFloats({ rows, columns, values, scales }: Matrix, floats: Float32Array, place: number): void {
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const panel = place + (column & ~15) * rows
      floats[panel + row * 16 + (column & 15)] = (values[row * columns + column] ?? 0) * (scales[column] ?? 0)
    }
  }
}

/** Into panels of 16 columns, two rows together, as the kernel's `multiplyWhole` reads them. */
function placeWholes({ rows, columns, values }: Matrix, wholes: Int16Array, place: number): void {
  for (let row = 0; row < rows; row += 1) {
    const pair = place + (row >> 1) * 32 + (row & 1)
    for (let column = 0; column < columns; column += 1) {
      wholes[pair + (column & ~15) * rows + (column & 15) * 2] = values[row * columns + column] ?? 0
    }
  }
}

function addRow(to: Float32Array, at: number, table: VectorTable, row: number): void {
  const scale = table.scales[row] ?? 0
  const from = row * table.columns
  for (let k = 0; k < table.columns; k += 1) to[at + k] = (to[at + k] ?? 0) + (table.values[from + k] ?? 0) * scale
}

/** Negative values become a tenth. */
function leak(floats: Float32Array, from: number, count: number): void {
  for (let at = from; at < from + count; at += 1) {
    const value = floats[at] ?? 0
    if (value < 0) floats[at] = value * 0.1
  }
}

/** Scores this far below the chosen one add nothing that six digits show. */
const negligible = -15

/** Softmax probability of one of `count` scores from `from` on, without the one at `without`. */
function probability(
  scores: Float32Array,
  from: number,
  count: number,
  chosen: number,
  temperature: number,
  without: number,
): number {
  const own = scores[from + chosen] ?? 0
  let sum = 1
  for (let at = 0; at < count; at += 1) {
    const below = ((scores[from + at] ?? 0) - own) / temperature
    if (below > negligible && at !== chosen && at !== without) sum += exponential(below)
  }
  return 1 / sum
}

/** The likeliest of `count` outputs and its probability. */
function choose(
  scores: Float32Array,
  from: number,
  count: number,
  temperature: number,
  without = -1,
): { readonly index: number; readonly probability: number } {
  let index = without === 0 ? 1 : 0
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < count; at += 1) {
    const score = scores[from + at] ?? 0
    if (score <= most || at === without) continue
    most = score
    index = at
  }
  return { index, probability: probability(scores, from, count, index, temperature, without) }
}

/** Reads a very long sentence in windows that end at a mark where there is one; each window's root hangs on the first one's. */
function parseLong(
  forms: readonly string[],
  parseWindow: (forms: readonly string[], startsSentence: boolean) => readonly ParsedWord[],
): readonly ParsedWord[] {
  const all: ParsedWord[] = []
  let root = -1
  for (let start = 0; start < forms.length; ) {
    const end = windowEnd(forms, start)
    for (const word of parseWindow(forms.slice(start, end), start === 0)) {
      const isRoot = word.head < 0
      if (isRoot && root < 0) root = all.length
      if (isRoot && root < all.length) all.push({ ...word, head: root, relation: 'parataxis' })
      else all.push({ ...word, head: isRoot ? -1 : word.head + start })
    }
    start = end
  }
  return all
}

/** The last mark in the second half of the window from `start`, or the window's full length. */
function windowEnd(forms: readonly string[], start: number): number {
  const furthest = start + window
  if (furthest >= forms.length) return forms.length
  for (let end = furthest; end > start + window / 2; end -= 1) {
    if (/^[,;:.!?–—-]$/u.test(forms[end - 1] ?? '')) return end
  }
  return furthest
}
