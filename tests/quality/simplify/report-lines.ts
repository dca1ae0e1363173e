import type { SimplifyParts } from '../../../src/simplify/simplify.ts'
import { bleu, copies } from './bleu.ts'
import { firstWords, lineWriter } from './editions.ts'
import { scoreDifference } from './same-as-eval.ts'
import { type Rewritten, sari } from './sari.ts'
import type { LineSet } from './sets.ts'
import { digits, type Places, printTable, writeText } from './table.ts'

/** Lines that are also scored by the checked metrics: enough to show a difference. */
const mostCompared = 300

/** Prints SARI, BLEU and the share of copies for sets of single lines, next to their sources, their first words and a person. */
export async function reportLines(sets: readonly LineSet[], parts: SimplifyParts, places: Places): Promise<void> {
  const write = lineWriter(parts)
  for (const { name, title, lines } of sets) {
    const made = lines.map(
      ({ source, references, level = 2 }): Rewritten => ({
        source,
        references,
        output: write(source, level),
      }),
    )
    const ways: readonly (readonly [string, readonly Rewritten[]])[] = [
      [name === 'tsar' ? 'levels 1, 2' : 'level 2', made],
      ['source', made.map((line) => ({ ...line, output: line.source }))],
      ['first 80 %', made.map((line) => ({ ...line, output: firstWords(line.source) }))],
      // One person's rewrite, judged by those of all others.
      ...(lines.every(({ references }) => references.length > 1) ? [['a person', made.map(onePerson)] as const] : []),
    ]
    console.log(`\n${title} (${lines.length} lines)`)
    printTable(
      ['', 'SARI', 'add', 'keep', 'delete', 'BLEU', 'copies'],
      ways.map(([way, rewritten]) => {
        const score = sari(rewritten)
        const parts = [score.sari, score.add, score.keep, score.delete, bleu(rewritten)]
        return [way, ...parts.map((one) => digits(one)), digits(copies(rewritten), 2)]
      }),
    )
    const difference = await scoreDifference(places.folder, made.slice(0, mostCompared))
    console.log(
      difference === undefined
        ? 'same as eval: not asked (no eval or no python3)'
        : `same as eval: ${difference < 1e-6 ? 'yes' : 'no'}, largest difference ${difference.toExponential(1)}`,
    )
    writeText(places, 'lines', `${name}.txt`, made.map(({ output }) => output).join('\n'))
    writeText(places, 'lines', `${name}.source.txt`, made.map(({ source }) => source).join('\n'))
  }
}

function onePerson(line: Rewritten): Rewritten {
  const [first = line.source, ...others] = line.references
  return { source: line.source, output: first, references: others }
}
