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

function termsIn(text: string): readonly string[] {
  return findHardWords(reader.parse(text), 2, vocabulary, glossary).map(({ gloss }) => gloss.term)
}

test('an easy word is hard where something in its sentence shows a sense of public life', () => {
  expect(termsIn('Profit at the company fell in the last quarter.')).toContain('quarter')
  expect(termsIn('They scored twice in the last quarter of the game.')).not.toContain('quarter')
  expect(termsIn('The opposition said the plan would cost too much.')).toContain('opposition')
})

test('before another noun a word is explained only where it has one meaning', () => {
  expect(termsIn('The leaders of the atoll states met on Monday.')).toContain('atoll')
  expect(termsIn('Workers cut down the red gum forest.')).not.toContain('gum')
})
