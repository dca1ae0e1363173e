import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { finiteVerbAt, mainStart, type NounChunk, opensClause, readsAsVerb } from '../../language/chunks.ts'
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
    [
      'Thieves broke a window at the back of the museum, took four paintings and drove off in a white van.',
      'Thieves broke a window at the back of the museum.',
      'Thieves took four paintings.',
      'Thieves drove off in a white van.',
    ],
    [
      'The president would be able to appoint three judges, dismiss the head of the bank and close the parliament for six months.',
      'The president would be able to appoint three judges.',
      'The president would be able to dismiss the head of the bank.',
      'The president would be able to close the parliament for six months.',
    ],
    [
      'The two armies were to pull back their guns, exchange all prisoners and allow food into the towns.',
      'The two armies were to pull back their guns.',
      'The two armies were to exchange all prisoners.',
      'The two armies were to allow food into the towns.',
    ],
  ],
  leavesAlone: [
    'The firm was not able to sell the mill, pay its workers or find a new owner for it.',
    'The men who broke the window, took four paintings and drove off have not been found.',
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
    const found = firstDeed(words, helper)
    if (found === undefined) return undefined
    const { first, form } = found
    // "If A, B will …": what rules the first rules all of them.
    if (opensClause(words, 0, subject.start) || words.slice(helper, first).some(isNot)) return undefined
    const joints = jointsOf(words, first, form, end)
    const last = joints.at(-1)
    // Two deeds without a helper are for and-verb, which knows more of them.
    if (last === undefined || (form === 'VBD' && joints.length < 2)) return undefined
    if (opensClause(words, first, last)) return undefined
    if (words.slice(first + 1, last).some((word, offset) => isRival(word, joints, first + 1 + offset))) return undefined
    // "wash and dry the wool": what follows belongs to both.
    if ((joints[0] ?? 0) - first < 3) return undefined
    const name = allAgain(words, subject) ?? context.cast.again(sentence, subject.head, context.origin)?.text
    if (name === undefined) return undefined
    const place = tokens(subject.head, subject.head + 1)
    const starts = joints.map((joint) => startOf(words, joint))
    const pieces = starts.map((start, index): readonly Piece[] => {
      const stop = joints[index + 1]
      const tail = stop === undefined ? words.length : stop
      return [
        put(name, place),
        ...(form === 'VBD' ? [] : [put(helperText(words, helper, first), tokens(helper, first))]),
        keep(tokens(start, tail)),
      ]
    })
    return [[keep(tokens(0, joints[0] ?? 0))], ...pieces]
  },
}

/** "Both sides", "all members": what all do, all do one by one; of "some" or "most" other ones could be meant. */
function allAgain(words: readonly Word[], { start, end }: NounChunk): string | undefined {
  const run = words.slice(start, end).map((word) => word.text)
  if (!/^(?:both|all|each|every)$/i.test(run[0] ?? '') || run.length > 4 || run.length < 2) return undefined
  return [run[0]?.toLowerCase(), ...run.slice(1)].join(' ')
}

interface Deed {
  readonly first: number
  /** The form that all deeds of the list have. */
  readonly form: string
}

/** The first of the deeds: behind "will", "has", "would be able to", "were to"; or a past form itself. */
function firstDeed(words: readonly Word[], verb: number): Deed | undefined {
  const helper = words[verb]
  if (helper === undefined) return undefined
  if (helper.xpos === 'VBD' && helper.upos === 'VERB' && !/^(?:be|have)$/.test(helper.lemma))
    return { first: verb, form: 'VBD' }
  const next = words.findIndex((word, at) => at > verb && word.upos !== 'ADV')
  const to = words.findIndex((word, at) => at > verb && at < verb + 4 && word.text.toLowerCase() === 'to')
  const chain = words
    .slice(verb, to < 0 ? verb : to)
    .map((word) => word.text.toLowerCase())
    .join(' ')
  const isChain =
    /^(?:is|are|was|were|has|have|had)$/.test(chain) ||
    /^(?:(?:will|would|must|may|could|might) )?(?:be|is|are|was|were) (?:able|allowed|free|ready|required)$/.test(
      chain,
    ) ||
    /^(?:will|would|may|could|might) (?:have|need)$/.test(chain)
  if (to > 0 && isChain && words[to + 1]?.xpos === 'VB') return { first: to + 1, form: 'VB' }
  if (helper.xpos === 'MD' && words[next]?.xpos === 'VB') return { first: next, form: 'VB' }
  return helper.lemma === 'have' && words[next]?.xpos === 'VBN' ? { first: next, form: 'VBN' } : undefined
}

/** "would be able to"; an adverb that stands before the first deed alone stays there. */
function helperText(words: readonly Word[], helper: number, first: number): string {
  const isChain = words[first - 1]?.text.toLowerCase() === 'to'
  return words
    .slice(helper, isChain ? first : helper + 1)
    .map((word) => word.text)
    .join(' ')
}

function isNot(word: Word): boolean {
  return /^(?:not|n['’]t|never)$/i.test(word.text)
}

/** The joints before each further verb: commas first, then one "and" (a comma before it is part of the joint). */
function jointsOf(words: readonly Word[], first: number, form: string, end: number): readonly number[] {
  const and = words.findLastIndex((word, at) => {
    return at > first && at < end - 2 && word.text.toLowerCase() === 'and' && isVerbAt(words, at + 1, form)
  })
  if (and < 0 || (form !== 'VBD' && finiteVerbAt(words, and + 1) !== undefined)) return []
  const commas = words.flatMap((word, at) =>
    word.text === ',' && at > first && at < and - 1 && isVerbAt(words, at + 1, form) ? [at] : [],
  )
  return [...commas, words[and - 1]?.text === ',' ? and - 1 : and]
}

function isVerbAt(words: readonly Word[], at: number, form: string): boolean {
  if (form === 'VB') return readsAsVerb(words, at)
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
