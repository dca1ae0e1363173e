import { describe, expect, test } from 'vitest'
import { textOf } from '../../../src/document/document.ts'
import { tokens } from '../../../src/document/span.ts'
import { loadLexicon, readLexiconData } from '../../../src/knowledge/load-lexicon.ts'
import { loadReader } from '../../../src/knowledge/load-reader.ts'
import type { Substitution } from '../../../src/simplify/lexicon.ts'

const data = readLexiconData()
const lexicon = loadLexicon()
const reader = loadReader()

/** The sentence with the first substitution of the named entry done; undefined where the entry says nothing. */
function apply(text: string, isAsked: (made: Substitution) => boolean, level: 1 | 2): string | undefined {
  const sentence = reader.parse(text)
  for (const at of sentence.words.keys()) {
    const made = lexicon.candidates(sentence, at, level).find(isAsked)
    if (made === undefined) continue
    const { document, span } = sentence
    const before = textOf(document, tokens(span.start, span.start + made.span.start))
    const after = textOf(document, tokens(span.start + made.span.end, span.end))
    const joined = [before, made.text, after]
      .filter((part) => part !== '')
      .join(' ')
      .replace(/ (?=[.,;:?!])/g, '')
    return joined.charAt(0).toUpperCase() + joined.slice(1)
  }
  return undefined
}

function levelOf(levels: string): 1 | 2 {
  return levels.includes('2') ? 2 : 1
}

describe('words', () => {
  test.each(data.words.map((entry) => [entry.before, entry.after, entry]))('%s → %s', (before, after, entry) => {
    const made = apply(before, (one) => one.entry === `word:${entry.lemma}`, levelOf(entry.levels))
    expect(made).toBe(after)
  })
  test.each(data.words.map((entry) => [entry.lookAlike, entry]))('%s stays', (lookAlike, entry) => {
    expect(lookAlike).not.toBe('')
    expect(apply(lookAlike, (one) => one.entry === `word:${entry.lemma}`, levelOf(entry.levels))).toBeUndefined()
  })
})

describe('phrases', () => {
  test.each(data.phrases.map((entry) => [entry.before, entry.after, entry]))('%s → %s', (before, after, entry) => {
    const name = `phrase:${entry.pattern.join(' ').replaceAll('~', '')}`
    expect(apply(before, (one) => one.entry === name, levelOf(entry.levels))).toBe(after)
  })
})
