import { createPlainKernel, createWasmKernel } from '../kernel.ts'
import { readModel } from '../model-file.ts'
import { createParser, parserMemory } from '../parser.ts'
import { type Temperatures, withTemperatures } from './compact.ts'
import type { GoldWord } from './treebank.ts'

const candidates: readonly number[] = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.6, 1.8, 2.1, 2.4, 2.8]

/**
 * Temperatures that make the probabilities honest on the given sentences (Guo et al. 2017): for each output, the one under
 * which "right" and "wrong" are least surprising. The answers themselves do not change with them.
 */
export function calibrate(
  model: Uint8Array,
  kernelCode: Uint8Array<ArrayBuffer>,
  sentences: readonly (readonly GoldWord[])[],
): Temperatures {
  const best = { tag: 1, arc: 1, label: 1 }
  const least = { tag: Number.POSITIVE_INFINITY, arc: Number.POSITIVE_INFINITY, label: Number.POSITIVE_INFINITY }
  for (const candidate of candidates) {
    const surprise = surpriseOf(model, kernelCode, sentences, candidate)
    for (const output of ['tag', 'arc', 'label'] as const) {
      if (surprise[output] >= least[output]) continue
      least[output] = surprise[output]
      best[output] = candidate
    }
  }
  return best
}

/** Summed log loss of the confidences; a label is asked only where the head is right. */
function surpriseOf(
  model: Uint8Array,
  kernelCode: Uint8Array<ArrayBuffer>,
  sentences: readonly (readonly GoldWord[])[],
  temperature: number,
): Temperatures {
  const temperatures = { tag: temperature, arc: temperature, label: temperature }
  const kernel = createWasmKernel(kernelCode, parserMemory) ?? createPlainKernel(parserMemory)
  const parser = createParser(readModel(withTemperatures(model, temperatures)), kernel)
  const sum = { tag: 0, arc: 0, label: 0 }
  for (const sentence of sentences) {
    const parsed = parser.parse(sentence.map(({ form }) => form))
    for (const [at, word] of parsed.entries()) {
      const gold = sentence[at]
      if (gold === undefined) continue
      sum.tag += loss(word.confidence.tag, word.upos === gold.upos)
      sum.arc += loss(word.confidence.arc, word.head === gold.head)
      if (word.head === gold.head) sum.label += loss(word.confidence.label, word.relation === gold.relation)
    }
  }
  return sum
}

function loss(probability: number, isRight: boolean): number {
  return -Math.log(Math.max(1e-6, isRight ? probability : 1 - probability))
}
