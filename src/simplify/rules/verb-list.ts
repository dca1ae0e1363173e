import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { finiteVerbAt, mainStart, opensClause } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const verbList: Rule = {
  name: 'verb-list',
  because: 'Each thing that somebody does now has its own sentence.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The bill would limit rent rises to once a year and ban landlords from asking for more money.',
      'The bill would limit rent rises to once a year.',
      'The bill would ban landlords from asking for more money.',
    ],
    [
      'The council will close the old pool, sell the land and build a new library near the station.',
      'The council will close the old pool.',
      'The council will sell the land.',
      'The council will build a new library near the station.',
    ],
    [
      'The former manager has pleaded not guilty to 14 charges and been released on bail by a judge.',
      'The former manager has pleaded not guilty to 14 charges.',
      'The former manager has been released on bail by a judge.',
    ],
  ],
  leavesAlone: [
    'The law would let the police stop cars and search them without a reason of any kind at night.',
    'The council will not close the old pool and sell the land near the station before next year.',
    'The farmers must wash and dry the wool before they can sell it at the market in town.',
    'If it rains, the club will cancel the match and give all the fans their money back.',
    'The bank has helped people who lost their homes and given money to the schools in the valley.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => /^["“”:;]$/u.test(word.text))) return undefined
    const end = bodyEnd(words)
    const main = mainStart(words, end)
    if (main === undefined) return undefined
    const { subject, verb: helper } = main
    const isModal = words[helper]?.xpos === 'MD'
    if (!isModal && words[helper]?.lemma !== 'have') return undefined
    const first = words.findIndex((word, at) => at > helper && word.upos !== 'ADV')
    const form = words[first]?.xpos ?? ''
    if (form !== (isModal ? 'VB' : 'VBN')) return undefined
    // "If A, B will …": what rules the first rules all of them.
    if (opensClause(words, 0, subject.start) || words.slice(helper, first).some(isNot)) return undefined
    const joints = jointsOf(words, first, form, end)
    const last = joints.at(-1)
    if (last === undefined || opensClause(words, first, last)) return undefined
    if (words.slice(first + 1, last).some((word, offset) => isRival(word, joints, first + 1 + offset))) return undefined
    // "wash and dry the wool": what follows belongs to both.
    if ((joints[0] ?? 0) - first < 3) return undefined
    const naming = context.cast.again(sentence, subject.head, context.origin)
    if (naming === undefined) return undefined
    const place = tokens(subject.head, subject.head + 1)
    const starts = joints.map((joint) => startOf(words, joint))
    const pieces = starts.map((start, index): readonly Piece[] => {
      const stop = joints[index + 1]
      const tail = stop === undefined ? words.length : stop
      return [
        put(naming.text, place),
        put(words[helper]?.text ?? '', tokens(helper, helper + 1)),
        keep(tokens(start, tail)),
      ]
    })
    return [[keep(tokens(0, joints[0] ?? 0))], ...pieces]
  },
}

function isNot(word: Word): boolean {
  return /^(?:not|n['’]t|never)$/i.test(word.text)
}

/** The joints before each further verb: commas first, then one "and" (a comma before it is part of the joint). */
function jointsOf(words: readonly Word[], first: number, form: string, end: number): readonly number[] {
  const and = words.findLastIndex((word, at) => {
    return at > first && at < end - 2 && word.text.toLowerCase() === 'and' && isVerbAt(words, at + 1, form)
  })
  if (and < 0 || finiteVerbAt(words, and + 1) !== undefined) return []
  const commas = words.flatMap((word, at) =>
    word.text === ',' && at > first && at < and - 1 && isVerbAt(words, at + 1, form) ? [at] : [],
  )
  return [...commas, words[and - 1]?.text === ',' ? and - 1 : and]
}

function isVerbAt(words: readonly Word[], at: number, form: string): boolean {
  const place = words[at]?.text.toLowerCase() === 'been' && form === 'VBN' ? at + 1 : at
  return words[place]?.xpos === form && words[place]?.upos === 'VERB'
}

function startOf(words: readonly Word[], joint: number): number {
  const next = joint + 1
  return words[joint]?.text === ',' && words[next]?.text.toLowerCase() === 'and' ? next + 1 : next
}

/** A verb between that could take the next one for its own: "let the police stop cars and search", "agreed to stop … and pay". */
function isRival(word: Word, joints: readonly number[], at: number): boolean {
  if (joints.includes(at - 1) || word.upos === 'AUX') return false
  return /^(?:VB|VBN|VBD|VBZ|VBP|MD|TO)$/.test(word.xpos) && word.upos !== 'ADP'
}
