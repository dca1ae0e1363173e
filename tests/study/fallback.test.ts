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

test.each([
  // Said plainly.
  ['pulmonary', 'ADJ', 'Pulmonary means to do with the lungs.'],
  // A hard word beside a known one, or one that only describes, is left out.
  ['muss', 'VERB', 'To muss means to make messy.'],
  ['kneecap', 'NOUN', 'A kneecap is a small flat bone in front of the knee.'],
  // Not one gram; no "term"; nothing that leans on the word itself; no empty head.
  ['milligram', 'NOUN', undefined],
  ['hillbilly', 'NOUN', undefined],
  ['subconsciously', 'ADV', undefined],
  ['anorexic', 'NOUN', undefined],
  ['bogey', 'VERB', undefined],
])('%s %s is said plainly or not at all', (lemma, upos, meaning) => {
  expect(fallback(lemma, upos)?.meaning).toBe(meaning)
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
