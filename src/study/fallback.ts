import type { Gloss } from '../document/article.ts'
import { indefiniteArticle } from '../language/inflect.ts'
import { lemmaOf } from '../language/lemma.ts'
import type { Vocabulary } from '../readability/vocabulary.ts'

/** Definitions of a lemma in one part of speech from a general dictionary, the commonest sense first. */
export type Definitions = (lemma: string, upos: string) => readonly string[]

/** Most words of a meaning that a dictionary gives. */
const mostWords = 16

/**
 * Meanings for words that have none of our own: the first clause of a dictionary's commonest sense as a sentence, if a reader
 * of level 2 knows each of its words or can look it up. Undefined where it would be no help.
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
      const meaning = asSentence(lemma, upos, definitions(lemma, upos)[0] ?? '')
      known.set(
        key,
        meaning !== undefined && isEasyMeaning(meaning, lemma, isKnown)
          ? { term: lemma, meaning, partOfSpeech: upos.toLowerCase(), origin: 'fallback' }
          : undefined,
      )
    }
    return known.get(key)
  }
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
