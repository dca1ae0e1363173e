import type { Gloss } from '../document/article.ts'
import { indefiniteArticle } from '../language/inflect.ts'
import { lemmaOf } from '../language/lemma.ts'
import { nationalities, places } from '../language/name-words.ts'
import type { Vocabulary } from '../readability/vocabulary.ts'
import { plainVersions } from './plain-definition.ts'

/** One sense of a word in a general dictionary. */
export interface Sense {
  readonly definition: string
  /** Words that mean the same in this sense. */
  readonly synonyms: readonly string[]
  /** What a thing is a kind of; empty where the dictionary does not say. */
  readonly kinds: readonly string[]
}

/** The senses of a lemma in one part of speech, the commonest first. */
export type Definitions = (lemma: string, upos: string) => readonly Sense[]

/** Most words of a meaning that a dictionary gives. */
const mostWords = 16

/**
 * Meanings for words that have none of our own, from a dictionary's commonest sense: its first clause as a sentence, said
 * plainly where it is not plain, else an easy word that means the same, else what it is a kind of. A reader of level 2 knows
 * each word or can look it up. Undefined where nothing would be a help.
 */
export function createFallback(
  definitions: Definitions,
  vocabulary: Vocabulary,
  isExplained: (term: string) => boolean,
): (lemma: string, upos: string) => Gloss | undefined {
  const known = new Map<string, Gloss | undefined>()
  const isWord = (word: string): boolean =>
    small.has(word) ||
    vocabulary.isEasy(word, 'X', 2) ||
    isExplained(word) ||
    ['NNS', 'VBD', 'VBN', 'VBG', 'VBZ', 'JJR', 'JJS'].some((tag) => {
      const lemma = lemmaOf(word, tag)
      return lemma !== word && (vocabulary.isEasy(lemma, 'X', 2) || isExplained(lemma))
    }) ||
    ['ADV', 'NOUN', 'ADJ'].some((upos) => vocabulary.isEasy(word, upos, 2))
  const isKnown = (text: string): boolean => {
    const word = text.toLowerCase().replace(/'s$|(?<=s)'$/, '')
    return (
      /^\d+$/.test(word) ||
      isWord(word) ||
      word.split('-').every(isWord) ||
      (/^\p{Lu}/u.test(text) && (places.has(word) || nationalities.has(word)))
    )
  }
  const isAdjective = (word: string): boolean => /^[a-z]+$/.test(word) && definitions(word, 'ADJ').length > 0
  const isPlainKind = (noun: string): boolean => vocabulary.listOf(noun, 'NOUN') === 1 && !vague.has(noun)
  const isEasy = (word: string): boolean => word.split(' ').every((part) => vocabulary.isEasy(part, 'X', 2))
  const meaningOf = (lemma: string, upos: string): string | undefined => {
    const [sense] = definitions(lemma, upos)
    if (sense === undefined) return undefined
    const clause = firstClause(sense.definition)
    const fits = (sentence: string | undefined): sentence is string =>
      sentence !== undefined && isEasyMeaning(sentence, lemma, isKnown)
    const whole = asSentence(lemma, upos, clause)
    if (fits(whole)) return whole
    return [
      ...sense.synonyms
        .filter((word) => isEasy(word) && word.endsWith('ing') === lemma.endsWith('ing'))
        .map((word) => sameAs(lemma, upos, word)),
      ...plainVersions(lemma, clause, upos, isKnown, isAdjective, isPlainKind)
        // An entry of ours that does not fit here: the word has more senses, and the first is a guess.
        .filter(() => !isExplained(lemma) && !clause.split(' ').includes(lemma))
        .map((version) => asSentence(lemma, upos, version)),
      // Only the plainest kinds help: "a pooch is a kind of dog".
      ...sense.kinds.filter(isPlainKind).map((word) => kindOf(lemma, word)),
    ].find(fits)
  }
  const readings = (lemma: string, upos: string) =>
    otherReadings(lemma, upos).filter(([word, part]) => word.length > 2 && !vocabulary.isEasy(word, part, 2))
  return (lemma, upos) => {
    const key = `${lemma}/${upos}`
    if (!known.has(key)) {
      const asked = definitions(lemma, upos).length > 0 ? ([[lemma, upos]] as const) : readings(lemma, upos)
      const found = asked.flatMap(([word, part]) => {
        const meaning = meaningOf(word, part)
        return meaning === undefined ? [] : [{ term: word, meaning, partOfSpeech: part.toLowerCase() }]
      })[0]
      known.set(key, found && { ...found, origin: 'fallback' })
    }
    return known.get(key)
  }
}

