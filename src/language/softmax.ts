import { exponential } from './kernel.ts'

/** Scores this far below the chosen one add nothing that six digits show. */
const negligible = 15

/** Softmax probability of one of `count` scores from `from` on, without the one at `without`. */
export function probability(
  scores: Float32Array,
  from: number,
  count: number,
  chosen: number,
  temperature: number,
  without = -1,
): number {
  const own = scores[from + chosen] ?? 0
  let sum = 1
  for (let at = 0; at < count; at += 1) {
    const below = ((scores[from + at] ?? 0) - own) / temperature
    if (below > -negligible && at !== chosen && at !== without) sum += exponential(below)
  }
  return 1 / sum
}

/** The likeliest of `count` outputs and its probability. */
export function choose(
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
