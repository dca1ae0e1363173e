import { readFileSync } from 'node:fs'
import type { Lexicon } from '../simplify/lexicon.ts'
import { createLexicon, type LexiconData } from '../simplify/words/lexicon.ts'
import { rowsOf } from './rows.ts'

const words = new URL('../simplify/words/', import.meta.url)

/** The rows of the word data that come with the project. */
export function readLexiconData(): LexiconData {
  const rows = (name: string): readonly (readonly string[])[] =>
    rowsOf(readFileSync(new URL(`${name}.tsv`, words), 'utf8'))
  return {
    words: rows('words').map(
      ([
        lemma = '',
        upos = '',
        replacement = '',
        levels = '',
        conditions = '',
        before = '',
        after = '',
        lookAlike = '',
      ]) => ({
        lemma,
        upos,
        replacement,
        levels,
        conditions,
        before,
        after,
        lookAlike,
      }),
    ),
    phrases: rows('phrases').map(
      ([pattern = '', replacement = '', levels = '', conditions = '', before = '', after = '']) => ({
        pattern: pattern.split(' '),
        replacement,
        levels,
        conditions,
        before,
        after,
      }),
    ),
    abbreviations: rows('abbreviations').map(([short = '', long = '', better = '']) => ({
      short,
      long,
      betterShort: better === 'short',
    })),
    actors: rows('actors').map(([place = '', actor = '', number = '']) => ({
      place,
      actor,
      plural: number === 'plural',
    })),
  }
}

/** The lexicon that comes with the project. */
export function loadLexicon(): Lexicon {
  return createLexicon(readLexiconData())
}
