import { wholeUnit } from './kernel.ts'
import type { Model, VectorTable } from './model-file.ts'
import { affixesOf, hash, lowerAscii, vectorKeys } from './word-features.ts'

/** Word vectors enter the network in steps of 1/4096: 16 bits reach from -8 to 8. */
export const inputUnit = 4096

/** Numbers a word enters the network with, a multiple of 16. */
export function inputWidthOf({ header }: Model): number {
  return Math.ceil((header.wordWidth + header.affixWidth) / 16) * 16
}

/** What enters the network, in steps of 1/4096. */
export interface WordInputs {
  readonly root: Int16Array
  readonly word: (form: string, isFirst: boolean) => Int16Array
}

/** Sums the vectors that stand for a form: its own, its fixed one, and those of its affixes. */
export function createWordInputs(model: Model): WordInputs {
  const { header } = model
  const width = inputWidthOf(model)
  const words = new Map(header.words.map((word, index) => [word, index]))
  const vectors = new Map(header.vectorWords.map((word, index) => [word, index]))
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
      const vectorKey = vectorKeys(form).find((candidate) => vectors.has(candidate))
      const fixed = vectorKey === undefined ? undefined : vectors.get(vectorKey)
      return sum(words.get(lowerAscii(form)) ?? 0, fixed, affixesOf(form, isFirst))
    },
  }
}

function addRow(to: Float32Array, at: number, table: VectorTable, row: number): void {
  const scale = table.scales[row] ?? 0
  const from = row * table.columns
  for (let k = 0; k < table.columns; k += 1) to[at + k] = (to[at + k] ?? 0) + (table.values[from + k] ?? 0) * scale
}
