import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadLexicon, readLexiconData } from '../../../src/knowledge/load-lexicon.ts'
import { loadReader } from '../../../src/knowledge/load-reader.ts'
import { createLexicon, type LexiconData, type WordEntry } from '../../../src/simplify/words/lexicon.ts'

const reader = loadReader()
const data = readLexiconData()

/** Texts that a lexicon would put in anywhere in a sentence. */
function swaps(lexicon: ReturnType<typeof createLexicon>, text: string): readonly string[] {
  const sentence = reader.parse(text)
  return [...sentence.words.keys()].flatMap((at) =>
    ([1, 2] as const).flatMap((level) => lexicon.candidates(sentence, at, level).map((made) => made.text)),
  )
}

function row(lemma: string, upos: string, replacement: string): WordEntry {
  return { lemma, upos, replacement, levels: '12', conditions: '', before: '', after: '', lookAlike: '' }
}

/** Swaps that were published by other simplifiers. */
const published = [
  ['The study followed 400 females for ten years.', 'female', 'NOUN', 'woman'],
  ['She will forward the letter to the court.', 'forward', 'VERB', 'send'],
  ['He found an agate on the beach.', 'agate', 'NOUN', 'pretty stone'],
  ['The vote is on Saturday.', 'saturday', 'NOUN', 'sunday'],
  ['He wrote a book about Islam.', 'islam', 'NOUN', 'christianity'],
  ['The neurosurgeon operated for six hours.', 'neurosurgeon', 'NOUN', 'cardiologist'],
  ['Thousands fled Sudan last year.', 'sudan', 'NOUN', 'ethiopia'],
] as const

test.each(published)('%s', (text, lemma, upos, replacement) => {
  const harmful: LexiconData = { ...data, words: [row(lemma, upos, replacement)], phrases: [] }
  expect(swaps(createLexicon(harmful), text)).toEqual([])
  expect(swaps(loadLexicon(), text).map((made) => made.toLowerCase())).not.toContain(replacement)
})

test('300 terms or more are protected, each with its part of speech, and no row of the words is one of them', () => {
  const terms = data.protectedTerms ?? []
  expect(terms.length).toBeGreaterThanOrEqual(300)
  expect(terms.filter(({ upos }) => !['NOUN', 'VERB', 'ADJ', 'ADV'].includes(upos))).toEqual([])
  const keys = terms.map(({ term, upos }) => `${term}/${upos}`)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  const all = new Set(keys.map((key) => key.toLowerCase()))
  expect(data.words.filter(({ lemma, upos }) => all.has(`${lemma}/${upos}`.toLowerCase()))).toEqual([])
})

test("a site's own terms stay too, in phrases as well", () => {
  const before = swaps(loadLexicon(), 'Construction commenced in the wake of the flood.')
  expect(before).not.toEqual([])
  const path = join(mkdtempSync(join(tmpdir(), 'terms-')), 'own.tsv')
  writeFileSync(path, '# ours\ncommence\nwake\nconstruction\n')
  expect(swaps(loadLexicon(path), 'Construction commenced in the wake of the flood.')).toEqual([])
})
