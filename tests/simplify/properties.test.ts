import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Level } from '../../src/document/article.ts'
import { textOf } from '../../src/document/document.ts'
import { prepareEdition, readArrival } from '../../src/edition/prepare.ts'
import type { PreparedEdition } from '../../src/edition/prepared.ts'
import { readArrivals } from '../../src/ingest/read-arrivals.ts'
import type { AnalysedSentence, Analysis } from '../../src/language/analysis.ts'
import { numberValue } from '../../src/simplify/numbers.ts'
import { structureRules } from '../../src/simplify/rules/index.ts'
import { simplifyLine } from '../../src/simplify/simplify.ts'
import { knowledge } from '../support/knowledge.ts'

const root = join(import.meta.dirname, '..', '..')
const levels: readonly Level[] = [1, 2]

/** Every article of the tests and samples. */
const articles: readonly string[] = [
  ...readdirSync(join(root, 'tests/golden'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, 'tests/golden', name, 'article.md')),
  ...readdirSync(join(root, 'src/samples')).map((name) => join(root, 'src/samples', name)),
]

/** Every sentence that a rule is shown with. */
const examples: readonly string[] = [
  ...new Set(structureRules.flatMap((rule) => [...rule.examples.map(([before]) => before), ...rule.leavesAlone])),
]

interface Made {
  readonly original: Analysis
  readonly prepared: PreparedEdition
}

async function make(path: string): Promise<readonly Made[]> {
  const read = await readArrivals(new Uint8Array(readFileSync(path)), { name: path })
  const arrival = read.ok ? read.value[0] : undefined
  if (arrival === undefined) throw new Error(`${path} was not taken as an article`)
  const original = readArrival(arrival, knowledge.reader)
  return levels.map((level) => ({ original, prepared: prepareEdition(original, level, knowledge) }))
}

const made: readonly Made[] = (await Promise.all(articles.map(make))).flat()

/** A source sentence with all that the edition makes of it; sentences of which something was left out on purpose are told. */
interface Pair {
  readonly source: AnalysedSentence
  readonly easy: readonly string[]
  readonly isCut: boolean
  /** Whether a word was written by a rule that writes out dates, short forms or names. */
  readonly writtenOut: string
}

const writers = /^(?:date-in-full|short-form-in-full|actor|explain|introduce|headline)/

