import { readFileSync } from 'node:fs'
import type { Reader } from '../language/analysis.ts'
import { createPlainKernel, createWasmKernel } from '../language/kernel.ts'
import { type Model, readModel } from '../language/model-file.ts'
import { createParser, parserMemory } from '../language/parser.ts'
import { createReader } from '../language/reader.ts'

const language = new URL('../language/', import.meta.url)

/** Which weights to read: the main ones, or the second, independently trained ones that check rewrites. */
export type ModelName = 'parser' | 'second'

/** The reader with the weights that come with the project; `plain` runs it without WebAssembly. */
export function loadReader(options: { readonly model?: ModelName; readonly plain?: boolean } = {}): Reader {
  const model = loadModel(options.model ?? 'parser')
  const code = new Uint8Array(readFileSync(new URL('kernel.wasm', language)))
  const kernel = options.plain ? undefined : createWasmKernel(code, parserMemory)
  const ranks = new Map(model.header.vectorWords.map((word, rank) => [word, rank]))
  return createReader(createParser(model, kernel ?? createPlainKernel(parserMemory)), (word) => ranks.get(word))
}

/** The word vectors of the main parser, by word; undefined for a word that is not among its 75,000. */
export function loadVectors(): (word: string) => readonly number[] | undefined {
  const { header, vectors } = loadModel('parser')
  const rows = new Map(header.vectorWords.map((word, row) => [word, row]))
  return (word) => {
    const row = rows.get(word)
    if (row === undefined) return undefined
    const start = row * vectors.columns
    const scale = vectors.scales[row] ?? 0
    return Array.from(vectors.values.subarray(start, start + vectors.columns), (value) => value * scale)
  }
}

/** Model files by name: they are large, never change, and several ask for them. */
const models = new Map<ModelName, Model>()

function loadModel(name: ModelName): Model {
  const known = models.get(name)
  if (known !== undefined) return known
  const model = readModel(new Uint8Array(readFileSync(new URL(`model/${name}.bin`, language))))
  models.set(name, model)
  return model
}
