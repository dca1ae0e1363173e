import { readFileSync } from 'node:fs'
import type { Reader } from '../language/analysis.ts'
import { createPlainKernel, createWasmKernel } from '../language/kernel.ts'
import { readModel } from '../language/model-file.ts'
import { createParser, parserMemory } from '../language/parser.ts'
import { createReader } from '../language/reader.ts'

const language = new URL('../language/', import.meta.url)

/** Which weights to read: the main ones, or the second, independently trained ones that check rewrites. */
export type ModelName = 'parser' | 'second'

/** The reader with the weights that come with the project; `plain` runs it without WebAssembly. */
export function loadReader(options: { readonly model?: ModelName; readonly plain?: boolean } = {}): Reader {
  const model = readModel(new Uint8Array(readFileSync(new URL(`model/${options.model ?? 'parser'}.bin`, language))))
  const code = new Uint8Array(readFileSync(new URL('kernel.wasm', language)))
  const kernel = options.plain ? undefined : createWasmKernel(code, parserMemory)
  const ranks = new Map(model.header.vectorWords.map((word, rank) => [word, rank]))
  return createReader(createParser(model, kernel ?? createPlainKernel(parserMemory)), (word) => ranks.get(word))
}
