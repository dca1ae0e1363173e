import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isReporting } from '../../language/reporting.ts'
import { isRelation, rootOf, subjectOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** "Y said A but admitted B": two claims of one speaker. */
export const twoClaims: Rule = {
  name: 'two-claims',
  because: 'The two things that the person said now have a sentence each.',
  shows: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'Mr Lawson said the landing was a big step for the country but warned that the cost could still rise.',
      'Mr Lawson said the landing was a big step for the country.',
      'But Mr Lawson warned that the cost could still rise.',
    ],
  ],
  leavesAlone: [
    'Mr Lawson said the mayor had seen the plan last year but warned that the cost could still rise.',
    'Mr Lawson said he had seen the plan last year and told nobody in the town about the cost.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const root = rootOf(words)
    if (
      root === undefined ||
      isQuestion(words) ||
      !isReporting(words[root]?.lemma ?? '') ||
      words[root]?.xpos !== 'VBD'
    )
      return undefined
    const subject = subjectOf(words, root)
    if (subject === undefined || subject > root) return undefined
    const end = bodyEnd(words)
    for (let at = end - 3; at > root + 3; at -= 1) {
      const link = words[at]?.text.toLowerCase()
      if (link !== 'but' && link !== 'and') continue
      const verb = words[at + 1]
      if (verb?.xpos !== 'VBD' || !isReporting(verb.lemma) || verb.lemma === 'show') continue
      if (words.slice(0, at).filter((word) => word.text === '"').length % 2 === 1) continue
      // If a person stands in the first claim, he or she could be the one who warned.
      if (words.slice(root + 1, at).some((word) => isRelation(word.relation, 'nsubj') && isPerson(word))) continue
      const naming = context.cast.again(sentence, subject, context.origin)
      if (naming === undefined) continue
      const cut = words[at - 1]?.text === ',' ? at - 1 : at
      const joint = link === 'but' ? [keep(tokens(at, at + 1))] : []
      return [
        [keep(tokens(0, cut)), keep(tokens(end, words.length))],
        [...joint, put(naming.text, tokens(subject, subject + 1)), keep(tokens(at + 1, words.length))],
      ]
    }
    return undefined
  },
}

function isPerson(word: Word): boolean {
  if (word.upos === 'PROPN') return true
  if (word.upos === 'PRON') return !/^(?:it|this|that|there|which|what)$/i.test(word.text)
  return isOfClass(word.lemma, 'person') || isOfClass(word.lemma, 'body')
}
