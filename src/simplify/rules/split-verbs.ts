import { tokens } from '../../document/span.ts'
import { clauseFollows, finiteVerbAt } from '../../language/chunks.ts'
import {
  agrees,
  firstWordOf,
  hasLeadingClause,
  isClosed,
  isNegated,
  isQuestion,
  mainClause,
} from '../../language/clause-parts.ts'
import { isReporting } from '../../language/reporting.ts'
import { childOf, childrenBy, childrenOf, isFiniteVerb, subjectOf } from '../../language/tree.ts'
import { keep, type Piece, put } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const splitVerbs: Rule = {
  name: 'split-verbs',
  because: 'Each sentence now says one thing, and says again who does it.',
  whenLong: true,
  examples: [
    [
      'The company closed two factories in May and moved 300 workers to a new plant near Geelong.',
      'The company closed two factories in May.',
      'The company moved 300 workers to a new plant near Geelong.',
    ],
    [
      'The council has approved the plan for the harbour and will ask the state for $4 million.',
      'The council has approved the plan for the harbour.',
      'The council will ask the state for $4 million.',
    ],
  ],
  leavesAlone: [
    'The firm did not pay its workers or give them notice before it closed the shop in June.',
    'The farmers buy and sell wool at a market that opens at five in the morning.',
  ],

  rewrite(sentence, context) {
    const { words } = sentence
    const main = mainClause(words)
    if (main === undefined || isQuestion(words)) return undefined
    const { verb, subject } = main
    if (subject > verb || hasLeadingClause(words, verb) || isNegated(words, verb)) return undefined
    for (const second of childrenBy(words, verb, 'conj').toReversed()) {
      if (second < verb || subjectOf(words, second) !== undefined) continue
      const word = words[second]
      const isState = childOf(words, second, 'cop') !== undefined
      if (word === undefined || (word.upos !== 'VERB' && word.upos !== 'AUX' && !isState)) continue
      const joiner = childOf(words, second, 'cc')
      if (joiner === undefined || joiner > second) continue
      const link = words[joiner]?.text.toLowerCase()
      if (link !== 'and' && link !== 'but') continue
      // "buy and sell wool": what follows belongs to both.
      const own = childrenOf(words, verb).filter((at) => at > verb && at < joiner && words[at]?.upos !== 'PUNCT')
      if (own.length === 0) continue
      // "went out and bought": one deed in two words.
      if (joiner - verb <= 3 && /^(?:go|come|try|run|stop|sit|stand|get|turn|rise)$/.test(words[verb]?.lemma ?? ''))
        continue
      if (firstWordOf(words, second) !== joiner) continue
      if (!isClosed(words, joiner, words.length, second)) continue
      if (isStillSaid(words, verb, joiner)) continue
      const helper = helperFor(words, verb, second)
      if (helper === undefined) continue
      const naming = context.cast.again(sentence, subject, context.origin)
      if (naming === undefined || (helper === '' && !agrees(words, second, naming.plural))) continue
      const place = tokens(subject, subject + 1)
      const rest: Piece[] = [
        ...(link === 'but' ? [keep(tokens(joiner, joiner + 1))] : []),
        put(naming.text, place),
        ...(helper === '' ? [] : [put(helper, tokens(joiner, joiner + 1))]),
        keep(tokens(joiner + 1, words.length)),
      ]
      return [[keep(tokens(0, joiner))], rest]
    }
    return undefined
  },
}

/** "She said she was relieved but would never forgive him": would, could and had are of the claim, not beside "said". */
function isStillSaid(words: Parameters<typeof childrenBy>[0], verb: number, joiner: number): boolean {
  if (!isReporting(words[verb]?.lemma ?? '') || !clauseFollows(words, verb + 1)) return false
  const next = finiteVerbAt(words, joiner + 1)
  return next !== undefined && (words[next]?.xpos === 'MD' || words[next]?.text.toLowerCase() === 'had')
}

/** The finite helper that the second verb shares with the first ("has … and been"); `''` where it has its own, undefined where unsure. */
function helperFor(words: Parameters<typeof childrenBy>[0], verb: number, second: number): string | undefined {
  const own = childrenBy(words, second, 'aux', 'cop')
  if (isFiniteVerb(words[second]) || own.some((at) => isFiniteVerb(words[at]))) {
    // "Rates rose and fallen": a past form after "has" is the shared perfect, not a past of its own.
    return ''
  }
  const shared = childrenBy(words, verb, 'aux').find((at) => isFiniteVerb(words[at]))
  const helper = shared === undefined ? undefined : words[shared]
  if (helper === undefined) return undefined
  const first = own.map((at) => words[at]).find((word) => word !== undefined) ?? words[second]
  if (first === undefined) return undefined
  if (helper.lemma === 'have') return first.xpos === 'VBN' ? helper.text.toLowerCase() : undefined
  if (helper.xpos === 'MD') return first.xpos === 'VB' ? helper.text.toLowerCase() : undefined
  if (helper.lemma === 'be') return first.xpos === words[verb]?.xpos ? helper.text.toLowerCase() : undefined
  return undefined
}
