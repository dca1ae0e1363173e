import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { clauseFollows, finiteVerbAt, mainStart, opensClause, subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** "Since A, B has happened" → "A. Since then, B has happened." */
export const sinceThen: Rule = {
  name: 'since-then',
  because: 'What happened first comes first, in a sentence of its own.',
  shows: true,
  whenLong: true,
  examples: [
    [
      'Since the ban began in January, the number of fires in the state has dropped by a third.',
      'The ban began in January.',
      'Since then, the number of fires in the state has dropped by a third.',
    ],
    [
      'Since the new speed limit came into force last year, the number of deaths on the road has fallen by 22 per cent.',
      'The new speed limit came into force last year.',
      'Since then, the number of deaths on the road has fallen by 22 per cent.',
    ],
  ],
  leavesAlone: [
    'Since the river is still high, the school has closed its doors until Monday.',
    'Since 2019, the number of fires in the state has dropped by a third.',
    'Since the bank closed its shops, the town has no place to get cash.',
    'Since she took office in 2021, Ms Marin has closed three of the four prisons on the island.',
  ],

  rewrite({ words }): Rewrite | undefined {
    if (!/^since$/i.test(words[0]?.text ?? '') || isQuestion(words) || hasMarks(words)) return undefined
    if (!clauseFollows(words, 1)) return undefined
    const comma = words.findIndex((word, at) => at > 3 && word.text === ',')
    if (comma < 0 || comma > bodyEnd(words) - 4) return undefined
    const [own, main] = [verbOf(words, 1), verbOf(words, comma + 1)]
    if (own === undefined || main === undefined || own > comma || words[own]?.xpos !== 'VBD') return undefined
    // "Since she took office, Ms Marin has": who "she" is must be known before.
    if (words[1]?.upos === 'PRON' || words.slice(1, comma).some(isNot) || opensClause(words, 1, comma)) return undefined
    const helped = words.slice(main + 1, main + 4).find((word) => word.upos !== 'ADV' && word.upos !== 'PART')
    const isPerfect = /^(?:has|have)$/i.test(words[main]?.text ?? '') && helped?.xpos === 'VBN'
    if (!isPerfect) return undefined
    return [[keep(tokens(1, comma))], [put('since then,', tokens(0, 1)), keep(tokens(comma + 1, words.length))]]
  },
}

/** "A while B" with two subjects → "A. At the same time, B." */
export const atTheSameTime: Rule = {
  name: 'at-the-same-time',
  because: 'Two things that happen at once now stand in two sentences.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The museum will be closed from Monday until the end of March while workers repair the roof and put in new lifts.',
      'The museum will be closed from Monday until the end of March.',
      'At the same time, workers will repair the roof and put in new lifts.',
    ],
    [
      'Two of the men held the guards in a small room for an hour while a third took the money from the safe.',
      'Two of the men held the guards in a small room for an hour.',
      'At the same time, a third took the money from the safe.',
    ],
  ],
  leavesAlone: [
    'The man was hit by a branch on the head on Monday night while he was cutting wood.',
    'The bank will not change its rate from 4 per cent this year while prices stay as high as they are now.',
    'The two sides did not talk about money for the new port while the old president was in office.',
    'The price of bread may rise again in the north of the country while the war goes on in the east.',
    'The mayor said she would not leave her office at the town hall while the people trust her.',
  ],

  rewrite({ words }, { level, before }): Rewrite | undefined {
    if (isQuestion(words) || hasMarks(words) || words.length + before < (level === 1 ? 14 : 19)) return undefined
    const end = bodyEnd(words)
    const at = words.findIndex((word, place) => place > 5 && /^(?:while|whilst)$/i.test(word.text))
    if (at < 0 || at > end - 4 || words[at - 1]?.text === ',' || words[at - 1]?.upos === 'ADV') return undefined
    const main = mainStart(words, at)
    const subject = subjectFrom(words, at + 1)
    if (main === undefined || subject === undefined || isPerson(words[subject.head])) return undefined
    const own = finiteVerbAt(words, subject.end)
    // One verb before, so that what the clause belongs to is sure; nothing after that could be a third clause.
    if (own === undefined || opensClause(words, 0, at) || words.slice(0, at).some(isNot)) return undefined
    if (words.slice(at, end).some((word) => isNot(word) || /^(?:,|if|who|which|because)$/i.test(word.text)))
      return undefined
    const others = words.slice(main.verb + 1, at).filter((word) => /^(?:VBD|VBZ|VBP|MD|TO|VBG)$/.test(word.xpos))
    if (others.length > 0) return undefined
    const shared = sharedForm(words, main.verb, own, end)
    if (shared === undefined) return undefined
    return [
      [keep(tokens(0, at)), keep(tokens(end, words.length))],
      [put('at the same time,', tokens(at, at + 1)), keep(tokens(at + 1, own)), ...shared],
    ]
  },
}

/** The second verb in the time of the first: both past, or what is planned told as planned. */
function sharedForm(words: readonly Word[], verb: number, own: number, end: number): readonly Piece[] | undefined {
  const [first, second] = [words[verb], words[own]]
  if (first?.xpos === 'VBD' && second?.xpos === 'VBD') return [keep(tokens(own, words.length))]
  if (first?.text.toLowerCase() !== 'will' || second?.upos !== 'VERB') return undefined
  if (
    /^(?:be|have|last|remain|stay|continue|exist|live|need|want|keep|like|go|hold|seem|know|think|hope|wait)$/.test(
      second.lemma,
    )
  )
    return undefined
  const isPlural = second.xpos === 'VBP'
  // "while the council repairs the roof and puts in lifts": both would change.
  if (!isPlural && words.slice(own + 1, end).some((word) => word.xpos === 'VBZ')) return undefined
  return [put(`will ${second.lemma}`, tokens(own, own + 1)), keep(tokens(own + 1, words.length))]
}

/** "while he was cutting wood" tells when; "while those of electric cars rose" is another thing. */
function isPerson(word: Word | undefined): boolean {
  return word?.upos === 'PRON' && word.text.toLowerCase() !== 'those'
}

function isNot(word: Word): boolean {
  return /^(?:not|n['’]t|never|no)$/i.test(word.text)
}

function hasMarks(words: readonly Word[]): boolean {
  return words.some((word) => /^["“”:;()]$/u.test(word.text))
}

function verbOf(words: readonly Word[], start: number): number | undefined {
  const subject = subjectFrom(words, start)
  return subject === undefined ? undefined : finiteVerbAt(words, subject.end)
}
