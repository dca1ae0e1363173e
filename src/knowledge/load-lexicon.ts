import { readdirSync, readFileSync } from 'node:fs'
import type { Lexicon } from '../simplify/lexicon.ts'
import { createLexicon, type LexiconData, type NounEntry, type WordEntry } from '../simplify/words/lexicon.ts'
import { LazyRow, lazyRowsOf, rowsOf } from './rows.ts'

const words = new URL('../simplify/words/', import.meta.url)

/**
 * The rows of the word data that come with the project: `words.tsv` and every `words-….tsv`, and so on. `siteTerms` is the path
 * of a site's own protected terms, one a line (term, part of speech if it matters, why), merged with ours.
 */
export function readLexiconData(siteTerms?: string): LexiconData {
  const texts = (name: string): readonly string[] =>
    readdirSync(words)
      .filter((file) => file.endsWith('.tsv') && (file === `${name}.tsv` || file.startsWith(`${name}-`)))
      .sort()
      .map((file) => readFileSync(new URL(file, words), 'utf8'))
  const rows = (name: string): readonly (readonly string[])[] => texts(name).flatMap(rowsOf)
  return {
    words: texts('words').flatMap((text) => lazyRowsOf(text, WordLine)),
    phrases: rows('phrases').map(
      ([pattern = '', replacement = '', levels = '', conditions = '', before = '', after = '', lookAlike = '']) => ({
        pattern: pattern.split(' '),
        replacement,
        levels,
        conditions,
        before,
        after,
        lookAlike,
      }),
    ),
    abbreviations: rows('abbreviations').map(([short = '', long = '', better = '']) => ({
      short,
      long,
      betterShort: better === 'short',
    })),
    protectedTerms: [
      ...rows('protected').map(([term = '', upos = '']) => ({ term, upos })),
      ...(siteTerms === undefined ? [] : rowsOf(readFileSync(siteTerms, 'utf8'))).map(([term = '', upos = '']) => ({
        term,
        upos,
        isSites: true,
      })),
    ],
    actors: rows('actors').map(([place = '', actor = '', number = '']) => ({
      place,
      actor,
      plural: number === 'plural',
    })),
    nouns: texts('nouns').flatMap((text) => lazyRowsOf(text, NounLine)),
  }
}

/** A row of `words.tsv`, parted when it is first needed. */
class WordLine extends LazyRow implements WordEntry {
  get lemma(): string {
    return this.key
  }

  get upos(): string {
    return this.cell(1)
  }

  get replacement(): string {
    return this.cell(2)
  }

  get levels(): string {
    return this.cell(3)
  }

  get conditions(): string {
    return this.cell(4)
  }

  get before(): string {
    return this.cell(5)
  }

  get after(): string {
    return this.cell(6)
  }

  get lookAlike(): string {
    return this.cell(7)
  }
}

/** A row of `nouns.tsv`, parted when it is first needed. */
class NounLine extends LazyRow implements NounEntry {
  get noun(): string {
    return this.key
  }

  get verb(): string {
    return this.cell(1)
  }

  get of(): NounEntry['of'] {
    const of = this.cell(2)
    return of === 'object' || of === 'subject' || of === 'either' ? of : '-'
  }

  get links(): NounEntry['links'] {
    const links = this.cell(3)
    const pairs = links === '-' ? [] : links.split(' ').map((link): [string, string] => pairOf(link))
    return new Map(pairs)
  }

  get light(): NounEntry['light'] {
    const light = this.cell(4)
    return new Set(light === '-' ? [] : light.split('|'))
  }

  get before(): string {
    return this.cell(5)
  }

  get after(): string {
    return this.cell(6)
  }
}

/** "of=about" → "of", "about". */
function pairOf(link: string): [string, string] {
  const [preposition = '', becomes = ''] = link.split('=')
  return [preposition, becomes]
}

/** The lexicon that comes with the project, with a site's own protected terms if there are any. */
export function loadLexicon(siteTerms?: string): Lexicon {
  return createLexicon(readLexiconData(siteTerms))
}
