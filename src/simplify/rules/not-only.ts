import { tokens } from '../../document/span.ts'
import { subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { notOnlyIn } from '../../language/not-only.ts'
import { isFiniteVerb } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** "X not only A but also B" → "X A. X also B." */
export const notOnly: Rule = {
  name: 'not-only',
  because: '"Not only … but also" joins two things that are both true.',
  shows: true,
  byMarks: true,
  examples: [
    [
      'The new drug not only lowers blood pressure but also protects the kidneys of people who are old.',
      'The new drug lowers blood pressure.',
      'The drug also protects the kidneys of people who are old.',
    ],
    [
      'The discovery had not only changed the way that doctors treat the disease but also given hope to many patients.',
      'The discovery had changed the way that doctors treat the disease.',
      'The discovery had also given hope to many patients.',
    ],
  ],
  leavesAlone: [
    'The law will help not only farmers but also the people who work for them in the fields.',
    'The new drug not only does nothing for the heart but also harms the kidneys of people who are old.',
    'He said not only that the bank was safe but also that it would soon make money again.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const found = isQuestion(words) ? undefined : notOnlyIn(words)
    if (found === undefined || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const { not, but } = found
    const subject = subjectFrom(words, 0)
    if (subject === undefined) return undefined
    const helper = not === subject.end ? undefined : subject.end
    // "has not only changed … but also given"; or "not only lowers … but also protects".
    if (helper !== undefined && (not !== helper + 1 || !isFiniteVerb(words[helper]))) return undefined
    const first = words[not + 2]
    const also = /^also$/i.test(words[but + 1]?.text ?? '') ? but + 2 : but + 1
    const second = words[also]
    if (first === undefined || second === undefined || first.xpos !== second.xpos || !/^VB/.test(first.xpos))
      return undefined
    if (helper === undefined && !isFiniteVerb(first)) return undefined
    // Another "no" or "but" inside: what is denied is not plain.
    const others = words
      .slice(0, bodyEnd(words))
      .filter((word) => /^(?:not|n['’]t|no|never|nothing|but|nor|or)$/i.test(word.text))
    if (others.length !== 2) return undefined
    const naming = context.cast.again(sentence, subject.head, context.origin)
    if (naming === undefined) return undefined
    const cut = words[but - 1]?.text === ',' ? but - 1 : but
    return [
      [keep(tokens(0, not)), keep(tokens(not + 2, cut))],
      [
        put(naming.text, tokens(subject.start, subject.end)),
        ...(helper === undefined ? [] : [keep(tokens(helper, helper + 1))]),
        put('also', tokens(but, also)),
        keep(tokens(also, words.length)),
      ],
    ]
  },
}
