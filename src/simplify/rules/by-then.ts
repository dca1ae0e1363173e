import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkFrom, clauseFollows } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** What "by which time" and its kind say at the front of a sentence of their own. */
const joints: Readonly<Record<string, string>> = {
  'by which time': 'by then,',
  'by which point': 'by then,',
  'at which time': 'at that time,',
  'at which point': 'then',
  'after which': 'after that,',
  'in which case': 'if that happens,',
}

/** "The board meets in May, by which time it will have new figures." → "… By then, it will have new figures." */
export const byThen: Rule = {
  name: 'by-then',
  because: 'What comes after it now stands in a sentence of its own.',
  shows: true,
  byMarks: true,
  certain: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'The board next meets on 7 and 8 December, by which time the bank will have new wages figures.',
      'The board next meets on 7 and 8 December.',
      'By then, the bank will have new wages figures.',
    ],
    [
      'The children were taken to a school near the river, after which the police searched the house for two days.',
      'The children were taken to a school near the river.',
      'After that, the police searched the house for two days.',
    ],
    [
      'The board next meets in May, by which time, Ms Lee said, the bank would have new wages figures.',
      'The board next meets in May.',
      'Ms Lee said that by then the bank would have new wages figures.',
    ],
  ],
  leavesAlone: [
    'The board asked by which time the bank would have the new wages figures for all states.',
    'He told the court that the fire began at noon, by which time the workers had gone home.',
    'The mayor did not say at which point the town would run out of clean water for its people.',
  ],

  rewrite({ words }, context): Rewrite | undefined {
    if (isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const end = bodyEnd(words)
    for (let open = 4; open < end - 4; open += 1) {
      if (words[open]?.text !== ',') continue
      const text = [1, 2, 3].map((step) => words[open + step]?.text.toLowerCase() ?? '')
      const [three, two] = [text.join(' '), text.slice(0, 2).join(' ')]
      const joint = joints[three] ?? joints[two]
      if (joint === undefined) continue
      const start = open + (joints[three] === undefined ? 3 : 4)
      // "by which time, Ms Lee said, she would": what stands between two commas comes first.
      const next = words[start]?.text === ',' ? start + 1 : start
      const hasVerb = words.slice(0, open).some((word) => /^(?:VBD|VBZ|VBP|MD)$/.test(word.xpos))
      if (!hasVerb || !clauseFollows(words, next)) continue
      // "He said the fire began at noon, by which time …": who says the second is not sure.
      if (context.before === 0 && words.slice(0, open).some((word) => /^(?:that|said|says|told)$/i.test(word.text)))
        continue
      // "by which time, Ms Lee said, she would": the speaker comes first.
      const said = words[start]?.text === ',' ? saidAt(words, next) : undefined
      if (said !== undefined && context.before > 0) continue
      if (said !== undefined)
        return [
          [keep(tokens(0, open)), keep(tokens(end, words.length))],
          [
            keep(tokens(next, said)),
            put(`that ${joint.replace(',', '')}`, tokens(open + 1, start)),
            keep(tokens(said + 1, words.length)),
          ],
        ]
      return [
        [keep(tokens(0, open)), keep(tokens(end, words.length))],
        [put(joint, tokens(open + 1, start)), keep(tokens(next, words.length))],
      ]
    }
    return undefined
  },
}

/** The comma behind "Ms Lee said" at `start`. */
function saidAt(words: readonly Word[], start: number): number | undefined {
  const end = chunkFrom(words, start)?.end ?? start
  return /^(?:said|says)$/.test(words[end]?.text ?? '') && words[end + 1]?.text === ',' ? end + 1 : undefined
}