function pairs({ original, prepared: { edition } }: Made): readonly Pair[] {
  const { document, sentences, alignment } = edition
  return original.sentences.flatMap((source, index) => {
    const own = sentences.flatMap(({ kind, sources }, at) => (kind === 'story' && sources.includes(index) ? [at] : []))
    const spans = own.flatMap((at) => document.sentences[at] ?? [])
    if (spans.length === 0) return []
    const out = spans.flatMap((span) =>
      Array.from({ length: span.end - span.start }, (_, at) => span.start + at).filter((token) =>
        alignment[token]?.rules.some((rule) => writers.test(rule)),
      ),
    )
    return [
      {
        source,
        easy: spans.map((span) => textOf(document, span)),
        // The easiest level tells only some of the pieces of a sentence; the fidelity report lists what went.
        isCut: edition.level === 1,
        writtenOut: out.map((token) => textOf(document, { start: token, end: token + 1 })).join(' '),
      },
    ]
  })
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+(?:[’'][\p{L}]+)*|[\d.,]*\d/gu) ?? []
const valuesOf = (text: string): readonly number[] => wordsOf(text).flatMap((word) => numberValue(word) ?? [])
const denials = (text: string): number =>
  (text.match(/\b(?:not|no|never|none|neither|nor|nobody|nothing|without|cannot|hardly)\b|n[’']t\b/giu) ?? []).length
const show = ({ source, easy }: Pair): string => `${textOf(source.document, source.span)}\n  → ${easy.join(' | ')}`

describe('what stands in an edition of any article of the tests', () => {
  const all = made.flatMap(pairs)

  test('there is something to look at', () => {
    expect(articles.length).toBeGreaterThan(10)
    expect(all.length).toBeGreaterThan(200)
  })

  test('no number is added to a sentence, and none is lost where nothing was left out', () => {
    const wrong = all.filter((pair) => {
      const source = valuesOf(textOf(pair.source.document, pair.source.span))
      const easy = valuesOf(pair.easy.join(' '))
      const allowed = new Set([...source, ...valuesOf(pair.writtenOut)])
      const added = easy.some((value) => !allowed.has(value))
      const lost = source.some((value) => !easy.includes(value) && value !== 1)
      return added || (lost && !pair.isCut)
    })
    expect(wrong.map(show)).toEqual([])
  })

  test('no "not" is added to a sentence, and none is lost where nothing was left out', () => {
    const wrong = all.filter((pair) => {
      const before = denials(textOf(pair.source.document, pair.source.span))
      const after = denials(pair.easy.join(' '))
      return after > before || (after < before && !pair.isCut)
    })
    expect(wrong.map(show)).toEqual([])
  })

  test('no name is added that the article does not have', () => {
    const wrong = made.flatMap((one) => {
      const known = new Set(wordsOf(one.original.document.text).flatMap((word) => [word, word.toLowerCase()]))
      return pairs(one).filter((pair) =>
        pair.easy.some((sentence) =>
          wordsOf(sentence)
            .slice(1)
            .some(
              (word) =>
                /^\p{Lu}\p{Ll}/u.test(word) &&
                !known.has(word) &&
                !known.has(word.toLowerCase()) &&
                !known.has(word.replace(/[’']s?$/u, '')) &&
                !pair.writtenOut.includes(word) &&
                !isSentenceStart(sentence, word),
            ),
        ),
      )
    })
    expect(wrong.map(show)).toEqual([])
  })

  test('every new token has an origin, a rule or an explanation; no origin points outside', () => {
    for (const { original, prepared } of made) {
      const { document, alignment, sentences } = prepared.edition
      expect(alignment).toHaveLength(document.tokens.length)
      for (const [index, span] of document.sentences.entries()) {
        for (const { tokens, rules } of alignment.slice(span.start, span.end)) {
          expect(tokens.every((token) => token >= 0 && token < original.document.tokens.length)).toBe(true)
          if (sentences[index]?.kind === 'explanation') expect(rules).toContain('explain')
        }
        const fromNowhere = document.tokens
          .slice(span.start, span.end)
          .map((token, at) => ({ token, origin: alignment[span.start + at] }))
          .filter(
            ({ token, origin }) =>
              token.kind !== 'punctuation' && origin?.tokens.length === 0 && origin.rules.length === 0,
          )
          .map(({ token }) => document.text.slice(token.span.start, token.span.end))
        // "that", "also" and the like, put in by the printing of a speaker.
        expect(fromNowhere.filter((word) => !/^(?:that|also)$/i.test(word))).toEqual([])
      }
    }
  })
})

/** A word with a capital because a quoted sentence or a sentence behind a colon starts with it. */
function isSentenceStart(sentence: string, word: string): boolean {
  return new RegExp(`["“:.!?]\\s*["“]?${word}`, 'u').test(sentence)
}

describe('one line', () => {
  test.each(levels)('applied twice changes nothing more: rule examples at level %i', (level) => {
    const wrong = examples.flatMap((line) => {
      const once = simplifyLine(line, level, knowledge)
      const twice = simplifyLine(once, level, knowledge)
      return once === twice ? [] : [`${line}\n  1 ${once}\n  2 ${twice}`]
    })
    expect(wrong).toEqual([])
  })

  test.each(levels)('applied twice changes nothing more: sentences of the articles at level %i', (level) => {
    const lines = made
      .filter((_, at) => at % 2 === 0)
      .flatMap(({ original }) => original.sentences.map(({ document, span }) => textOf(document, span)))
    const wrong = lines.flatMap((line) => {
      const once = simplifyLine(line, level, knowledge)
      const twice = simplifyLine(once, level, knowledge)
      return once === twice ? [] : [`${line}\n  1 ${once}\n  2 ${twice}`]
    })
    expect(wrong).toEqual([])
  })

  test('no string at all makes it fail, and a line stays a text', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(fc.constantFrom(...oddParts), { maxLength: 14 }).map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(anything, fc.constantFrom(...levels), (line, level) => {
        expect(typeof simplifyLine(line, level, knowledge)).toBe('string')
      }),
      { numRuns: 150, seed: 7 },
    )
  })

  test('lone halves of characters, control signs and very long lines are taken', () => {
    const odd = [
      '\ud800',
      'a\udfff b',
      '\u0000',
      '\u202eabc',
      '"',
      '("',
      '.'.repeat(300),
      'a'.repeat(2000),
      `${'and '.repeat(150)}so.`,
    ]
    for (const line of odd)
      for (const level of levels) expect(typeof simplifyLine(line, level, knowledge)).toBe('string')
  })
})

const oddParts =
  'The mayor , who said that which " not $3.5m – ; 12-year-old although was by a of and 🙂 O’Brien ’s ... ( ) : 4,200 % Mr. U.S. according to -- ’ “ ” said'.split(
    ' ',
  )
