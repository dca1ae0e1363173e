import { expect, test } from 'vitest'
import { loadDerived, loadGlossary } from '../../src/knowledge/load-glossary.ts'
import { loadReader } from '../../src/knowledge/load-reader.ts'
import { loadVocabulary } from '../../src/knowledge/load-vocabulary.ts'
import { chooseExplained, findHardWords } from '../../src/simplify/explain.ts'

const vocabulary = loadVocabulary()
const glossary = loadDerived(loadGlossary(), vocabulary)
const reader = loadReader()

test('a meaning by rule is a gloss, and never a sentence of the story', () => {
  const sentence = reader.parse('Joblessness stirred anti-British feeling after the ceasefire.')
  const hard = findHardWords(sentence, 2, vocabulary, glossary)
  expect(hard.filter(({ gloss }) => gloss.origin === 'derived').map(({ gloss }) => gloss.term)).toContain(
    'anti-British',
  )
  const explained = chooseExplained([hard], new Set(hard.map(({ gloss }) => gloss.term)), 300, 2, vocabulary, new Set())
  expect([...explained]).toContain('ceasefire')
  expect([...explained]).not.toContain('anti-British')
})
