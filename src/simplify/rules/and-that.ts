import { tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import { reportingAt, speakerFrom } from '../../language/attribution-by-marks.ts'
import { clauseFollows, finiteVerbAt, longClauseFollows, subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isReporting } from '../../language/reporting.ts'
import { clauseStartAt } from '../../language/tail-clause.ts'
import { isFiniteVerb } from '../../language/tree.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'

/** "She said A and that B": the second "that" shows where the second claim begins.  */
export const andThat: Rule = {
  name: 'and-that',
  because: 'The two things that were said now have a sentence each.',
  shows: true,
  byMarks: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'The doctor said no patient had been put at risk and that surgery would go on as planned in May.',
      'The doctor said no patient had been put at risk.',
      'The doctor said surgery would go on as planned in May.',
    ],
  ],
  leavesAlone: [
    'The doctor said the minister knew that the ward was full and that surgery would go on as planned.',
    'The doctor said the ward was full in March and that year was the worst in the history of the hospital.',
    'The state must show that the ward is safe and that surgery can go on as planned in the old wing.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const start = context.before > 0 ? 0 : claimStart(words)
    if (start === undefined) return undefined
    const end = bodyEnd(words)
    for (let at = start + 4; at < end - 3; at += 1) {
      if (!/^(?:and|but)$/i.test(words[at]?.text ?? '') || !isThatClause(words, at + 1)) continue
      // "that A, that B and that C": each is a claim of its own.
      const commas = words.flatMap((word, place) =>
        word.text === ',' && place > start && place < at - 1 && isThatClause(words, place + 1) ? [place] : [],
      )
      const first = commas[0] ?? at
      if (!isOneClaim(words, start, first)) continue
      const speaker = context.before > 0 ? [] : speakerAgain(sentence, context)
      if (speaker === undefined) return undefined
      const cut = words[at - 1]?.text === ',' ? at - 1 : at
      const joint = words[at]?.text.toLowerCase() === 'but' ? [keep(tokens(at, at + 1))] : []
      const stops = [...commas, cut]
      return [
        [keep(tokens(0, stops[0] ?? cut)), keep(tokens(end, words.length))],
        ...commas.map((comma, place) => [...speaker, keep(tokens(comma + 2, stops[place + 1] ?? cut))]),
        [...joint, ...speaker, keep(tokens(at + 2, words.length))],
      ]
    }
    return undefined
  },
}

/** "that the staff had not been trained"; not "that year was the worst". */
function isThatClause(words: readonly Word[], at: number): boolean {
  return (
    words[at]?.text.toLowerCase() === 'that' &&
    words[at]?.xpos !== 'DT' &&
    !isOfClass(words[at + 1]?.lemma ?? '', 'time') &&
    (longClauseFollows(words, at + 1) || clauseStartAt(words, at + 1) !== undefined)
  )
}

/** Where what is said begins, behind "Y said (that)". */
function claimStart(words: readonly Word[]): number | undefined {
  const verb = reportingAt(words, speakerFrom(words, 0)?.end ?? words.length)
  if (verb === undefined) return rulingStart(words)
  if (!/^(?:said|says|say)$/.test(words[verb]?.text ?? '')) return rulingStart(words)
  const that = words.findIndex((word, at) => at > verb && at < verb + 6 && word.text === 'that')
  const isOwn = that > 0 && !words.slice(verb + 1, that).some(isFiniteVerb)
  const start = isOwn ? that + 1 : verb + 1
  return clauseFollows(words, start) ? start : undefined
}

/** "The court ruled that A and that B", "the board decided that": behind the verb stands "that" at once. */
function rulingStart(words: readonly Word[]): number | undefined {
  const verb = rulingAt(words)
  return verb !== undefined && clauseFollows(words, verb + 2) ? verb + 2 : undefined
}

function rulingAt(words: readonly Word[]): number | undefined {
  const verb = speakerFrom(words, 0)?.end ?? words.length
  return /^(?:ruled|decided)$/.test(words[verb]?.text ?? '') && words[verb + 1]?.text.toLowerCase() === 'that'
    ? verb
    : undefined
}

/** "said the minister knew A and that B": the second may be what the minister knew. */
function isOneClaim(words: readonly Word[], start: number, at: number): boolean {
  const first = subjectFrom(words, start)
  return (
    first !== undefined &&
    finiteVerbAt(words, first.end) !== undefined &&
    !words
      .slice(start, at)
      .some(
        (word) =>
          (/^(?:that|whether|if)$/i.test(word.text) && !(word.xpos === 'WDT' && words[at - 1]?.text === ',')) ||
          (word.upos === 'VERB' &&
            (isReporting(word.lemma) || /^(?:know|find|show|hope|mean|learn|decide)$/.test(word.lemma))),
      )
  )
}

/** "Ms Lee said", for the second claim. */
function speakerAgain(sentence: AnalysedSentence, context: RuleContext): readonly Piece[] | undefined {
  const { words } = sentence
  const speaker = speakerFrom(words, 0)
  const ruling = rulingAt(words)
  const verb = ruling ?? reportingAt(words, speaker?.end ?? words.length)
  if (speaker === undefined || verb === undefined) return undefined
  const naming = context.cast.again(sentence, speaker.head, context.origin)
  return naming === undefined
    ? undefined
    : [
        put(naming.text, tokens(speaker.start, speaker.end)),
        keep(tokens(verb, ruling === undefined ? verb + 1 : verb + 2)),
      ]
}
