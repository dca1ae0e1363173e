import { expect, test } from 'vitest'
import { loadGlossary } from '../../src/knowledge/load-glossary.ts'
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
