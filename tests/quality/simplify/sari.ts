import { countRuns, runLengths, tokens13a } from './tokens-13a.ts'

/** SARI with its three parts, 0–100 each. */
export interface Sari {
  readonly sari: number
  readonly add: number
  readonly keep: number
  readonly delete: number
}

/** One text with what was made of it and what people made of it. */
export interface Rewritten {
  readonly source: string
  readonly output: string
  readonly references: readonly string[]
}

/** What was right, of what was done, and of what should have been done. */
interface Tally {
  right: number
  made: number
  wanted: number
}

/**
 * SARI of a whole set (Xu and others 2016, in EASSE's form: counts are summed over the set for each run length, and adding,
 * keeping and deleting are each the mean over the lengths of an F1). Added runs count once a line; for kept and deleted
 * runs the source and the output count once for each reference.
 */
export function sari(lines: readonly Rewritten[]): Sari {
  const fresh = (): readonly Tally[] => runLengths.map(() => ({ right: 0, made: 0, wanted: 0 }))
  const tallies = { add: fresh(), keep: fresh(), delete: fresh() }
  for (const line of lines) {
    const source = tokens13a(line.source)
    const output = tokens13a(line.output)
    const references = line.references.map(tokens13a)
    for (const [at, length] of runLengths.entries()) {
      const [add, keep, remove] = [tallies.add[at], tallies.keep[at], tallies.delete[at]]
      if (add === undefined || keep === undefined || remove === undefined) continue
      const had = countRuns(source, length)
      const has = countRuns(output, length)
      const wanted = new Map<string, number>()
      for (const reference of references)
        for (const [run, count] of countRuns(reference, length)) wanted.set(run, (wanted.get(run) ?? 0) + count)
      for (const run of has.keys()) {
        if (had.has(run)) continue
        add.made += 1
        if (wanted.has(run)) add.right += 1
      }
      for (const run of wanted.keys()) if (!had.has(run)) add.wanted += 1
      for (const [run, count] of had) {
        const before = count * references.length
        const now = (has.get(run) ?? 0) * references.length
        const asked = wanted.get(run) ?? 0
        tally(keep, Math.min(before, now), Math.min(before, asked))
        tally(remove, Math.max(before - now, 0), Math.max(before - asked, 0))
      }
    }
  }
  const [add, keep, remove] = [mean(tallies.add), mean(tallies.keep), mean(tallies.delete)]
  return { sari: (add + keep + remove) / 3, add, keep, delete: remove }
}

function tally(sum: Tally, made: number, wanted: number): void {
  sum.right += Math.min(made, wanted)
  sum.made += made
  sum.wanted += wanted
}

function mean(tallies: readonly Tally[]): number {
  return (100 * tallies.reduce((sum, one) => sum + f1(one), 0)) / tallies.length
}

function f1({ right, made, wanted }: Tally): number {
  if (right === 0) return 0
  const precision = right / made
  const recall = right / wanted
  return (2 * precision * recall) / (precision + recall)
}
