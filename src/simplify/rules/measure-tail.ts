import { tokens } from '../../document/span.ts'
import { bodyEnd, isNegated, isQuestion } from '../../language/clause-parts.ts'
import { isTold } from '../../language/insertions.ts'
import { timeOf } from '../../language/tenses.ts'
import { rootOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

const superlative =
  /^(?:most|least|fewest|highest|lowest|biggest|largest|smallest|best|worst|longest|shortest|fastest|slowest)$/i

/** "…, the most since records began", "…, compared with 1.3 units in the others": how an amount compares, in a sentence of its own. */
export const measureTail: Rule = {
  name: 'measure-tail',
  because: 'How the number compares now stands in a sentence of its own.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The storm dropped 412 millimetres of rain on the town in 24 hours, the most since records began there in 1931.',
      'The storm dropped 412 millimetres of rain on the town in 24 hours.',
      'This was the most since records began there in 1931.',
    ],
    [
      'Sight had worsened by 0.7 units in children who used the drops, compared with 1.3 units in the others.',
      'Sight had worsened by 0.7 units in children who used the drops.',
      'This compared with 1.3 units in the others.',
    ],
    [
      'Unemployment rose to 4.6 per cent across the country in July, its highest level in almost five years.',
      'Unemployment rose to 4.6 per cent across the country in July.',
      'This was its highest level in almost five years.',
    ],
  ],
  leavesAlone: [
    'Sight had not worsened by 0.7 units in children who used the drops, compared with 1.3 units in the others.',
    'The storm could drop 412 millimetres of rain on the town in 24 hours, the most since records began there.',
    'The school, with 300 pupils, has the most modern lab in the state, the best teachers and a pool.',
  ],

  rewrite({ words }): Rewrite | undefined {
    const root = rootOf(words)
    if (root === undefined || isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const end = bodyEnd(words)
    const open = words.findLastIndex((word, at) => word.text === ',' && at < end)
    if (open < 5 || end - open < 4 || !words.slice(0, open).some((word) => /\d/.test(word.text))) return undefined
    const text = [1, 2, 3].map((step) => words[open + step]?.text.toLowerCase() ?? '')
    const isCompared = text[0] === 'compared' && /^(?:with|to)$/.test(text[1] ?? '')
    const isMost = text[0] === 'the' && superlative.test(text[1] ?? '') && /^(?:since|in|on|for)$/.test(text[2] ?? '')
    const isLevel =
      text[0] === 'its' && superlative.test(text[1] ?? '') && /^(?:level|rate|point|price|value)$/.test(text[2] ?? '')
    if (!isCompared && !isMost && !isLevel) return undefined
    if (words.slice(open, end).some((word) => /^(?:and|but|or)$/i.test(word.text))) return undefined
    const time = timeOf(words, root)
    if (time === undefined || isNegated(words, root) || !isTold(words, root)) return undefined
    const joint = isCompared
      ? put(time === 'past' ? 'this compared' : 'this compares', tokens(open, open + 2))
      : put(time === 'past' ? 'this was' : 'this is', tokens(open, open + 1))
    return [
      [keep(tokens(0, open)), keep(tokens(end, words.length))],
      [joint, keep(tokens(isCompared ? open + 2 : open + 1, words.length))],
    ]
  },
}
