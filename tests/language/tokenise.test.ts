import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../src/language/sentences.ts'
import { tokenise } from '../../src/language/tokenise.ts'

const rows = readFileSync(join(import.meta.dirname, 'tokenise-table.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# kind'))
  .map((line) => line.split('\t'))

/** Tokens with a space between them, sentences with " ⏎ ", as the table writes them. */
function cut(text: string): string {
  const tokens = tokenise(text)
  return splitSentences(text, tokens)
    .map(({ start, end }) =>
      tokens
        .slice(start, end)
        .map(({ span }) => text.slice(span.start, span.end))
        .join(' '),
    )
    .join(' ⏎ ')
}

test('the table has 300 hard cases or more', () => {
  expect(rows.length).toBeGreaterThanOrEqual(300)
})

test.each(rows)('%s: %s', (_, text = '', expected = '') => {
  expect(cut(text)).toBe(expected)
})

describe('any text', () => {
  test('is covered: only spaces stand between tokens, and sentences hold every token once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const tokens = tokenise(text)
        let from = 0
        for (const { span } of tokens) {
          expect(span.end).toBeGreaterThan(span.start)
          expect(text.slice(from, span.start).trim()).toBe('')
          from = span.end
        }
        expect(text.slice(from).trim()).toBe('')
        let next = 0
        for (const { start, end } of splitSentences(text, tokens)) {
          expect(start).toBe(next)
          expect(end).toBeGreaterThan(start)
          next = end
        }
        expect(next).toBe(tokens.length)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['letters', 'x'.repeat(300_000)],
    ['letters and hyphens', 'a-'.repeat(150_000)],
    ['letters and full stops', 'a.'.repeat(150_000)],
    ['full words and full stops', 'ab.'.repeat(100_000)],
    ['brackets', '('.repeat(300_000)],
    ['quotes', '"'.repeat(300_000)],
    ['capitals and full stops with spaces', 'A. '.repeat(100_000)],
    ['numbers', '1,234-5.'.repeat(40_000)],
    ['addresses that never end', 'http://a@'.repeat(30_000)],
  ])('a long run of %s is cut in time', (_, text) => {
    const started = performance.now()
    splitSentences(text, tokenise(text))
    expect(performance.now() - started).toBeLessThan(4000)
  })
})
