import type { Gloss } from '../document/article.ts'
import type { Word } from '../language/analysis.ts'
import type { Vocabulary } from '../readability/vocabulary.ts'
import { createBases } from './derived/bases.ts'
import { isQuality, ofOtherPart } from './derived/other-part.ts'
import type { MadeWord, Pattern } from './derived/pattern.ts'
import { prefixes } from './derived/prefixes.ts'
import { spellingsOf } from './derived/spellings.ts'
import { suffixes } from './derived/suffixes.ts'
import type { Glossary } from './glossary.ts'

/** The sure ways of making a word, in the order in which they are tried. */
export const patterns: readonly Pattern[] = [...prefixes, ...suffixes]

/** Most words of a meaning. */
const mostWords = 14

/** The meaning of a word that is made from a known one in a sure way; undefined where none is sure. */
export function createDerivedMeanings(
  glossary: Glossary,
  vocabulary: Vocabulary,
): (word: MadeWord) => string | undefined {
  const bases = createBases(glossary, vocabulary)
  return (word) => {
    for (const pattern of patterns) {
      const meaning = pattern.meaning(word, bases)
      if (meaning !== undefined && meaning.split(' ').length <= mostWords) return `${meaning}.`
    }
    return undefined
  }
}

/** "Anti-British" → "anti-British". */
function termOf(text: string): string {
  return /\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text.toLowerCase()
}

const openClasses = new Set(['NOUN', 'VERB', 'ADJ', 'ADV'])

/**
 * A glossary that also answers for words which it does not have itself: another spelling of an entry, a word made from a
 * known one, and an entry for another part of speech where the sense is the same (`sameSense`; see other-part.ts).
 */
export function withDerived(glossary: Glossary, vocabulary: Vocabulary, sameSense: ReadonlySet<string>): Glossary {
  const meaningOf = createDerivedMeanings(glossary, vocabulary)
  const known = new Map<string, Gloss | undefined>()
  const find = (word: Word, isState: boolean): Gloss | undefined => {
    const form = word.text.toLowerCase()
    const lemma = word.lemma.toLowerCase()
    const spelled = spellingsOf(lemma)
      .flatMap((spelling) => glossary.sameLetters(spelling))
      .find(({ gloss, isAlways }) => isAlways && gloss.partOfSpeech === word.upos.toLowerCase())
    if (spelled !== undefined) return { ...spelled.gloss, origin: 'derived' }
    const other = ofOtherPart(word, isState, glossary, sameSense)
    if (other !== undefined) return { ...other, origin: 'derived' }
    for (const made of new Set([lemma, form])) {
      const meaning = meaningOf({ form: made, upos: word.upos })
      if (meaning !== undefined)
        return {
          term: made === form ? termOf(word.text) : made,
          meaning,
          partOfSpeech: word.upos.toLowerCase(),
          origin: 'derived',
        }
    }
    return undefined
  }
  return {
    ...glossary,
    derived: (sentence, at) => {
      const word = sentence.words[at]
      if (word === undefined || !openClasses.has(word.upos)) return undefined
      const isState = isQuality(sentence, at)
      const key = `${word.text}/${word.lemma}/${word.upos}/${word.xpos}/${word.relation}/${isState}`
      if (!known.has(key)) known.set(key, find(word, isState))
      return known.get(key)
    },
  }
}