/** What a word may be that the dictionary does not have as what the tree calls it: "a mosaic floor", "his dithering". */
function otherReadings(lemma: string, upos: string): readonly (readonly [string, string])[] {
  const tag = lemma.endsWith('ing') ? 'VBG' : lemma.endsWith('ed') ? 'VBN' : undefined
  const verb = tag === undefined ? lemma : lemmaOf(lemma, tag)
  switch (upos) {
    case 'ADJ':
      return verb === lemma ? [[lemma, 'NOUN']] : [[verb, 'VERB']]
    case 'NOUN':
      return verb === lemma ? [] : [[verb, 'VERB']]
    case 'ADV':
      return lemma.endsWith('ly') ? [] : [[lemma, 'ADJ']]
    default:
      return []
  }
}

/** Forms that the lists have under another one. */
const small = new Set('an am is are was were been being has had does did oneself someone somebody etc than'.split(' '))

/** "An X is a kind of thing" says nothing. */
const vague = new Set(
  'thing object person act action activity state event way part group quality feeling condition amount unit content change idea fact form relation situation place whole attribute being human matter measure move process work time point'.split(
    ' ',
  ),
)

function sameAs(lemma: string, upos: string, word: string): string {
  return upos === 'VERB'
    ? `To ${lemma} means almost the same as to ${word}.`
    : capital(`${lemma} means almost the same as ${word}.`)
}

function kindOf(lemma: string, word: string): string {
  return capital(`${lemma} means a kind of ${word}.`)
}

/** A definition up to its first semicolon, without brackets. */
function firstClause(definition: string): string {
  return (
    definition
      .replace(/\([^)]*\)/g, ' ')
      .split(/[;:]/)[0]
      ?.replace(/\s+/g, ' ')
      .replace(/ (?=,)/g, '')
      .trim() ?? ''
  )
}

/** "A tariff is a government tax on imports or exports.", "To evict means to expel." Undefined where nothing is left. */
export function asSentence(lemma: string, upos: string, definition: string): string | undefined {
  const clause = firstClause(definition)
  // "used of …", "relating to …": says how the word is used, and not what it means.
  if (clause === '' || /^(?:used |of or |of, |pertaining|relating|or )/.test(clause)) return undefined
  if (/^(?:an? |the )?(?:[\w-]+ ){0,2}(?:terms?|intensifiers?)(?: (?:for|of address|used)\b|$)/.test(clause))
    return undefined
  const first = /^(?:an?|someone|anyone|one of|any of) /.test(clause)
  if (upos === 'VERB') return `To ${lemma} means to ${clause.replace(/^to /, '')}.`
  // "Glasses", "narcissism": no "a" before them.
  if (upos === 'NOUN' && first && !/(?:[^sui]s|ness|ity|ism|ance|ence)$/.test(lemma))
    return capital(`${indefiniteArticle(lemma)} ${lemma} is ${clause}.`)
  return capital(`${lemma} means ${clause}.`)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function isEasyMeaning(meaning: string, lemma: string, isKnown: (word: string) => boolean): boolean {
  const [, ...words] = meaning.match(/[\p{L}\d'-]+/gu) ?? []
  if (words.length + 1 > mostWords) return false
  const said = words.slice(words.findIndex((word) => word === 'is' || word === 'means') + 1)
  // A word that is explained by itself, or by nothing, is not explained.
  if (said.length < 2 || said.includes(lemma)) return false
  return said.every(isKnown)
}
