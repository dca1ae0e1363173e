import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/language/reader.ts'
import { loudnessOf, normalise, truePeakOf } from '../../src/speech/loudness.ts'
import { say } from '../../src/speech/say.ts'
import { writeScript } from '../../src/speech/script.ts'
import { said, saying } from './said.ts'

const table = readFileSync(new URL('./say-table.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) => line.split('\t') as [string, string]) // Two columns, as its head says.

describe('saying', () => {
  test('the table has at least 400 forms', () => {
    expect(table.length).toBeGreaterThanOrEqual(400)
  })

  test.each(table)('%s is said "%s"', (written, spoken) => {
    expect(said(written)).toBe(spoken)
  })

  test.each([
    ['3 May 2016', 'the third of May twenty sixteen'],
    ['May 3, 2016', 'May third twenty sixteen'],
    ['11/23/2026', 'November twenty third twenty twenty six'],
    ['5/6/2026', 'May sixth twenty twenty six'],
    ['345 cars', 'three hundred forty five cars'],
    ['$1,005', 'one thousand five dollars'],
    ['in 2005', 'in two thousand five'],
    ['2026-11-14', 'November fourteenth twenty twenty six'],
    ['$3.20', 'three dollars and twenty cents'],
  ])('in the United States %s is said "%s"', (written, spoken) => {
    expect(said(written, 'en-US')).toBe(spoken)
  })

  test('at least 600 names have a respelling of plain letters', () => {
    expect(saying.names.size).toBeGreaterThanOrEqual(600)
    const strange = [...saying.names].filter(([name, sounds]) => !/^[A-Za-z' ]+$/.test(sounds) || sounds === name)
    expect(strange).toEqual([])
  })

  test('a name keeps its letters for voices that know names, and is respelled for those that do not', () => {
    const document = readDocument('names', [{ kind: 'paragraph', text: 'Albanese’s trip to Māori land in BRISBANE.' }])
    const words = say(document, { start: 0, end: document.tokens.length }, saying)
    expect(words.map((word) => word.text).join(' ')).toBe("Albanese's trip to Maori land in BRISBANE")
    expect(words.map((word) => word.sounds ?? word.text).join(' ')).toBe("Alba neezy's trip to Mow ree land in Brizbun")
    const [line] = writeScript(document, saying)
    expect([line?.text, line?.respelled]).toEqual([
      "Albanese's trip to Maori land in BRISBANE.",
      "Alba neezy's trip to Mow ree land in Brizbun.",
    ])
  })

  test('spellings that the default voice misreads are respelled, also in units and at the beginning', () => {
    const document = readDocument('far', [{ kind: 'paragraph', text: 'Kilometres of pipe: 35km and 500ml of water.' }])
    expect(writeScript(document, saying)[0]?.respelled).toBe(
      'kilometers of pipe, thirty five kilometers and five hundred milla leeters of water.',
    )
  })

  test('a breath stands between the groups of a telephone number', () => {
    const document = readDocument('call', [{ kind: 'paragraph', text: 'Call 1800 737 732 now.' }])
    expect(writeScript(document, saying)[0]?.text).toBe(
      'Call one eight hundred, seven three seven, seven three two now.',
    )
  })

  const pieces = fc.constantFrom(
    ...table.map(([written]) => written),
    ..."the a of in - – , . ( ) $ % 5 12.5 1,000 2026 3pm 9/11 1/2 °C km NSW Dr St No. 's n't ' \" é Ω 習 & / … #1".split(
      ' ',
    ),
  )
  test('every token is said, or is silent on purpose: marks and other scripts', () => {
    void fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 6 }), (parts) => {
        const document = readDocument('any', [{ kind: 'paragraph', text: parts.join(' ') }])
        const span = { start: 0, end: document.tokens.length }
        const heard = new Set<number>()
        let last = 0
        for (const { tokens } of say(document, span, saying)) {
          expect(tokens.start).toBeGreaterThanOrEqual(last)
          last = tokens.start
          for (let at = tokens.start; at < tokens.end; at += 1) heard.add(at)
        }
        const lost = document.tokens.flatMap((token, at) => {
          const form = document.text.slice(token.span.start, token.span.end)
          return heard.has(at) || !/[A-Za-z0-9%&]/.test(form) || /^['’](?:s|re|ve|ll|d|m)$/i.test(form) ? [] : [form]
        })
        expect(lost).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  test('any text is said without a throw, in plain letters', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const document = readDocument('any', [{ kind: 'paragraph', text }])
        for (const word of say(document, { start: 0, end: document.tokens.length }, saying)) {
          expect(word.text).not.toMatch(/\d/)
          expect(word.tokens.end).toBeGreaterThan(word.tokens.start)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('every sentence of a document is in its script once, in order', () => {
    const document = readDocument('story', [
      { kind: 'headline', text: 'Pool closes' },
      { kind: 'paragraph', text: 'The pool has closed. It will open in May.' },
      { kind: 'paragraph', text: 'Nobody was hurt.' },
    ])
    const lines = writeScript(document, saying)
    expect(lines.map((line) => line.sentence)).toEqual([0, 1, 2, 3])
    expect(lines.map((line) => line.pause)).toEqual([1.6, 0.45, 0.85, 0.85])
  })
})

describe('loudness', () => {
  const tone = (level: number): Float32Array =>
    Float32Array.from({ length: 48_000 * 3 }, (_, at) => level * Math.sin((2 * Math.PI * 997 * at) / 48_000))

  test('a full-scale tone in one channel is at -3.01 LUFS, as ITU-R BS.1770 says', () => {
    expect(loudnessOf(tone(1), 48_000)).toBeCloseTo(-3.01, 1)
    expect(loudnessOf(tone(0.1), 48_000)).toBeCloseTo(-23.01, 1)
  })

  test('a true peak between two samples is found (a quarter-rate tone at 45 degrees)', () => {
    const between = Float32Array.from({ length: 9600 }, (_, at) => Math.sin((Math.PI / 2) * at + Math.PI / 4))
    expect(truePeakOf(between)).toBeGreaterThan(-0.4)
    expect(truePeakOf(between)).toBeLessThan(0.4)
    expect(truePeakOf(new Float32Array(100))).toBe(Number.NEGATIVE_INFINITY)
  })

  test.each([48_000, 44_100, 24_000, 16_000])('the meter is right at %d samples a second', (rate) => {
    const samples = Float32Array.from({ length: rate * 3 }, (_, at) => 0.1 * Math.sin((2 * Math.PI * 997 * at) / rate))
    expect(loudnessOf(samples, rate)).toBeCloseTo(-23.01, 1)
  })

  test('silence between words does not count (gates of BS.1770)', () => {
    const half = Float32Array.from(tone(0.1), (sample, at) => (Math.floor(at / 24_000) % 3 === 2 ? 0 : sample))
    expect(loudnessOf(half, 48_000)).toBeGreaterThan(-24.6)
  })

  test('normalising reaches the target and keeps every true peak under -1 dBTP', () => {
    const samples = tone(0.02)
    samples[5000] = 0.9
    normalise(samples, 48_000)
    expect(loudnessOf(samples, 48_000)).toBeCloseTo(-19, 0)
    expect(truePeakOf(samples)).toBeLessThanOrEqual(-1)
  })
})
