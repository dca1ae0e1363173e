import { tokens } from '../../document/span.ts'
import { keep } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const splitSemicolon: Rule = {
  name: 'split-semicolon',
  because: 'Two short sentences are easier than one long one.',
  examples: [
    ['The bridge is closed; buses will use the old road.', 'The bridge is closed.', 'Buses will use the old road.'],
    ['The council lost the case; it will not appeal.', 'The council lost the case.', 'It will not appeal.'],
  ],
  leavesAlone: ['Teams came from Bega, on the coast; Cooma, in the hills; and Yass.'],

  rewrite({ words }) {
    const marks = words.flatMap((word, at) => (word.text === ';' ? [at] : []))
    const [mark] = marks
    // Two or more are marks between the items of a list.
    if (mark === undefined || marks.length > 1) return undefined
    if (words.slice(0, mark).filter((word) => word.text === '"').length % 2 === 1) return undefined
    return [[keep(tokens(0, mark))], [keep(tokens(mark + 1, words.length))]]
  },
}
