import type { Word } from '../../language/analysis.ts'
import { childrenBy, childrenOf, isRelation } from '../../language/tree.ts'
import { negations } from '../guards.ts'

/** How something is said to be: in fact, in a plan ("to build"), perhaps; `none` for a participle or a noun. */
export type Mode = 'past' | 'present' | 'plan' | 'none' | 'will' | 'would' | 'can' | 'could' | 'may' | 'should' | 'must'

/** What is said with one predicate: who does it, to whom, whether it is so, and when. Words are indexes of its sentence. */
export interface Predicate {
  readonly at: number
  readonly isNegated: boolean
  readonly mode: Mode
  /** Heads that may stand for who does it (or is it). */
  readonly doers: ReadonlySet<number>
  /** Heads that may stand for whom or what it is done to. */
  readonly targets: ReadonlySet<number>
}

const modes: Readonly<Record<string, Mode>> = {
  will: 'will',
  shall: 'will',
  "'ll": 'will',
  wo: 'will',
  would: 'would',
  "'d": 'would',
  can: 'can',
  ca: 'can',
  could: 'could',
  may: 'may',
  might: 'may',
  should: 'should',
  ought: 'should',
  must: 'must',
}

/** Whether a word may be a predicate: a verb, or a noun or adjective with "be". */
export function isPredicate(words: readonly Word[], at: number): boolean {
  return words[at]?.upos === 'VERB' || childrenBy(words, at, 'cop').length > 0
}

/** What is said with the predicate `at`. */
export function predicateAt(words: readonly Word[], at: number): Predicate {
  const governor = sharedWith(words, at)
  const subjects = childrenBy(words, at, 'nsubj')
  const shared = subjects.length > 0 ? subjects : childrenBy(words, governor, 'nsubj')
  const isPassive =
    childrenBy(words, at, 'aux:pass', 'nsubj:pass').length > 0 ||
    (words[at]?.xpos === 'VBN' && isRelation(words[at]?.relation ?? '', 'acl', 'amod', 'advcl'))
  const agents = childrenBy(words, at, 'obl:agent')
  const objects = childrenBy(words, at, 'obj', 'iobj')
  const described = isRelation(words[at]?.relation ?? '', 'acl', 'amod') ? [words[at]?.head ?? -1] : []
  const own = [...shared, ...described].filter((head) => head >= 0)
  return {
    at,
    isNegated: isNegated(words, at),
    mode: modeOf(words, at, governor),
    doers: namesFor(words, isPassive ? agents : own),
    targets: namesFor(words, isPassive ? own : objects),
  }
}

/** The predicate whose subject and modal count for this one too: "could fall and break". */
function sharedWith(words: readonly Word[], at: number): number {
  let current = at
  for (let steps = 0; steps < words.length; steps += 1) {
    const word = words[current]
    const mayShare = word !== undefined && isRelation(word.relation, 'conj', 'xcomp', 'advcl')
    if (!mayShare || word.head < 0 || childrenBy(words, current, 'nsubj').length > 0) return current
    current = word.head
  }
  return current
}

function isNegated(words: readonly Word[], at: number): boolean {
  return childrenOf(words, at).some((child) => negations.has(words[child]?.text.toLowerCase() ?? ''))
}

function modeOf(words: readonly Word[], at: number, governor: number): Mode {
  for (const place of at === governor ? [at] : [at, governor]) {
    // "planned to build": what is planned is not done.
    if (
      words[place]?.xpos === 'VB' &&
      childrenBy(words, place, 'mark').some((mark) => words[mark]?.text.toLowerCase() === 'to')
    )
      return 'plan'
    const helpers = childrenBy(words, place, 'aux', 'cop').flatMap((helper) => words[helper] ?? [])
    const modal = helpers.flatMap((helper) => modes[helper.text.toLowerCase()] ?? [])[0]
    if (modal !== undefined) return modal
    const verbs = [...helpers, ...(words[place] === undefined ? [] : [words[place]])]
    if (verbs.some(({ xpos }) => xpos === 'VBD')) return 'past'
    const present = verbs.find(({ xpos }) => xpos === 'VBZ' || xpos === 'VBP')
    if (present !== undefined) return present.lemma === 'have' && words[place]?.xpos === 'VBN' ? 'past' : 'present'
    if (place === governor || childrenBy(words, place, 'mark', 'aux').length > 0) return 'none'
  }
  return 'none'
}

/** Heads with the words that name the same thing: "Housing Minister Ann Lee", "the dog and the cat", "Lee, a farmer". */
function namesFor(words: readonly Word[], heads: readonly number[]): ReadonlySet<number> {
  const all = new Set<number>()
  const queue = [...heads]
  for (let head = queue.pop(); head !== undefined; head = queue.pop()) {
    if (all.has(head)) continue
    all.add(head)
    queue.push(...childrenBy(words, head, 'flat', 'compound', 'appos', 'conj', 'nummod'))
    const word = words[head]
    if (word !== undefined && isRelation(word.relation, 'appos', 'flat', 'compound') && word.head >= 0)
      queue.push(word.head)
  }
  return all
}

/** Heads of whom "is" may be said of the noun or adjective `at`: "the old dog", "Lee, a farmer", "farmer Lee". */
export function describedBy(words: readonly Word[], at: number): ReadonlySet<number> {
  const word = words[at]
  if (word === undefined) return new Set()
  const around = isRelation(word.relation, 'amod', 'appos', 'compound', 'flat', 'nmod', 'acl', 'nummod')
    ? [word.head]
    : []
  const subjects = childrenBy(words, at, 'nsubj')
  const governor = sharedWith(words, at)
  const parts = childrenBy(words, at, 'appos', 'flat', 'compound')
  return namesFor(
    words,
    [...around, ...parts, ...subjects, ...childrenBy(words, governor, 'nsubj')].filter((head) => head >= 0),
  )
}
