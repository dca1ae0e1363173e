import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkFrom, mainStart, opensClause } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { lengthOf } from '../../language/insertions.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** Shorter ones read well as they are. */
const worthSplitting = { 1: 11, 2: 18 } as const

/** "gives $2 million to schools and $1 million to clubs": each amount gets its own sentence. */
export const ownAmounts: Rule = {
  name: 'own-amounts',
  because: 'Each amount now has its own sentence.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The plan gives $2.5 million to schools and $800,000 to sports clubs in the region.',
      'The plan gives $2.5 million to schools.',
      'The plan gives $800,000 to sports clubs in the region.',
    ],
    [
      'The new law sets fines of up to $33,000 for people and $165,000 for companies.',
      'The new law sets fines of up to $33,000 for people.',
      'The new law sets fines of up to $165,000 for companies.',
    ],
  ],
  leavesAlone: [
    'The firm paid between $2 million to its workers and $3 million to its owners last year.',
    'The law does not allow fines of $33,000 for people and $165,000 for companies in the state.',
    'The city gave a total of $2 million to schools and $1 million to the clubs near the coast.',
    'The team beat Spain by 3 goals to 1 and Italy by 2 goals to 0 in the summer of 2021.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || lengthOf(words) + context.before < worthSplitting[context.level]) return undefined
    if (
      words.some((word) =>
        /^(?:["“”:;(]|,|not|n['’]t|no|or|between|total|each|respectively|if|only)$/iu.test(word.text),
      )
    )
      return undefined
    const end = bodyEnd(words)
    const and = words.findIndex((word, at) => at > 4 && word.text.toLowerCase() === 'and' && isMoney(words, at + 1))
    const main = mainStart(words, end)
    if (and < 0 || main === undefined || opensClause(words, 0, end)) return undefined
    // One verb, so that both amounts are its.
    if (words.slice(main.verb + 1, end).some((word) => /^(?:VBD|VBZ|VBP|MD|TO|VBG)$/.test(word.xpos))) return undefined
    const second = amountEnd(words, and + 1)
    const link = words[second]?.text.toLowerCase() ?? ''
    if (!/^(?:for|to)$/.test(link) || chunkFrom(words, second + 1) === undefined) return undefined
    const first = firstAmount(words, main.verb, and, link)
    if (first === undefined) return undefined
    // "to schools in May and": what stands behind the first may belong to both.
    if (chunkFrom(words, amountEnd(words, first) + 1)?.end !== and) return undefined
    const naming = context.cast.again(sentence, main.subject.head, context.origin)
    if (naming === undefined) return undefined
    const text = words
      .slice(main.subject.end, first)
      .map((word) => word.text)
      .join(' ')
    if (main.subject.start !== 0 || words.slice(main.subject.end, first).some((word) => word.upos === 'PUNCT'))
      return undefined
    const named = words[main.subject.head]?.upos === 'NOUN' ? keep(tokens(0, main.subject.end)) : undefined
    return [
      [keep(tokens(0, and)), keep(tokens(end, words.length))],
      [
        named ?? put(naming.text, tokens(main.subject.head, main.subject.head + 1)),
        put(text, tokens(main.subject.end, first)),
        keep(tokens(and + 1, words.length)),
      ],
    ]
  },
}

function isMoney(words: readonly Word[], at: number): boolean {
  return /^[A-Z]{0,2}[$£€]/u.test(words[at]?.text ?? '')
}

/** One past "$2.5 million", "A$165,000". */
function amountEnd(words: readonly Word[], start: number): number {
  let at = start
  while (
    /^(?:SYM|NUM)$/.test(words[at]?.upos ?? '') ||
    /^(?:million|billion|[A-Z]{0,2}[$£€])$/u.test(words[at]?.text ?? '')
  )
    at += 1
  return at
}

/** The one amount before the joint with the same preposition behind it. */
function firstAmount(words: readonly Word[], verb: number, and: number, link: string): number | undefined {
  const starts = words.flatMap((_, at) =>
    at > verb && at < and && isMoney(words, at) && !isMoney(words, at - 1) ? [at] : [],
  )
  const [first] = starts
  if (first === undefined || starts.length !== 1) return undefined
  return words[amountEnd(words, first)]?.text.toLowerCase() === link ? first : undefined
}
