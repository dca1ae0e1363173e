import { tokens } from '../../document/span.ts'
import { chunkBefore, mainStart } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isDefinite, isTold } from '../../language/insertions.ts'
import { rootOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const theseInclude: Rule = {
  name: 'these-include',
  because: 'The examples now stand in a sentence of their own.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The fund has given money to 40 towns, including Bega, Cooma and three villages on the coast.',
      'The fund has given money to 40 towns.',
      'These include Bega, Cooma and three villages on the coast.',
    ],
    [
      'The report makes 21 recommendations, among them a code on discounts, larger labels and fines of up to $50 million.',
      'The report makes 21 recommendations.',
      'These include a code on discounts, larger labels and fines of up to $50 million.',
    ],
  ],
  leavesAlone: [
    'The trip costs $900, including food and a bed for two nights in the old hotel near the sea.',
    'The club did not pay its players, including the captain, for the last three games of the season.',
    'Enforcing the rules, including searching bags and ringing parents, takes up time.',
  ],

  rewrite({ words }): Rewrite | undefined {
    if (isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const end = bodyEnd(words)
    const including = words.findLastIndex((word) => word.text.toLowerCase() === 'including')
    const among = words.findLastIndex(
      (word, place) => /^among(?:st)?$/i.test(word.text) && words[place + 1]?.text.toLowerCase() === 'them',
    )
    const at = including > 0 ? including : among
    const start = including > 0 ? at + 1 : at + 2
    if (at < 4 || words[at - 1]?.text !== ',' || end - at < 4) return undefined
    const host = chunkBefore(words, at - 1)
    if (host === undefined || mainStart(words, at) === undefined) return undefined
    const noun = words[host.head]
    // Many of one kind, right before the comma, and nothing else that could be meant.
    if (noun?.xpos !== 'NNS' || /^(?:of|with|between|and|or|for)$/i.test(words[host.start - 1]?.text ?? ''))
      return undefined
    if (/^(?:dollar|pound|euro|cent|hour|day|week|month|year|metre|kilometre|per)$/.test(noun.lemma)) return undefined
    if (!isDefinite(words, host.head) && !isTold(words, rootOf(words))) return undefined
    const inside = words.slice(start, end)
    if (inside.some((word) => /^(?:VBG|VBD|VBZ|VBP|MD)$/.test(word.xpos))) return undefined
    // "including the captain, for three games": what follows a comma must be the next of the list.
    if (
      inside.some(
        (word, place) =>
          word.text === ',' &&
          !/^(?:DT|PRP\$|CD|JJR?|NNP?S?)$/.test(inside[place + 1]?.xpos ?? '') &&
          !/^(?:or|and|whichever)$/.test(inside[place + 1]?.text ?? ''),
      )
    )
      return undefined
    return [
      [keep(tokens(0, at - 1)), keep(tokens(end, words.length))],
      [put('these include', tokens(at, start)), keep(tokens(start, words.length))],
    ]
  },
}
