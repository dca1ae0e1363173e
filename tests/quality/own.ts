import { parseArgs } from 'node:util'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { type Part, readPairs } from '../pairs/read-pairs.ts'
import { reportOwn } from './own/report-own.ts'

const partNames: readonly Part[] = ['open', 'testing', 'all']

/**
 * Prints how the engine does on our own pairs (`tests/pairs/FORMAT.md`): `npm run quality -- own [PART] [NUMBER] [--out FOLDER]`.
 * PART is open (the two thirds to learn from; without it, these), testing or all. NUMBER: only so many, spread over all
 * genres. `--out` writes every source with the engine's text and ours.
 */
export function run(values: readonly string[]): void {
  const { values: given, positionals } = parseArgs({
    args: [...values],
    allowPositionals: true,
    options: { out: { type: 'string' } },
  })
  const part = partNames.find((name) => positionals.includes(name)) ?? 'open'
  const unknown = positionals.find((value) => value !== part && !/^\d+$/.test(value))
  if (unknown !== undefined) {
    console.error(`No part "${unknown}": there are ${partNames.join(', ')}.`)
    process.exitCode = 1
    return
  }
  const pairs = readPairs(part)
  const number = Number(positionals.find((value) => /^\d+$/.test(value)) ?? pairs.length)
  const step = Math.max(1, pairs.length / number)
  const some = pairs.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
  const started = performance.now()
  console.log(`Own pairs, ${part}: ${some.length} items`)
  reportOwn(some, loadKnowledge(), { folder: '', ...(given.out === undefined ? {} : { out: given.out }) })
  console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} seconds`)
}
