import { type TokenSpan, tokens } from '../document/span.ts'
import type { AnalysedSentence, Word } from './analysis.ts'
import { bodyEnd, isNegated, tenseOf } from './clause-parts.ts'
import { canAct } from './noun-classes.ts'
import { agentOf } from './passive.ts'
import { isReporting } from './reporting.ts'
import { childOf, childrenBy, isRelation, rootOf, spanOf, subtreeOf } from './tree.ts'

/** What a clause is in its sentence. */
export type ClauseKind =
  | 'main'
  | 'conjunct'
  | 'complement'
  | 'adverbial'
  | 'relative'
  | 'participial'
  | 'infinitive'
  | 'insert'

/** How an adverbial clause hangs together with the one it belongs to. */
export type ClauseRelation = 'time' | 'cause' | 'condition' | 'contrast' | 'purpose' | 'result' | 'manner'

/** One clause of a sentence. All spans are in the sentence's own words. */
export interface Clause {
  readonly kind: ClauseKind
  /** The verb, or the noun or adjective behind a copula. */
  readonly predicate: number
  /** Its words without the clauses beside it, from mark to mark. */
  readonly span: TokenSpan
  readonly subject?: TokenSpan
  /** Head of the noun that does it where the clause names no subject: of participles, infinitives and second verbs. */
  readonly understood?: number
  readonly object?: TokenSpan
  /** Who does it, of a passive. */
  readonly agent?: TokenSpan
  /** "because", "although", "and" …: the word that joins it. */
  readonly connective?: number
  readonly relation?: ClauseRelation
  /** Of a relative clause or a participle: the noun it tells more of, and whether commas set it apart. */
  readonly antecedent?: number
  readonly isSetApart?: boolean
  readonly voice: 'active' | 'passive'
  readonly tense?: 'past' | 'present'
  /** "may", "would": the modal verb. */
  readonly modal?: string
  readonly isNegated: boolean
  /** The lowest probability of an arc that the reading rests on, 0–1. */
  readonly certainty: number
}

const relationOf: Readonly<Record<string, ClauseRelation>> = {
  after: 'time',
  before: 'time',
  when: 'time',
  until: 'time',
  since: 'time',
  once: 'time',
  whenever: 'time',
  as: 'time',
  because: 'cause',
  given: 'cause',
  if: 'condition',
  unless: 'condition',
  whether: 'condition',
  provided: 'condition',
  should: 'condition',
  lest: 'condition',
  although: 'contrast',
  though: 'contrast',
  while: 'contrast',
  whereas: 'contrast',
  whilst: 'contrast',
  despite: 'contrast',
  to: 'purpose',
  so: 'result',
  by: 'manner',
  without: 'manner',
  like: 'manner',
}

/** The clauses of a sentence in the order of their predicates. Linear in the sentence for any tree of ordinary depth. */
export function clausesOf({ words }: AnalysedSentence): readonly Clause[] {
  const root = rootOf(words)
  if (root === undefined) return []
  return words.flatMap((word, at) => {
    const kind = kindOf(words, at, root)
    return kind === undefined ? [] : [clauseAt(words, at, kind, word)]
  })
}

function kindOf(words: readonly Word[], at: number, root: number): ClauseKind | undefined {
  const word = words[at]
  if (word === undefined || word.upos === 'PUNCT') return undefined
  if (at === root) return isPredicate(words, at) ? 'main' : undefined
  const isTo = childrenBy(words, at, 'mark').some((mark) => words[mark]?.text.toLowerCase() === 'to')
  // "the claim that the bank lied": nothing is missing in it, so it says what the claim is.
  if (isRelation(word.relation, 'acl:relcl'))
    return childOf(words, at, 'mark') === undefined ? 'relative' : 'complement'
  if (isRelation(word.relation, 'acl'))
    return isTo ? 'infinitive' : /^VB[NG]$/.test(word.xpos) ? 'participial' : 'complement'
  if (isRelation(word.relation, 'ccomp', 'csubj')) return 'complement'
  if (isRelation(word.relation, 'xcomp')) return isTo || word.upos === 'VERB' ? 'infinitive' : undefined
  if (isRelation(word.relation, 'advcl')) {
    const hasOwn = childOf(words, at, 'nsubj', 'mark') !== undefined
    if (isTo) return 'infinitive'
    return /^VB[NG]$/.test(word.xpos) && !hasOwn ? 'participial' : 'adverbial'
  }
  if (isRelation(word.relation, 'parataxis')) return isPredicate(words, at) ? 'insert' : undefined
  if (isRelation(word.relation, 'conj')) {
    const head = words[word.head]
    return isPredicate(words, at) && head !== undefined && isPredicate(words, word.head) ? 'conjunct' : undefined
  }
  return undefined
}

function isPredicate(words: readonly Word[], at: number): boolean {
  const word = words[at]
  return word?.upos === 'VERB' || word?.upos === 'AUX' || childOf(words, at, 'cop', 'nsubj') !== undefined
}

