import { type TokenSpan, tokens } from '../document/span.ts'
import type { Word } from './analysis.ts'
import { isOfClass } from './noun-classes.ts'
import { childOf, childrenBy, isRelation, spanOf } from './tree.ts'

/** A noun with all that belongs to it. */
export interface NounPhrase {
  readonly head: number
  readonly span: TokenSpan
  readonly determiner?: number
  /** Adjectives, numbers and nouns before the head. */
  readonly modifiers: readonly number[]
  readonly isPlural: boolean
}

/** What a phrase with a preposition tells. */
export type PhraseRole = 'time' | 'place' | 'cause' | 'topic' | 'amount' | 'companion' | 'source' | 'manner' | 'other'

/** A preposition with its noun phrase. */
export interface PrepositionalPhrase {
  readonly preposition: number
  readonly head: number
  readonly span: TokenSpan
  /** The word it belongs to. */
  readonly governor: number
  readonly role: PhraseRole
}

/** The longest noun phrases of a sentence: none stands inside another one's head noun. */
export function nounPhrasesOf(words: readonly Word[]): readonly NounPhrase[] {
  return words.flatMap((word, at) => {
    if (!/^(?:NOUN|PROPN|PRON)$/.test(word.upos) || isRelation(word.relation, 'compound', 'flat', 'fixed')) return []
    const determiner = childOf(words, at, 'det')
    const modifiers = childrenBy(words, at, 'amod', 'nummod', 'compound').filter((child) => child < at)
    return [
      {
        head: at,
        span: spanOf(words, at),
        ...(determiner === undefined ? {} : { determiner }),
        modifiers,
        isPlural: word.features.number === 'plural' || /^NNP?S$/.test(word.xpos),
      },
    ]
  })
}

/** The phrases with a preposition, with a guess of what each tells. */
export function prepositionalPhrasesOf(words: readonly Word[]): readonly PrepositionalPhrase[] {
  return words.flatMap((word, head) => {
    if (!isRelation(word.relation, 'obl', 'nmod')) return []
    const preposition = childOf(words, head, 'case')
    if (preposition === undefined || preposition > head || word.head < 0) return []
    const whole = spanOf(words, head)
    return [
      {
        preposition,
        head,
        span: tokens(Math.min(whole.start, preposition), whole.end),
        governor: word.head,
        role: roleOf(words, preposition, head),
      },
    ]
  })
}

const fixedRoles: Readonly<Record<string, PhraseRole>> = {
  after: 'time',
  before: 'time',
  during: 'time',
  since: 'time',
  until: 'time',
  throughout: 'time',
  because: 'cause',
  despite: 'cause',
  amid: 'cause',
  about: 'topic',
  regarding: 'topic',
  concerning: 'topic',
  near: 'place',
  inside: 'place',
  outside: 'place',
  across: 'place',
  along: 'place',
  behind: 'place',
  beside: 'place',
  above: 'place',
  below: 'place',
  into: 'place',
  onto: 'place',
  towards: 'place',
  according: 'source',
  without: 'manner',
  like: 'manner',
}

function roleOf(words: readonly Word[], preposition: number, head: number): PhraseRole {
  const text = words[preposition]?.text.toLowerCase() ?? ''
  const word = words[head]
  if (word === undefined) return 'other'
  const isTime =
    isOfClass(word.lemma, 'time') ||
    /^(?:1[5-9]|20)\d\d$/.test(word.text) ||
    /^\d{1,2}(?:[.:]\d\d)?(?:am|pm)?$/i.test(word.text)
  const isMoney = isOfClass(word.lemma, 'money') || /^[$£€]/u.test(word.text)
  if (isTime && /^(?:in|on|at|by|from|for|over|within|to|between|around)$/.test(text))
    return text === 'for' || text === 'over' ? 'time' : 'time'
  const fixed = fixedRoles[text]
  if (fixed !== undefined) return fixed
  if (isMoney && /^(?:for|at|of|by|to)$/.test(text)) return 'amount'
  switch (text) {
    case 'in':
    case 'at':
    case 'on':
      return word.upos === 'PROPN' || isOfClass(word.lemma, 'place') ? 'place' : 'other'
    case 'with':
      return isOfClass(word.lemma, 'person') || word.upos === 'PROPN' ? 'companion' : 'manner'
    case 'from':
      return 'source'
    case 'over':
      return 'topic'
    default:
      return 'other'
  }
}
