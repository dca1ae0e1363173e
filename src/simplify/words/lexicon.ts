import type { Level } from '../../document/article.ts'
import { tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import { indefiniteArticle, inflect } from '../../language/inflect.ts'
import { isRelation } from '../../language/tree.ts'
import { conditionsHold } from '../../language/word-condition.ts'
import type { HiddenVerb, Lexicon, Substitution } from '../lexicon.ts'

/** One row of words.tsv: a lemma with its part of speech. */
export interface WordEntry {
  readonly lemma: string
  readonly upos: string
  readonly replacement: string
  readonly levels: string
  readonly conditions: string
  readonly before: string
  readonly after: string
  readonly lookAlike: string
}

/** One row of phrases.tsv: a pattern of words, ~ before one that may take any form. */
export interface PhraseEntry {
  readonly pattern: readonly string[]
  readonly replacement: string
  readonly levels: string
  readonly conditions: string
  readonly before: string
  readonly after: string
  /** A sentence with the same words in another sense; empty where there is none. */
  readonly lookAlike: string
}

/** A term that stays and is explained: words as they are looked up, and the part of speech of a single word; empty: any. */
export interface ProtectedTerm {
  readonly term: string
  readonly upos: string
  /** A site's own term: no phrase row takes it away either. */
  readonly isSites?: boolean
}

/** One row of nouns.tsv: a noun that hides a verb. */
export interface NounEntry extends HiddenVerb {
  readonly noun: string
  readonly before: string
  readonly after: string
}

/** All that a lexicon is made of. */
export interface LexiconData {
  readonly words: readonly WordEntry[]
  readonly phrases: readonly PhraseEntry[]
  readonly abbreviations: readonly { readonly short: string; readonly long: string; readonly betterShort: boolean }[]
  /** Terms that no row may take away; see protected.tsv. */
  readonly protectedTerms?: readonly ProtectedTerm[]
  readonly actors: readonly { readonly place: string; readonly actor: string; readonly plural: boolean }[]
  readonly nouns: readonly NounEntry[]
}

/** A lexicon from its data. Phrases are asked before words, longer ones first. */
export function createLexicon(data: LexiconData): Lexicon {
  const words = new Map<string, WordEntry[]>()
  for (const entry of data.words) {
    const same = words.get(entry.lemma)
    if (same === undefined) words.set(entry.lemma, [entry])
    else same.push(entry)
  }
  const phrases = new Map<string, PhraseEntry[]>()
  for (const entry of data.phrases) {
    const key = entry.pattern[0]?.replace('~', '') ?? ''
    const same = phrases.get(key)
    if (same === undefined) phrases.set(key, [entry])
    else same.push(entry)
  }
  for (const list of phrases.values()) list.sort((a, b) => b.pattern.length - a.pattern.length)
  const expansions = new Map(data.abbreviations.map((entry) => [entry.short, entry]))
  const nouns = new Map(data.nouns.map((entry) => [entry.noun, entry]))
  const actors = new Map(data.actors.map((entry) => [entry.place.toLowerCase(), entry]))

  const isProtected = protection(data.protectedTerms ?? [])
  // Where the first level has no easier word of its own, the second level's is still easier than the hard one.
  const candidates = (sentence: AnalysedSentence, at: number, level: Level): readonly Substitution[] =>
    [...possible(sentence, at, level), ...(level === 1 ? possible(sentence, at, 2) : [])].filter(
      (made) => !isProtected(sentence, made),
    )
  const possible = (sentence: AnalysedSentence, at: number, level: Level): readonly Substitution[] => {
    const word = sentence.words[at]
    if (word === undefined || word.upos === 'PROPN' || word.upos === 'PUNCT') return []
    const found: Substitution[] = []
    const keys = new Set([word.text.toLowerCase(), word.lemma.toLowerCase()])
    for (const key of keys) {
      for (const entry of phrases.get(key) ?? []) {
        if (!entry.levels.includes(String(level))) continue
        const made = matchPhrase(entry, sentence, at)
        if (made !== undefined) found.push(made)
      }
    }
    for (const entry of words.get(word.lemma.toLowerCase()) ?? []) {
      if (entry.upos !== word.upos) continue
      if (!entry.levels.includes(String(level)) || !conditionsHold(entry.conditions, sentence, at, at + 1, at)) continue
      if (isRelation(word.relation, 'compound', 'flat', 'fixed')) continue
      // "a thriving town": before a noun several words do not fit, and an -ing form is an adjective with rows of its own.
      if (
        word.upos === 'VERB' &&
        isRelation(word.relation, 'amod') &&
        (word.xpos === 'VBG' || entry.replacement.includes(' '))
      )
        continue
      const text = formLike(entry.replacement, word)
      if (text !== undefined) found.push(substitution(sentence, at, at + 1, text, `word:${entry.lemma}`))
    }
    return found
  }
  return {
    candidates,
    expansion: (short) => expansions.get(short),
    actor: (place) => actors.get(place.toLowerCase()),
    hiddenVerb: (noun) => nouns.get(noun.toLowerCase()),
  }
}

/** Whether a substitution would take a protected term out of a sentence. A phrase row may use one of its words otherwise. */
function protection(terms: readonly ProtectedTerm[]): (sentence: AnalysedSentence, made: Substitution) => boolean {
  const single = new Set<string>()
  const everywhere = new Set<string>()
  const longer: (readonly string[])[] = []
  for (const { term, upos, isSites } of terms) {
    const parts = term.toLowerCase().split(' ')
    if (isSites === true && parts.length === 1) everywhere.add(term.toLowerCase())
    if (parts.length > 1) longer.push(parts)
    else
      for (const part of upos === '' ? ['NOUN', 'VERB', 'ADJ', 'ADV'] : [upos])
        single.add(`${term.toLowerCase()}/${part}`)
  }
  return ({ words }, { span, text, entry }) => {
    const is = (place: number, part: string | undefined): boolean =>
      words[place]?.lemma.toLowerCase() === part || words[place]?.text.toLowerCase() === part
    const holds = (part: string): boolean => text.toLowerCase().split(' ').includes(part)
    for (let place = span.start; place < span.end; place += 1) {
      const word = words[place]
      if (word === undefined) continue
      const lemma = word.lemma.toLowerCase()
      if (everywhere.has(lemma) && !holds(lemma)) return true
      if (entry.startsWith('word:') && single.has(`${lemma}/${word.upos}`) && !holds(lemma)) return true
      for (const parts of longer) {
        for (const [offset, part] of parts.entries()) {
          if (is(place, part) && parts.every((one, at) => is(place - offset + at, one)) && !holds(part)) return true
        }
      }
    }
    return false
  }
}

function matchPhrase(entry: PhraseEntry, sentence: AnalysedSentence, at: number): Substitution | undefined {
  const { words } = sentence
  let place = at
  let head = at
  for (const part of entry.pattern) {
    // A hyphen inside a word of the pattern is a token of its own in the text.
    for (const piece of part.split(/(?<=-)|(?=-)/)) {
      const word = words[place]
      if (word === undefined) return undefined
      const isForm = piece.startsWith('~')
      const fits = isForm
        ? word.lemma.toLowerCase() === piece.slice(1) && word.upos !== 'NOUN'
        : word.text.toLowerCase() === piece
      if (!fits) return undefined
      if (isForm) head = place
      place += 1
    }
  }
  if (!conditionsHold(entry.conditions, sentence, at, place, head)) return undefined
  const first = words[head]
  if (first === undefined) return undefined
  const text = entry.replacement
    .split(' ')
    .map((part) => (part.startsWith('~') ? inflectLike(part.slice(1), first, words, head) : part))
    .join(' ')
  return substitution(sentence, at, place, text, `phrase:${entry.pattern.join(' ').replaceAll('~', '')}`)
}

/** "came under fire" → "was criticised": be takes number from the subject. */
function inflectLike(lemma: string, model: Word, words: readonly Word[], head: number): string {
  if (lemma !== 'be' || model.xpos !== 'VBD') return inflect(lemma, model.xpos)
  const subject = words.find((word) => word.head === head && isRelation(word.relation, 'nsubj'))
  return subject?.xpos === 'NNS' || subject?.lemma === 'they' ? 'were' : 'was'
}

function formLike(replacement: string, model: Word): string | undefined {
  switch (model.upos) {
    case 'VERB':
      return inflect(replacement, model.xpos)
    case 'NOUN':
      return model.xpos === 'NNS'
        ? replacement === 'person'
          ? 'people'
          : isMass(replacement)
            ? replacement
            : inflect(replacement, 'NNS')
        : replacement
    case 'ADJ':
    case 'ADV':
      return model.xpos === 'JJ' || model.xpos === 'RB' ? replacement : undefined
    default:
      return replacement
  }
}

const massNouns = new Set(['help', 'spending', 'rest'])

function isMass(noun: string): boolean {
  return massNouns.has(noun)
}

function substitution(
  sentence: AnalysedSentence,
  start: number,
  end: number,
  text: string,
  entry: string,
): Substitution {
  const before = sentence.words[start - 1]?.text.toLowerCase()
  const from = sentence.words
    .slice(start, end)
    .map((word) => word.text)
    .join(' ')
  const because = `"${text}" is easier than "${from}".`
  if (before !== 'a' && before !== 'an') return { span: tokens(start, end), text, entry, because }
  return { span: tokens(start - 1, end), text: `${indefiniteArticle(text)} ${text}`, entry, because }
}