function clauseAt(words: readonly Word[], at: number, kind: ClauseKind, word: Word): Clause {
  const subject = childOf(words, at, 'nsubj', 'csubj')
  const object = childOf(words, at, 'obj', 'ccomp')
  const connective = connectiveOf(words, at)
  const modal = childrenBy(words, at, 'aux').find((aux) => words[aux]?.xpos === 'MD')
  const agent = agentOf(words, at)
  const tense = tenseOf(words, at)
  const isParticiple = kind === 'participial' && word.xpos === 'VBN' && childOf(words, at, 'aux') === undefined
  const isPassive = childOf(words, at, 'aux:pass', 'nsubj:pass') !== undefined || isParticiple
  const isSpeakers = kind === 'participial' && isOfSpeaker(words, at)
  const isOfNoun = kind === 'participial' && isRelation(word.relation, 'acl') && !isSpeakers
  const antecedent = kind === 'relative' || isOfNoun ? word.head : undefined
  const span = spanOfClause(words, at)
  const main = isSpeakers ? childOf(words, rootOf(words) ?? -1, 'nsubj') : undefined
  const understood = subject === undefined ? (main ?? understoodSubject(words, at, kind)) : undefined
  const relation = relationHere(words, at, kind, connective)
  return {
    kind,
    predicate: at,
    span,
    ...(subject === undefined ? {} : { subject: ownSpan(words, subject) }),
    ...(understood === undefined ? {} : { understood }),
    ...(object === undefined ? {} : { object: ownSpan(words, object) }),
    ...(agent === undefined ? {} : { agent: tokens(agent.start, agent.end) }),
    ...(connective === undefined ? {} : { connective }),
    ...(relation === undefined ? {} : { relation }),
    ...(antecedent === undefined ? {} : { antecedent, isSetApart: isSetApart(words, span) }),
    voice: isPassive ? 'passive' : 'active',
    ...(tense === undefined ? {} : { tense }),
    ...(modal === undefined ? {} : { modal: words[modal]?.text.toLowerCase() ?? '' }),
    isNegated: isNegated(words, at),
    certainty: Math.min(
      word.confidence.arc * word.confidence.label,
      ...[subject, object].flatMap((one) => words[one ?? -1]?.confidence.arc ?? []),
    ),
  }
}

/** "…, saying prices were too high" behind a thing that cannot speak: the subject of the sentence says it. */
function isOfSpeaker(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word?.xpos !== 'VBG' || !isRelation(word.relation, 'acl') || !isReporting(word.lemma)) return false
  const noun = words[word.head]
  return words[at - 1]?.text === ',' && noun !== undefined && noun.upos === 'NOUN' && !canAct(noun.lemma)
}

/** How a clause hangs together with the one above it, by the word that joins it and by its order. */
function relationHere(
  words: readonly Word[],
  at: number,
  kind: ClauseKind,
  connective: number | undefined,
): ClauseRelation | undefined {
  const word = words[at]
  if (kind === 'infinitive') return isRelation(word?.relation ?? '', 'advcl') ? 'purpose' : undefined
  if (kind !== 'adverbial' && kind !== 'participial') return undefined
  // "Had he known, …": the helper before its subject.
  const subject = childOf(words, at, 'nsubj')
  const helper = childOf(words, at, 'aux')
  const isTurned = subject !== undefined && helper !== undefined && helper < subject
  if (connective === undefined)
    return isTurned && /^(?:had|should|were)$/i.test(words[helper]?.text ?? '') ? 'condition' : undefined
  const text = words[connective]?.text.toLowerCase() ?? ''
  // "slept while the others worked": without a comma it tells when.
  if (text === 'while' && connective > 0 && words[connective - 1]?.text !== ',') return 'time'
  return relationOf[text]
}

/** The mark or conjunction that opens a clause; a relative word for a relative clause. */
function connectiveOf(words: readonly Word[], at: number): number | undefined {
  return (
    childOf(words, at, 'mark', 'cc') ??
    childrenBy(words, at, 'advmod').find((one) => /^(?:when|where|why|how|whenever)$/i.test(words[one]?.text ?? ''))
  )
}

/** A word and what hangs on it, without clauses that are set beside it. */
function ownSpan(words: readonly Word[], at: number): TokenSpan {
  return spanOf(words, at)
}

/** The words of a clause without the clauses that stand beside it or are set apart from it; marks at its ends are left off. */
function spanOfClause(words: readonly Word[], at: number): TokenSpan {
  const beside = new Set(
    childrenBy(words, at, 'conj', 'parataxis')
      .filter((child) => isPredicate(words, child))
      .flatMap((child) => subtreeOf(words, child)),
  )
  const own = subtreeOf(words, at).filter((one) => !beside.has(one) && words[one]?.upos !== 'PUNCT')
  const start = own[0] ?? at
  const last = own.at(-1) ?? at
  return tokens(start, Math.min(last + 1, Math.max(bodyEnd(words), at + 1)))
}

/** Whether a comma, dash or bracket opens the clause. */
function isSetApart(words: readonly Word[], span: TokenSpan): boolean {
  return /^(?:,|-|--|–|—|\()$/u.test(words[span.start - 1]?.text ?? '')
}

/** The subject of the clause above, or the object for verbs that make somebody do something ("told them to leave"). */
function understoodSubject(words: readonly Word[], at: number, kind: ClauseKind): number | undefined {
  const word = words[at]
  if (word === undefined) return undefined
  if (kind === 'relative' || kind === 'main' || kind === 'insert') return undefined
  if (isRelation(word.relation, 'acl')) return word.head
  let above = word.head
  for (let steps = 0; steps < words.length && above >= 0; steps += 1) {
    if (kind === 'infinitive' && steps === 0) {
      const made = childOf(words, above, 'obj', 'iobj')
      if (made !== undefined && isRelation(word.relation, 'xcomp')) return made
    }
    const subject = childOf(words, above, 'nsubj', 'csubj')
    if (subject !== undefined) return subject
    above = words[above]?.head ?? -1
  }
  return undefined
}
