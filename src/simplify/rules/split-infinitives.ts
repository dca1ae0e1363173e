import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { readsAsVerb } from '../../language/chunks.ts'
import { bodyEnd, isModal, isNegated, isQuestion, mainClause } from '../../language/clause-parts.ts'
import { lengthOf } from '../../language/insertions.ts'
import { childOf, childrenBy, isRelation, subtreeOf } from '../../language/tree.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** Under these verbs "to A and to B" is two things, each as true as both together. */
const parting = new Set(
  'agree allow ask call decide expect force have help hope instruct intend need offer order plan pledge promise require tell train urge use want warn'.split(
    ' ',
  ),
)
const worthSplitting = { 1: 12, 2: 16 } as const

export const splitInfinitives: Rule = {
  name: 'split-infinitives',
  because: 'Each sentence now tells one thing that somebody must or will do.',
  shows: true,
  whenLong: true,
  examples: [
    [
      'He was ordered to report to police three times a week, not to speak to any of the witnesses and to stay away from the port.',
      'He was ordered to report to police three times a week.',
      'He was ordered not to speak to any of the witnesses.',
      'He was ordered to stay away from the port.',
    ],
    [
      'The government plans to build a hospital in the north of the city and to train 400 more nurses there each year.',
      'The government plans to build a hospital in the north of the city.',
      'The government plans to train 400 more nurses there each year.',
    ],
  ],
  leavesAlone: [
    'The firm refused to pay the workers for the extra hours and to give them the day off on Monday.',
    'They want to stop and to look at the old bridge on the way to the farm near the big lake.',
    'The government may plan to build a hospital in the north and to train 400 more nurses there.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const main = mainClause(words)
    if (main === undefined || isQuestion(words) || lengthOf(words) + context.before < worthSplitting[context.level])
      return undefined
    const { verb, subject } = main
    if (!parting.has(words[verb]?.lemma ?? '') || isModal(words, verb) || isNegated(words, verb) || subject > verb)
      return undefined
    const first = childrenBy(words, verb, 'xcomp', 'advcl', 'ccomp').find(
      (at) => at > verb && childOf(words, at, 'mark') !== undefined,
    )
    if (first === undefined || childrenBy(words, verb, 'advcl', 'conj', 'parataxis').some((at) => at !== first))
      return undefined
    const marks = toMarks(words, first)
    if (marks.length < 2) return undefined
    const start = marks[0] ?? 0
    if (words.slice(0, start).some((word) => word.text === '"' || word.text === ',') || start <= verb) return undefined
    const naming = context.cast.again(sentence, subject, context.origin)
    if (naming === undefined) return undefined
    const whole = subtreeOf(words, subject)
    const subjectEnd = (whole.at(-1) ?? subject) + 1
    if (subjectEnd > verb) return undefined
    const end = bodyEnd(words)
    const bounds = [...marks, end]
    // A short first part shares what follows: "to stop and to look at the bridge".
    if ((bounds[1] ?? end) - start < 5) return undefined
    // "to free all hostages, hand over their guns and leave": a part of the list that was not seen stays in none.
    const isMissed = marks.slice(0, -1).some((mark, index) => {
      const stop = cutBefore(words, bounds[index + 1] ?? end)
      return words.slice(mark, stop).some((word) => word.text === ',')
    })
    if (isMissed) return undefined
    return marks.map((mark, index): readonly Piece[] => {
      const stop = index === marks.length - 1 ? words.length : cutBefore(words, bounds[index + 1] ?? end)
      if (index === 0) return [keep(tokens(0, stop))]
      const again = put(naming.pronoun ?? naming.text, tokens(subject, subject + 1))
      const hasTo = /^(?:to|not)$/i.test(words[mark]?.text ?? '')
      const lead = [keep(tokens(subjectEnd, start)), ...(hasTo ? [] : [put('to', tokens(start, start))])]
      return [again, ...lead, keep(tokens(mark, stop))]
    })
  },
}

/** Where each "to" of the list begins, or each verb that shares the first "to"; a "not" before it goes along. */
function toMarks(words: readonly Word[], first: number): readonly number[] {
  const to = childrenBy(words, first, 'mark').find((at) => words[at]?.text.toLowerCase() === 'to' && at < first)
  if (to === undefined) return []
  const found = [words[to - 1]?.text.toLowerCase() === 'not' ? to - 1 : to]
  const verbs = [first]
  for (let at = first + 2; at < words.length - 1; at += 1) {
    // Between two things a comma or "and" stands; "or" would be another meaning.
    if (!/^(?:,|and)$/i.test(words[at - 1]?.text ?? '')) continue
    const verb = words[at]?.text.toLowerCase() === 'not' ? at + 2 : words[at]?.text.toLowerCase() === 'to' ? at + 1 : at
    const word = words[verb]
    if (word === undefined || !readsAsVerb(words, verb)) continue
    const isMarked = words[at - 1]?.text === ',' && verbs.length === 1
    const isListed = verb > at || isMarked || (isRelation(word.relation, 'conj') && verbs.includes(word.head))
    if (!isListed) continue
    found.push(at)
    verbs.push(verb)
  }
  return found
}

function cutBefore(words: readonly Word[], at: number): number {
  let stop = at
  while (/^(?:,|and)$/i.test(words[stop - 1]?.text ?? '')) stop -= 1
  return stop
}
