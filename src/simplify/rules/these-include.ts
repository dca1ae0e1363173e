import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkBefore, mainStart } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isDefinite, isTold } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
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
    const people = peopleIncluded(words, including, at, end)
    if (people) return split(words, at, start, end, 'this includes')
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
    return split(words, at, start, end, 'these include')
  },
}

function split(words: readonly Word[], at: number, start: number, end: number, verb: string): Rewrite {
  return [
    [keep(tokens(0, at - 1)), keep(tokens(end, words.length))],
    [put(verb, tokens(at, start)), keep(tokens(start, words.length))],
  ]
}

const harmed = /^(?:die|kill|injure|hurt|wound|drown|arrest|detain|evacuate|rescue|miss|displace|hospitalise|go)$/

/** "At least 1,313 people have died this year, including 41 who drowned last week": some of those counted. */
function peopleIncluded(words: readonly Word[], including: number, at: number, end: number): boolean {
  const main = including > 0 ? mainStart(words, at) : undefined
  if (main === undefined || words.slice(0, at).some((word) => /^(?:not|n['’]t|no|said|says|that)$/i.test(word.text)))
    return false
  const subject = words.slice(main.subject.start, main.subject.end)
  const isCounted =
    subject.some((word) => word.upos === 'NUM') && isOfClass(words[main.subject.head]?.lemma ?? '', 'person')
  const isHarm = words.slice(main.verb, at).some((word) => word.upos === 'VERB' && harmed.test(word.lemma))
  const opener = words[including + 1]
  const isSome = opener?.upos === 'NUM' || (/^an?$/i.test(opener?.text ?? '') && isPersonSoon(words, including + 2))
  return isCounted && isHarm && isSome && !words.slice(including, end).some((word) => word.text === ',')
}

function isPersonSoon(words: readonly Word[], from: number): boolean {
  return words.slice(from, from + 6).some((word) => isOfClass(word.lemma, 'person'))
}
