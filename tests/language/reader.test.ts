import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TextBlock } from '../../src/language/analysis.ts'
import { knowledge } from '../support/knowledge.ts'

const { reader } = knowledge
const sentences = [
  'The Reserve Bank of Australia (RBA) raised rates to 4.35 per cent on Tuesday.',
  '"We won’t wait," said Anna Lee, 52, of Perth.',
  'Three people died in 2019 and 4 billion years ago nothing lived there.',
  'Police, who arrived at 5pm, told US President Barack Obama that he could not go to New York or Geneva.',
]

/** So many sentences in paragraphs of four. */
function paragraphs(count: number): readonly TextBlock[] {
  return Array.from({ length: count / 4 }, () => ({ kind: 'paragraph', text: sentences.join(' ') }))
}

function seconds(work: () => void): number {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1000
}

describe('any text', () => {
  test('is read and analysed without a throw, and every token is in one sentence and one block', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 120 }), { maxLength: 4 }), (texts) => {
        const document = reader.read(
          'any',
          texts.map((text) => ({ kind: 'paragraph', text })),
        )
        const { sentences: analysed, names, quantities } = reader.analyse(document, '2026-11-16')
        for (const ranges of [document.sentences, document.blocks.map(({ span }) => span)]) {
          let next = 0
          for (const { start, end } of ranges) {
            expect(start).toBe(next)
            expect(end).toBeGreaterThan(start)
            next = end
          }
          expect(next).toBe(document.tokens.length)
        }
        expect(analysed.flatMap(({ words }) => words)).toHaveLength(document.tokens.length)
        for (const { span } of [...names.notes, ...quantities.notes]) {
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(document.tokens.length)
        }
      }),
      { numRuns: 120 },
    )
  })

  test('made of the words of news is read without a throw too', () => {
    const word = fc.constantFrom(
      ...'The US President Barack Obama said " “ Mr. Lee ’s - – 5 million $ 1.2bn per cent ago 2019 May Tuesday last of and for House ( ) , . ! ? 00/00/0000 31 June 99999999999 billion years'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const document = reader.read('any', [{ kind: 'paragraph', text: words.join(' ') }])
        expect(reader.analyse(document, '2026-11-16').document).toBe(document)
      }),
      { numRuns: 150 },
    )
  })
})

describe('long texts', () => {
  test('cost is in line with length', { timeout: 60_000 }, () => {
    const time = (count: number): number => seconds(() => reader.analyse(reader.read('long', paragraphs(count))))
    time(100)
    const [short, long] = [time(200), time(1600)]
    expect(long).toBeLessThan(Math.max(0.2, short) * 8 * 3)
  })

  test('100,000 words are cut into sentences at once', () => {
    const blocks = paragraphs(6800)
    expect(seconds(() => reader.read('long', blocks))).toBeLessThan(8)
    expect(reader.read('long', blocks).tokens.length).toBeGreaterThan(100_000)
  })

  test.each([
    ['2,000 words with commas', 'and the man saw the dog, '.repeat(290)],
    ['names', 'Ann Lee and '.repeat(700)],
    ['appositions', 'a man, Bob Lee, '.repeat(400)],
    ['numbers', '5 million and 3 to 4 per cent of '.repeat(220)],
  ])('one sentence of %s is read in time', (_, text) => {
    const document = reader.read('long', [{ kind: 'paragraph', text }])
    expect(document.sentences).toHaveLength(1)
    expect(document.tokens.length).toBeGreaterThanOrEqual(1900)
    expect(seconds(() => reader.analyse(document, '2026-11-16'))).toBeLessThan(8)
  })
})

test('a currency with letters is read as the dollar is', () => {
  const [words, plain] = ['It costs US$5 million.', 'It costs $5 million.'].map((text) => reader.parse(text).words)
  expect(words?.map(({ xpos, relation }) => [xpos, relation])).toEqual(
    plain?.map(({ xpos, relation }) => [xpos, relation]),
  )
})

test.each([
  ['She’s been there.', 'have'],
  ['He’s here.', 'be'],
])('in "%s" the short form is of "%s"', (text, lemma) => {
  expect(reader.parse(text).words[1]?.lemma).toBe(lemma)
})
