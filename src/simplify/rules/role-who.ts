import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkFrom, finiteVerbAt, opensClause } from '../../language/chunks.ts'
import { isQuestion } from '../../language/clause-parts.ts'
import { lengthOnPage } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isReporting } from '../../language/reporting.ts'
import { verbGroupAt } from '../../language/tail-clause.ts'
import { isFiniteVerb } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** Shorter ones read well as they are. */
const worthSplitting = { 1: 12, 2: 18 } as const

/** "The former treasurer of a club who stole A was jailed" → "The former treasurer of a club was jailed. The former treasurer stole A." */
export const roleWho: Rule = {
  name: 'role-who',
  because: 'The part with "who" is now a sentence of its own.',
  shows: true,
  byMarks: true,
  certain: true,
  adds: true,
  whenLong: true,
  examples: [
    [
      'The former treasurer of a tennis club who stole almost half a million dollars to pay for holidays was jailed for four years on Friday.',
      'The former treasurer of a tennis club was jailed for four years on Friday.',
      'The former treasurer stole almost half a million dollars to pay for holidays.',
    ],
    [
      'The captain of an oil tanker who fell asleep on the bridge has been fined $40,000 by a court in the north of the country.',
      'The captain of an oil tanker has been fined $40,000 by a court in the north of the country.',
      'The captain fell asleep on the bridge.',
    ],
  ],
  leavesAlone: [
    'The former treasurer of a tennis club who had known the thief for ten years said on Friday that he felt sorry for his wife.',
    'The men of the village who fell asleep on the road on their way to the north of the country were found on Friday.',
    'The captain of an oil tanker who falls asleep on the bridge will be fined $40,000 by a court in the north of the country.',
    'The mother of a boy who fell asleep on the bridge was taken to a house in the north of the country on Friday night.',
    'No captain of an oil tanker who fell asleep on the bridge has been fined by a court in the north of the country.',
  ],

  rewrite({ words }, { before, level }): Rewrite | undefined {
    if (before > 0 || isQuestion(words) || lengthOnPage(words) < worthSplitting[level]) return undefined
    const subject = chunkFrom(words, 0)
    const who = words.findIndex((word) => /^who$/i.test(word.text))
    if (subject === undefined || who < 3 || who > 14 || words.slice(0, who).some(({ text }) => text === ','))
      return undefined
    if (!isRole(words, subject.head, who)) return undefined
    const own = finiteVerbAt(words, who + 1)
    const main = own === undefined ? undefined : mainVerb(words, own)
    if (own === undefined || main === undefined || main < own + 3) return undefined
    // One deed before the main verb, told as done.
    const deed = verbGroupAt(words, own)
    const group = verbGroupAt(words, main)
    const isTold = (one: typeof deed): boolean => /^(?:past|perfect|pluperfect)$/.test(one.time) && !one.isNegated
    if (
      !isTold(deed) ||
      !isTold(group) ||
      isReporting(words[deed.head]?.lemma ?? '') ||
      isReporting(words[group.head]?.lemma ?? '')
    )
      return undefined
    const name = words.slice(subject.start + 1, subject.head + 1).map(({ text }) => text)
    const end = words[main - 1]?.text === ',' ? main - 1 : main
    return [
      [keep(tokens(0, who)), keep(tokens(main, words.length))],
      [put(`the ${name.join(' ')}`, tokens(subject.head, subject.head + 1)), keep(tokens(who + 1, end))],
    ]
  },
}

/** "The former head of a bank", "the captain of an oil tanker": a role at a thing, so that only its holder can be "who". */
function isRole(words: readonly Word[], head: number, who: number): boolean {
  const noun = words[head]
  const of = words[head + 1]
  const behind = chunkFrom(words, head + 2)
  return (
    /^(?:the|a|an)$/i.test(words[0]?.text ?? '') &&
    noun?.xpos === 'NN' &&
    isOfClass(noun.lemma, 'person') &&
    !/^(?:mother|father|son|daughter|brother|sister|wife|husband|friend|parent|owner|victim|leader|widow|uncle|aunt|child)$/.test(
      noun.lemma,
    ) &&
    /^(?:of|at|from)$/.test(of?.text ?? '') &&
    behind?.end === who &&
    !isOfClass(words[behind.head]?.lemma ?? '', 'person') &&
    /^NNP?$/.test(words[behind.head]?.xpos ?? '')
  )
}

/** The first word with a tense behind the deed, where nothing between opens another clause. */
function mainVerb(words: readonly Word[], own: number): number | undefined {
  const deed = verbGroupAt(words, own)
  const found = words.findIndex((word, at) => at > deed.head + 1 && isFiniteVerb(word))
  return found < 0 || opensClause(words, own + 1, found) ? undefined : found
}
