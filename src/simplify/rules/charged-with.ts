import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { isNegated, isQuestion } from '../../language/clause-parts.ts'
import { lengthOf } from '../../language/insertions.ts'
import { childrenBy, rootOf, subjectOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

const worthSplitting = { 1: 11, 2: 16 } as const
/** Participles behind a verb that say in what state its subject was; their preposition shows it. */
const states: Readonly<Record<string, string>> = {
  charged: 'with',
  accused: 'of',
  suspected: 'of',
  armed: 'with',
  dressed: 'in',
  covered: 'in',
}

export const chargedWith: Rule = {
  name: 'charged-with',
  because: 'What the person is charged with now stands in a sentence of its own.',
  shows: true,
  whenLong: true,
  examples: [
    [
      'Mr Lawson appeared in the Melbourne Magistrates Court on Thursday charged with taking secret payments and lying to police.',
      'Mr Lawson appeared in the Melbourne Magistrates Court on Thursday.',
      'Mr Lawson was charged with taking secret payments and lying to police.',
    ],
  ],
  leavesAlone: [
    'Police in the town of Bega spoke on Thursday to the man charged with taking secret payments and lying to the court.',
    'He did not appear in the court on Thursday charged with taking secret payments and lying to police and the firm.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const root = rootOf(words)
    if (root === undefined || isQuestion(words) || lengthOf(words) + context.before < worthSplitting[context.level])
      return undefined
    if (!/^(?:appear|face|stand|arrive|come|go|walk|run|sit|enter|leave)$/.test(words[root]?.lemma ?? ''))
      return undefined
    const subject = subjectOf(words, root)
    if (subject === undefined || subject > root || isNegated(words, root) || childrenBy(words, root, 'aux').length > 0)
      return undefined
    const at = words.findIndex((word, place) => place > root + 1 && isState(words, place, word))
    if (at < 0) return undefined
    const naming = context.cast.again(sentence, subject, context.origin)
    if (naming === undefined) return undefined
    const cut = words[at - 1]?.text === ',' ? at - 1 : at
    const end = words.length - 1
    return [
      [keep(tokens(0, cut)), keep(tokens(end, words.length))],
      [
        put(naming.text, tokens(subject, subject + 1)),
        put(naming.plural ? 'were' : 'was', tokens(at, at)),
        keep(tokens(at, words.length)),
      ],
    ]
  },
}

/** Right behind a time or a place, not behind somebody whom it could describe. */
function isState(words: readonly Word[], at: number, word: Word): boolean {
  const link = states[word.text.toLowerCase()]
  if (link === undefined || link !== words[at + 1]?.text.toLowerCase()) return false
  const before = words[at - 1]
  return (
    before !== undefined &&
    (before.text === ',' ||
      /^(?:court|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|evening|night|today|yesterday)$/i.test(
        before.text,
      ))
  )
}
