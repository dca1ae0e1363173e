import type { Level } from '../../src/document/article.ts'
import { type Document, textOf } from '../../src/document/document.ts'
import type { PreparedArticle } from '../../src/edition/prepared.ts'

/** One edition as people read it in a difference: its text, what changed sentence by sentence, and the report. */
export function editionText({ original, editions }: PreparedArticle, level: Level): string {
  const { edition, changes, scores } = editions[level]
  const { document, fidelity } = edition
  const { words, sentences } = scores.counts
  return [
    `LEVEL ${level}: ${words} words, ${(words / Math.max(1, sentences)).toFixed(1)} a sentence, grade ${scores.withoutNames.fleschKincaid.toFixed(1)}, by ${edition.madeBy}`,
    ...document.blocks.map((block) => textOf(document, block.span)),
    'CHANGES',
    ...changes.map(({ kind, sources, sentences: own, reasons }) =>
      [
        `${kind}${reasons.length === 0 ? '' : `: ${reasons.join(' ')}`}`,
        ...sentencesAt(original, sources).map((sentence) => `  < ${sentence}`),
        ...sentencesAt(document, own).map((sentence) => `  > ${sentence}`),
      ].join('\n'),
    ),
    `REPORT: ${(100 * fidelity.kept).toFixed(0)} % of the words kept, ${fidelity.leftOut.length} sentences left out, ${fidelity.added.length} added`,
    ...fidelity.findings
      .filter(({ kind }) => kind !== 'sentence-left-out' && kind !== 'sentence-added')
      .map(({ weight, kind, message }) => `${weight}: ${message} (${kind})`),
    `MISSED: ${
      scores.rules
        .filter(({ passed }) => !passed)
        .map(({ id, found }) => `${id} ${found}`)
        .join('; ') || 'nothing'
    }`,
    '',
  ].join('\n\n')
}

function sentencesAt(document: Document, indexes: readonly number[]): readonly string[] {
  return indexes.flatMap((index) => {
    const span = document.sentences[index]
    return span === undefined ? [] : [textOf(document, span)]
  })
}
