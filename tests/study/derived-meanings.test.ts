import { expect, test } from 'vitest'
import { loadDerived, loadGlossary } from '../../src/knowledge/load-glossary.ts'
import { loadReader } from '../../src/knowledge/load-reader.ts'
import { loadVocabulary } from '../../src/knowledge/load-vocabulary.ts'
import { createBases } from '../../src/study/derived/bases.ts'
import { createDerivedMeanings, patterns } from '../../src/study/derived-meanings.ts'

const glossary = loadGlossary()
const vocabulary = loadVocabulary()
const bases = createBases(glossary, vocabulary)
const meaningOf = createDerivedMeanings(glossary, vocabulary)

const examples = patterns.flatMap((pattern) =>
  pattern.examples.map(([form, upos, meaning]) => [form, upos, meaning, pattern] as const),
)
test.each(examples)('%s %s: %s', (form, upos, meaning, pattern) => {
  expect(pattern.meaning({ form, upos }, bases)).toBe(meaning)
})

const others = patterns.flatMap((pattern) => pattern.leavesAlone)
test.each(others)('%s %s is left alone', (form, upos) => {
  expect(meaningOf({ form, upos })).toBeUndefined()
})

test.each(examples)('%s is said in at most 14 words', (form, upos) => {
  expect((meaningOf({ form, upos }) ?? '').split(' ').length).toBeLessThanOrEqual(14)
})

const derived = loadDerived(glossary, vocabulary)
const reader = loadReader()

/** The meaning by rule of one word of a sentence. */
function ruleFor(text: string, word: string): string | undefined {
  const sentence = reader.parse(text)
  const at = sentence.words.findIndex((one) => one.text === word)
  return glossary.find(sentence, at) === undefined ? derived.derived?.(sentence, at)?.meaning : 'its own entry'
}

test.each([
  // Another spelling of an entry.
  ['The village lives from eco-tourism.', 'eco-tourism', 'Ecotourism is'],
  ['The stockmarket fell.', 'stockmarket', 'stock market'],
  // The entry for another part of speech, the same sense.
  ['She hinted at a change.', 'hinted', 'A hint is'],
  ['The discouraged boys went home.', 'discouraged', 'To discourage'],
  ['They restored a derelict house.', 'derelict', 'Derelict'],
  ['He is addicted to his phone.', 'addicted', 'Addicted means'],
  // Made from a known word.
  [
    'The insurgents stirred anti-British feeling.',
    'anti-British',
    'Anti-British means against British people or things.',
  ],
  ['They weakened the wall.', 'weakened', 'To weaken means to make or become weaker.'],
])('%s: "%s"', (text, word, beginning) => {
  const meaning = ruleFor(text, word)
  expect(meaning === 'its own entry' || meaning?.toLowerCase().includes(beginning.toLowerCase())).toBe(true)
})

test.each([
  // The entry has another sense here, or the word has an entry of its own that does not fit.
  ['He founders in the water.', 'founders'],
  ['The hall was bare.', 'hall'],
])('%s: "%s" has no meaning by rule', (text, word) => {
  expect(ruleFor(text, word)).toBeUndefined()
})
