import { tokens } from '../../document/span.ts'
import { clauseFollows, finiteVerbAt, subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const becauseSo: Rule = {
  name: 'because-so',
  because: 'The reason comes first, in a sentence of its own.',
  shows: true,
  whenLong: true,
  examples: [
    [
      'Because octopuses have no bones, they are able to fit into very small spaces.',
      'Octopuses have no bones.',
      'So they are able to fit into very small spaces.',
    ],
    [
      'After the river broke its banks on Monday night, police closed three roads near the school.',
      'The river broke its banks on Monday night.',
      'Then police closed three roads near the school.',
    ],
    [
      'Given that the river is still rising, the mayor has asked people in the low streets to stay with friends.',
      'The river is still rising.',
      'So the mayor has asked people in the low streets to stay with friends.',
    ],
  ],
  leavesAlone: [
    'After the earthquake destroyed their house in February, the family lived in a tent for seven months.',
    'Given the height of the river, the mayor has asked people to stay with friends.',
    'Because of the storm, the school will stay closed until Monday morning.',
    'After the storm, the school will stay closed until Monday morning.',
    'After the bank closes its shops, the town will have no place to get cash.',
    'Because she was not there when the bus came in, nobody knows why it left.',
  ],

  rewrite({ words }): Rewrite | undefined {
    const isGiven = /^given that$/i.test(`${words[0]?.text} ${words[1]?.text}`)
    const link = isGiven ? 'because' : (words[0]?.text.toLowerCase() ?? '')
    const start = isGiven ? 2 : 1
    if (!/^(?:because|after)$/.test(link) || isQuestion(words)) return undefined
    if (!clauseFollows(words, start) || words.some((word) => /^["“”]$/u.test(word.text))) return undefined
    const comma = words.findIndex((word, at) => at > 3 && word.text === ',' && clauseFollows(words, at + 1))
    if (comma < 0 || comma > bodyEnd(words) - 3) return undefined
    const own = verbOf(words, start)
    const main = verbOf(words, comma + 1)
    if (own === undefined || main === undefined) return undefined
    // A comma inside the first part: where it ends is not sure.
    if (words.slice(start, comma).some((word) => word.text === ',' || /^(?:when|if|who|which|that)$/i.test(word.text)))
      return undefined
    // "After the storm took their house, the family …": who "their" is stands behind.
    const isBehind = words
      .slice(start, comma)
      .some((word) => /^(?:he|she|they|his|her|their|them|him)$/i.test(word.text))
    if (isBehind && words[comma + 1]?.upos !== 'PRON') return undefined
    // "After" and "then" order what is past.
    if (link === 'after' && (words[own]?.xpos !== 'VBD' || words[main]?.xpos !== 'VBD')) return undefined
    return [
      [keep(tokens(start, comma))],
      [put(link === 'because' ? 'so' : 'then', tokens(0, start)), keep(tokens(comma + 1, words.length))],
    ]
  },
}

function verbOf(words: Parameters<typeof subjectFrom>[0], start: number): number | undefined {
  const subject = subjectFrom(words, start)
  return subject === undefined ? undefined : finiteVerbAt(words, subject.end)
}
