import type { AnalysedSentence } from '../../src/language/analysis.ts'
import { findAttribution } from '../../src/language/attribution.ts'
import { type Clause, clausesOf } from '../../src/language/clauses.ts'

/** What is read off a sentence, in a short form that people can check: one part for each clause, then who says what. */
export function reading(sentence: AnalysedSentence): string {
  const { words } = sentence
  const text = (span: { readonly start: number; readonly end: number } | undefined): string =>
    span === undefined
      ? ''
      : words
          .slice(span.start, span.end)
          .map((word) => word.text)
          .join(' ')
  const part = (clause: Clause): string => {
    const marks = [
      clause.kind + (clause.relation === undefined ? '' : `:${clause.relation}`),
      words[clause.predicate]?.text ?? '',
      clause.subject === undefined ? '' : `s=${text(clause.subject)}`,
      clause.understood === undefined ? '' : `s~${words[clause.understood]?.text}`,
      clause.antecedent === undefined ? '' : `of=${words[clause.antecedent]?.text}${clause.isSetApart ? ',' : ''}`,
      clause.voice === 'passive' ? `passive${clause.agent === undefined ? '' : ` by=${text(clause.agent)}`}` : '',
      clause.modal ?? '',
      clause.isNegated ? 'not' : '',
    ]
    return marks.filter((mark) => mark !== '').join(' ')
  }
  const claim = findAttribution(sentence)
  const said = claim === undefined ? [] : [`says(${claim.kind}): ${text(claim.speakerSpan)}`]
  return [...clausesOf(sentence).map(part), ...said].join(' | ')
}
