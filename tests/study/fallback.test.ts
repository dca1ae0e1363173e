import { expect, test } from 'vitest'
import { loadDefinitions } from '../../src/knowledge/load-definitions.ts'
import { loadVocabulary } from '../../src/knowledge/load-vocabulary.ts'
import { asSentence, createFallback } from '../../src/study/fallback.ts'

const vocabulary = loadVocabulary()
const definitions = loadDefinitions()
const fallback = createFallback(definitions, vocabulary, () => false)

test.each([
  ['pooch', 'NOUN', 'Pooch means a kind of dog.'],
  ['upmarket', 'ADJ', 'Upmarket means designed for consumers with high incomes.'],
  // Three senses, none of them ever counted: their order says nothing.
  ['levee', 'NOUN', undefined],
  // Names, and words that no dictionary has.
  ['paris', 'NOUN', undefined],
  ['zzz', 'NOUN', undefined],
  ['the', 'DET', undefined],
])('%s %s', (lemma, upos, meaning) => {
  const gloss = fallback(lemma, upos)
  expect(gloss?.meaning).toBe(meaning)
  if (gloss !== undefined) expect(gloss.origin).toBe('fallback')
})

test.each([
  ['tariff', 'NOUN', 'a government tax on imports or exports', 'A tariff is a government tax on imports or exports.'],
  ['evict', 'VERB', 'expel or eject (from a home); with force', 'To evict means to expel or eject.'],
  ['swiftly', 'ADV', 'in a swift manner', 'Swiftly means in a swift manner.'],
  ['lunar', 'ADJ', 'of or relating to the moon', undefined],
])('%s %s: a sentence', (lemma, upos, definition, sentence) => {
  expect(asSentence(lemma, upos, definition)).toBe(sentence)
})

test('words from all over the index files are found', () => {
  for (const [lemma, upos] of [
    ['aardvark', 'NOUN'],
    ['house', 'NOUN'],
    ['zoom', 'VERB'],
    ['abandon', 'VERB'],
    ['able', 'ADJ'],
    ['zestful', 'ADJ'],
    ['yearly', 'ADV'],
  ] as const) {
    expect(definitions(lemma, upos), lemma).not.toEqual([])
  }
})
