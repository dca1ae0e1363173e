import type { Rewritten } from './sari.ts'
import { countRuns, runLengths, tokens13a } from './tokens-13a.ts'

/**
 * BLEU-4 of a whole set, 0–100, against the references (Papineni and others 2002), lower-cased, with the reference closest
 * in length and sacreBLEU's smoothing: the nth length without any match counts as a half, a quarter … of one match.
 */
export function bleu(lines: readonly Rewritten[]): number {
  const right = runLengths.map(() => 0)
  const made = runLengths.map(() => 0)
  let length = 0
  let wantedLength = 0
  for (const line of lines) {
    const output = tokens13a(line.output)
    const references = line.references.map(tokens13a)
    length += output.length
    wantedLength += closest(
      output.length,
      references.map((reference) => reference.length),
    )
    for (const [at, runLength] of runLengths.entries()) {
      const most = new Map<string, number>()
      for (const reference of references)
        for (const [run, count] of countRuns(reference, runLength)) most.set(run, Math.max(count, most.get(run) ?? 0))
      for (const [run, count] of countRuns(output, runLength))
        right[at] = (right[at] ?? 0) + Math.min(count, most.get(run) ?? 0)
      made[at] = (made[at] ?? 0) + Math.max(output.length - runLength + 1, 0)
    }
  }
  if (made.includes(0)) return 0
  let halves = 1
  let sum = 0
  for (const [at, all] of made.entries()) {
    const found = right[at] ?? 0
    if (found === 0) halves *= 2
    sum += Math.log(found === 0 ? 100 / (halves * all) : (100 * found) / all)
  }
  const short = length >= wantedLength ? 1 : Math.exp(1 - wantedLength / length)
  return short * Math.exp(sum / runLengths.length)
}

/** The length nearest to `length`; the shorter of two as near. */
function closest(length: number, lengths: readonly number[]): number {
  return lengths.reduce((best, one) => {
    const nearer = Math.abs(one - length) - Math.abs(best - length)
    return nearer < 0 || (nearer === 0 && one < best) ? one : best
  }, lengths[0] ?? 0)
}

/** The share of outputs that are their source, token by token, 0–1. */
export function copies(lines: readonly Rewritten[]): number {
  const same = lines.filter(({ source, output }) => tokens13a(source).join(' ') === tokens13a(output).join(' ')).length
  return lines.length === 0 ? 0 : same / lines.length
}
