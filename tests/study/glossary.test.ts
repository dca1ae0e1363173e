import { expect, test } from 'vitest'
import { loadGlossary } from '../../src/knowledge/load-glossary.ts'
import { loadReader } from '../../src/knowledge/load-reader.ts'

const glossary = loadGlossary()
const reader = loadReader()

/** The terms found in a sentence, from left to right. */
function termsIn(text: string): readonly string[] {
  const sentence = reader.parse(text)
  const found: string[] = []
  for (let at = 0; at < sentence.words.length; at += 1) {
    const entry = glossary.find(sentence, at)
    if (entry === undefined) continue
    found.push(entry.gloss.term)
    at += entry.length - 1
  }
  return found
}

test.each([
  ['The bank cut its interest rate.', ['interest rate']],
  ['The ceasefires held for two days.', ['ceasefire']],
  ['Voters go to a by-election in May.', ['by-election']],
  ['Sales of e-cigarettes fell.', ['e-cigarette']],
  ['The boy has a guardian.', ['guardian']],
  ['He told the Guardian that it was over.', []],
  ['The program is called PRISM.', []],
  ['The dog ran home.', []],
])('%s', (text, terms) => {
  expect(termsIn(text)).toEqual(terms)
})

test('an entry is found by its term alone, whatever its capitals', () => {
  expect(glossary.entry('Ceasefire')?.meaning).toBe('A ceasefire is when two sides in a war agree to stop fighting.')
  expect(glossary.entry('zzz')).toBeUndefined()
})

test('half of a longer word can be looked up, but is not told in a story', () => {
  const find = (text: string, at: number): string | undefined => glossary.find(reader.parse(text), at)?.gloss.origin
  expect(find('The drug is tailor-made for them.', 3)).toBe('derived')
  expect(find('The tailor made a suit for them.', 1)).toBe('own')
})
