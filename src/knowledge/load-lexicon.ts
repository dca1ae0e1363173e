import { readdirSync, readFileSync } from 'node:fs'
import type { Lexicon } from '../simplify/lexicon.ts'
import { createLexicon, type LexiconData, type NounEntry } from '../simplify/words/lexicon.ts'
import { rowsOf } from './rows.ts'

const words = new URL('../simplify/words/', import.meta.url)

/**
 * The rows of the word data that come with the project: `words.tsv` and every `words-….tsv`, and so on. `siteTerms` is the path
 * of a site's own protected terms, one a line (term, part of speech if it matters, why), merged with ours.
 */
export function readLexiconData(siteTerms?: string): LexiconData {
  const rows = (name: string): readonly (readonly string[])[] =>
    readdirSync(words)
      .filter((file) => file.endsWith('.tsv') && (file === `${name}.tsv` || file.startsWith(`${name}-`)))
      .sort()
      .flatMap((file) => rowsOf(readFileSync(new URL(file, words), 'utf8')))
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
    nouns: rows('nouns').map(nounEntry),
  }
}

function nounEntry([
  noun = '',
  verb = '',
  of = '',
  links = '',
  light = '',
  before = '',
  after = '',
]: readonly string[]): NounEntry {
  const pairs =
    links === '-'
      ? []
      : links.split(' ').map((link): [string, string] => {
          const [preposition = '', becomes = ''] = link.split('=')
          return [preposition, becomes]
        })
  return {
    noun,
    verb,
    of: of === 'object' || of === 'subject' || of === 'either' ? of : '-',
    links: new Map(pairs),
    light: new Set(light === '-' ? [] : light.split('|')),
    before,
    after,
  }
}

/** The lexicon that comes with the project, with a site's own protected terms if there are any. */
export function loadLexicon(siteTerms?: string): Lexicon {
  return createLexicon(readLexiconData(siteTerms))
}
