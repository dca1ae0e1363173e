import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { mainStart } from '../../language/chunks.ts'
import { bodyEnd, isNegated, isQuestion } from '../../language/clause-parts.ts'
import { isTold } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { childOf, childrenBy, isRelation, rootOf, subjectOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { isEvent } from './this-was-after.ts'

/** Shorter ones read well as they are. */
const worthSplitting = { 1: 13, 2: 18 } as const

export const doneTo: Rule = {
  name: 'done-to',
  because: 'What it is for now stands in a sentence of its own.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'Water has been let out of the lake since Wednesday night to make room for the rain that is on its way.',
      'Water has been let out of the lake since Wednesday night.',
      'This is to make room for the rain that is on its way.',
    ],
    [
      'The council closed two of the roads near the old bridge on Monday morning to stop trucks from using them.',
      'The council closed two of the roads near the old bridge on Monday morning.',
      'This was to stop trucks from using them.',
    ],
  ],
  leavesAlone: [
    'The council has made a new plan for the old bridge near the school to be closed for two years.',
    'The step comes before a plan for 2015 to replace all plastic cups with ones that can be used again.',
    'The firm agreed on Monday morning after long talks with the union to pay its workers more.',
    'The council did not close two of the roads near the old bridge on Monday to stop the trucks.',
    'He was the first man in the small town near the coast to own a car with two doors.',
  ],

  rewrite({ words }, { level, before }): Rewrite | undefined {
    const root = rootOf(words)
    if (
      root === undefined ||
      words[root]?.lemma === 'take' ||
      isQuestion(words) ||
      words.some((word) => /^["“”;:]$/u.test(word.text))
    )
      return undefined
    if (words.filter((word) => word.upos !== 'PUNCT').length + before < worthSplitting[level]) return undefined
    const end = bodyEnd(words)
    const verb = childrenBy(words, root, 'advcl').find((at) => at > root && words[at]?.xpos === 'VB')
    if (verb === undefined) return undefined
    const to = childOf(words, verb, 'mark')
    if (to === undefined || words[to]?.text.toLowerCase() !== 'to' || to !== verb - 1) return undefined
    const start =
      words[to - 2]?.text.toLowerCase() === 'in' && words[to - 1]?.text.toLowerCase() === 'order' ? to - 2 : to
    if (start - root < 4 || end - verb < 3 || mainStart(words, start) === undefined) return undefined
    if (!isEvent(words, root) || !isTold(words, root) || isNegated(words, root) || takesTo(words, root, start))
      return undefined
    if (
      subjectOf(words, root) === undefined ||
      childrenBy(words, root, 'conj', 'advcl').some((at) => at > root && at !== verb)
    )
      return undefined
    const isPast = !childrenBy(words, root, 'aux').some((at) => /^(?:VBZ|VBP)$/.test(words[at]?.xpos ?? ''))
    const isNow = words[root]?.xpos === 'VBZ' || words[root]?.xpos === 'VBP'
    const cut = words[start - 1]?.text === ',' ? start - 1 : start
    return [
      [keep(tokens(0, cut)), keep(tokens(end, words.length))],
      [put(isPast && !isNow ? 'this was' : 'this is', tokens(to, to)), keep(tokens(to, words.length))],
    ]
  },
}

/** Verbs and nouns whose "to" tells what is decided, asked or able to be done, not what for; "the first man to own". */
function takesTo(words: readonly Word[], root: number, start: number): boolean {
  if (
    /^(?:agree|aim|allow|appear|ask|attempt|be|become|begin|call|choose|come|continue|convince|decide|decline|encourage|expect|fail|follow|force|forget|get|go|grow|have|help|hope|intend|invite|learn|lead|like|live|manage|move|need|offer|oblige|order|permit|persuade|plan|pledge|prefer|prepare|press|pressure|promise|propose|push|refuse|remain|require|return|say|seek|seem|set|start|tell|threaten|try|turn|urge|use|wait|want|warn|wish|vote|rise|fall|drop|climb)$/.test(
      words[root]?.lemma ?? '',
    )
  )
    return true
  const before = words[start - 1]
  if (
    words
      .slice(root, start)
      .some((word) =>
        /^(?:ability|agreement|ambition|approval|attempt|bid|call|campaign|chance|choice|deal|decision|demand|desire|duty|effort|enough|failure|freedom|goal|intention|job|need|offer|opportunity|order|permission|plan|pledge|power|pressure|promise|proposal|push|reason|refusal|request|responsibility|right|struggle|threat|time|vote|way|willingness|wish|able|likely|ready|set|due|unable|willing)$/.test(
          word.lemma,
        ),
      )
  )
    return true
  // "a plan to close", "the right to vote": the noun right before "to" takes it, unless it names a time or a place.
  const isAside = before?.upos === 'NUM' || isOfClass(before?.lemma ?? '', 'time') || before?.upos === 'PROPN'
  return (
    !isAside ||
    words.slice(root, start).some((word) => /^(?:first|second|last|only|too|enough|next)$/i.test(word.text)) ||
    isRelation(before?.relation ?? '', 'nsubj')
  )
}
