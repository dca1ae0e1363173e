import type { Kernel } from './kernel.ts'
import type { Model } from './model-file.ts'
import { placeWeights } from './placed-weights.ts'
import { choose, probability } from './softmax.ts'
import { bestTree } from './spanning-tree.ts'
import { createTagChoice } from './tags.ts'
import { createWordInputs } from './word-inputs.ts'

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

/** Bytes of first-layer inputs that are remembered, so that a common word is multiplied once. */
const rememberedBytes = 40 * 1024 * 1024

/**
 * A parser from a model: two-way LSTM with biaffine arcs (Dozat and Manning 2017), tags from a lower layer.
 * The kernel's memory belongs to this parser alone.
 */
export function createParser(model: Model, kernel: Kernel): Parser {
  const { header } = model
  const { floats, wholes } = kernel
  const width = header.hidden
  const inputs = createWordInputs(model)
  const chooseTags = createTagChoice(header)
  const biases = (name: string): Float32Array => known(model.biases, name)
  let top = 65_536
  const allocate = (bytes: number): number => {
    const place = top
    top += (bytes + 63) & ~63
    if (top > floats.length * 4) throw new Error(`parser: ${top} bytes are needed and ${floats.length * 4} are there`)
    return place
  }

  const placed = placeWeights(model, kernel, allocate)
  const state = allocate(width * 4)
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

  /** The input part of the first layer's gates for one word: one direction, then the other. */
  const openGates = (vector: Int16Array): Float32Array => {
    const before = top
    const place = allocate(vector.length * 2)
    wholes.set(vector, place / 2)
    const both = new Float32Array(8 * width)
    for (const side of [0, 1]) {
      const out = linear(1, place, vector.length, `W0${side}`, `b0${side}`)
      both.set(floats.subarray(out / 4, out / 4 + 4 * width), side * 4 * width)
    }
    top = before
    return both
  }
  const rootGates = openGates(inputs.root)
  // Two generations: when the young one is full it becomes the old one, and what is used again is young again.
  let young = new Map<string, Float32Array>()
  let old = young
  const gatesOf = (form: string, isFirst: boolean): Float32Array => {
    const key = (isFirst ? '1' : '0') + form
    const remembered = young.get(key)
    if (remembered !== undefined) return remembered
    const made = old.get(key) ?? openGates(inputs.word(form, isFirst))
    if (form.length > 100) return made
    if (young.size * made.byteLength >= rememberedBytes / 2) {
      old = young
      young = new Map()
    }
    young.set(key, made)
    return made
  }

  /** Both directions of one layer: where its answers lie, n rows of twice the width, 16-bit. */
  const readLayer = (n: number, level: number, gatesFor: (side: number) => number): number => {
    const out = allocate(n * 2 * width * 2)
    for (const side of [0, 1]) {
      const { weights, scales } = known(placed, `U${level}${side}`)
      kernel.recur(n, width, gatesFor(side), weights, scales, state, out + side * width * 2, 2 * width, side)
    }
    return out
  }

  const readFirstLayer = (forms: readonly string[], startsSentence: boolean): number => {
    const all = [rootGates, ...forms.map((form, at) => gatesOf(form, at === 0 && startsSentence))]
    return readLayer(all.length, 0, (side) => {
      const gates = allocate(all.length * 4 * width * 4)
      for (const [t, both] of all.entries()) {
        floats.set(both.subarray(side * 4 * width, (side + 1) * 4 * width), gates / 4 + t * 4 * width)
      }
      return gates
    })
  }

  const parseWindow = (forms: readonly string[], startsSentence: boolean): readonly ParsedWord[] => {
    top = base
    const n = forms.length + 1
    const depth = 2 * width
    const tagLayer = header.layers >= 3 ? 2 : 1
    let layer = readFirstLayer(forms, startsSentence)
    let tagInput = layer
    for (let level = 1; level < header.layers; level += 1) {
      const below = layer
      layer = readLayer(n, level, (side) => linear(n, below, depth, `W${level}${side}`, `b${level}${side}`))
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
      const { probability: tag, upos, xpos } = chooseTags(floats, from)
      const label =
        head === 0
          ? { index: rootLabel, probability: 1 }
          : choose(floats, out / 4 + word * header.labelsPadded, header.labels.length, temperatures.label, rootLabel)
      parsed.push({
        upos,
        xpos,
        head: head - 1,
        relation: header.labels[label.index] ?? 'dep',
        confidence: {
          tag,
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

/** Negative values become a tenth. */
function leak(floats: Float32Array, from: number, count: number): void {
  for (let at = from; at < from + count; at += 1) {
    const value = floats[at] ?? 0
    if (value < 0) floats[at] = value * 0.1
  }
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
