import { expect, test } from 'vitest'
import { readGlossaryRows } from '../../../src/knowledge/load-glossary.ts'
import { readLexiconData } from '../../../src/knowledge/load-lexicon.ts'
import { loadReader } from '../../../src/knowledge/load-reader.ts'
import { loadVocabulary } from '../../../src/knowledge/load-vocabulary.ts'

const data = readLexiconData()
const vocabulary = loadVocabulary()
const reader = loadReader()

/** Words that say or hide who is to blame, how sure something is, or who people are: explained, never replaced. */
const neverReplaced =
  'allege allegedly alleged accuse accused convict charge suspect suspected guilty may might could possible possibly likely reportedly believe expect claim deny female male muslim christian jewish indigenous aboriginal murder manslaughter monday tuesday wednesday thursday friday saturday sunday third consecutive decline'.split(
    ' ',
  )

test.each(data.words.map((entry) => [entry.lemma, entry]))('"%s" keeps the format', (_, entry) => {
  expect(entry.lemma).toMatch(/^[a-z-]+$/)
  expect(['NOUN', 'VERB', 'ADJ', 'ADV']).toContain(entry.upos)
  expect(['1', '2', '12']).toContain(entry.levels)
  expect(entry.replacement).toMatch(/^[a-z]+(?: [a-z]+)*$/)
  expect(entry.before).not.toBe(entry.after)
  expect(entry.lookAlike).not.toBe('')
  expect(neverReplaced).not.toContain(entry.lemma)
})

test.each(data.phrases.map((entry) => [entry.pattern.join(' '), entry]))('"%s" keeps the format', (_, entry) => {
  expect(['1', '2', '12']).toContain(entry.levels)
  expect(entry.replacement).not.toBe('')
  expect(entry.before).not.toBe(entry.after)
})

test('no easier word is itself replaced at the same level: no chains and no loops', () => {
  const replaced = new Set(
    data.words.flatMap(({ lemma, upos, levels }) => [...levels].map((level) => `${lemma}/${upos}/${level}`)),
  )
  const chained = data.words.filter(({ replacement, upos, levels }) =>
    [...levels].some((level) => replaced.has(`${replacement}/${upos}/${level}`)),
  )
  expect(chained.map(({ lemma, replacement }) => `${lemma} → ${replacement}`)).toEqual([])
})

test.each(data.words.map((entry) => [entry.lemma, entry]))(
  'what stands for "%s" is no harder',
  (_, { replacement, lemma, upos, levels }) => {
    const rank = (list: ReturnType<typeof vocabulary.listOf>): number => (list === 1 ? 1 : list === 2 ? 2 : 3)
    const own = rank(vocabulary.listOf(lemma, upos))
    const parts = replacement
      .split(' ')
      // "the world economy": a noun may stand for an adjective.
      .map((part) => rank(vocabulary.listOf(part, replacement.includes(' ') || upos === 'ADJ' ? 'X' : upos)))
    expect(Math.max(...parts)).toBeLessThanOrEqual(Math.max(own, levels === '2' ? 2 : 1))
  },
)

test.each([
  ['short forms', data.abbreviations.map(({ short }) => short)],
  ['places that act', data.actors.map(({ place }) => place)],
  ['meanings', readGlossaryRows().map(({ term, partOfSpeech, conditions }) => `${term}/${partOfSpeech}/${conditions}`)],
  ['phrases', data.phrases.map(({ pattern, conditions, levels }) => `${pattern.join(' ')}/${conditions}/${levels}`)],
])('no two rows of the %s are the same', (_, keys) => {
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})

/** "Animated" of "animate": the word itself, in any form. */
function isOfTerm(term: string, text: string): boolean {
  return term
    .toLowerCase()
    .split(/[ -]/)
    .some((part) => part.length > 1 && text.toLowerCase().startsWith(part.slice(0, Math.max(2, part.length - 2))))
}

const terms = new Set(readGlossaryRows().flatMap(({ term }) => [term.toLowerCase(), ...term.toLowerCase().split(' ')]))

test.each(readGlossaryRows().map((row) => [row.term, row]))(
  'the meaning of "%s" is easy',
  (_, { term, meaning, partOfSpeech }) => {
    expect(['NOUN', 'VERB', 'ADJ', 'ADV']).toContain(partOfSpeech)
    expect(meaning).toMatch(/^\p{Lu}.*[."]$/u)
    expect(meaning.split(/\s+/).length).toBeLessThanOrEqual(14)
    const hard = reader.parse(meaning).words.filter(({ lemma, text, upos }, at) => {
      // "Australian", "United States": names are not looked up.
      if (isOfTerm(term, text)) return false
      if (upos === 'PROPN' || upos === 'PUNCT' || (at > 0 && /^\p{Lu}/u.test(text))) return false
      return (
        // In any part of speech: the parser is less sure of short definitions than of news.
        !vocabulary.isEasy(lemma, 'X', 2) &&
        !vocabulary.isEasy(text, 'X', 2) &&
        !vocabulary.isEasy(lemma, upos, 2) &&
        !terms.has(lemma.toLowerCase()) &&
        !terms.has(text.toLowerCase())
      )
    })
    expect(hard.map(({ text }) => text)).toEqual([])
  },
)
