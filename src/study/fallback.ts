import type { Gloss } from '../document/article.ts'
import { indefiniteArticle } from '../language/inflect.ts'
import { lemmaOf } from '../language/lemma.ts'
import type { Vocabulary } from '../readability/vocabulary.ts'

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
 * Meanings for words that have none of our own, from a dictionary's commonest sense: its first clause as a sentence, else an
 * easy word that means the same, else what it is a kind of. A reader of level 2 knows each word or can look it up. Undefined
 * where nothing would be a help.
 */
export function createFallback(
  definitions: Definitions,
  vocabulary: Vocabulary,
  isExplained: (term: string) => boolean,
): (lemma: string, upos: string) => Gloss | undefined {
  const known = new Map<string, Gloss | undefined>()
  const isKnown = (word: string): boolean =>
    vocabulary.isEasy(word, 'X', 2) ||
    isExplained(word) ||
    ['NNS', 'VBD', 'VBN', 'VBG', 'VBZ', 'JJR', 'JJS'].some((tag) => {
      const lemma = lemmaOf(word, tag)
      return lemma !== word && (vocabulary.isEasy(lemma, 'X', 2) || isExplained(lemma))
    }) ||
    ['ADV', 'NOUN', 'ADJ'].some((upos) => vocabulary.isEasy(word, upos, 2))
  return (lemma, upos) => {
    const key = `${lemma}/${upos}`
    if (!known.has(key)) {
      const [sense] = definitions(lemma, upos)
      const isEasy = (word: string): boolean => word.split(' ').every((part) => vocabulary.isEasy(part, 'X', 2))
      const meaning =
        sense === undefined
          ? undefined
          : [
              asSentence(lemma, upos, sense.definition),
              ...sense.synonyms
                .filter((word) => isEasy(word) && word.endsWith('ing') === lemma.endsWith('ing'))
                .map((word) => sameAs(lemma, upos, word)),
              // Only the plainest kinds help: "a pooch is a kind of dog".
              ...sense.kinds
                .filter((word) => vocabulary.listOf(word, 'NOUN') === 1 && !vague.has(word))
                .map((word) => kindOf(lemma, word)),
            ].find((sentence) => sentence !== undefined && isEasyMeaning(sentence, lemma, isKnown))
      known.set(
        key,
        meaning === undefined
          ? undefined
          : { term: lemma, meaning, partOfSpeech: upos.toLowerCase(), origin: 'fallback' },
      )
    }
    return known.get(key)
  }
}

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

/** "A tariff is a government tax on imports or exports.", "To evict means to expel." Undefined where nothing is left. */
export function asSentence(lemma: string, upos: string, definition: string): string | undefined {
  const clause = definition
    .replace(/\([^)]*\)/g, ' ')
    .split(/[;:]/)[0]
    ?.replace(/\s+/g, ' ')
    .replace(/ (?=,)/g, '')
    .trim()
  // "used of …", "relating to …": says how the word is used, and not what it means.
  if (clause === undefined || clause === '' || /^(?:used |of or |of, |pertaining|relating|or )/.test(clause))
    return undefined
  const first = /^(?:an?|someone|anyone|one of|any of) /.test(clause)
  if (upos === 'VERB') return `To ${lemma} means to ${clause.replace(/^to /, '')}.`
  if (upos === 'NOUN' && first) return capital(`${indefiniteArticle(lemma)} ${lemma} is ${clause}.`)
  return capital(`${lemma} means ${clause}.`)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function isEasyMeaning(meaning: string, lemma: string, isKnown: (word: string) => boolean): boolean {
  const [, ...words] = meaning.toLowerCase().match(/[\p{L}\d'-]+/gu) ?? []
  if (words.length + 1 > mostWords) return false
  const said = words.slice(words.findIndex((word) => word === 'is' || word === 'means') + 1)
  // A word that is explained by itself, or by nothing, is not explained.
  if (said.length < 2 || said.includes(lemma)) return false
  return said.every((word) => isKnown(word) || word.split('-').every(isKnown))
}
