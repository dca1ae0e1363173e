import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/language/reader.ts'
import { loudnessOf, normalise } from '../../src/speech/loudness.ts'
import { say } from '../../src/speech/say.ts'
import { writeScript } from '../../src/speech/script.ts'

function said(text: string): string {
  const document = readDocument('said', [{ kind: 'paragraph', text }])
  return say(document, { start: 0, end: document.tokens.length })
    .map((word) => word.text)
    .join(' ')
}

describe('saying', () => {
  test.each([
    ['0', 'zero'],
    ['7 cars', 'seven cars'],
    ['12 cars', 'twelve cars'],
    ['21 cars', 'twenty one cars'],
    ['100 cars', 'one hundred cars'],
    ['345 cars', 'three hundred and forty five cars'],
    ['4,200 homes', 'four thousand two hundred homes'],
    ['11,007 people', 'eleven thousand and seven people'],
    ['3.75 points', 'three point seven five points'],
    ['1.4-tonne', 'one point four tonne'],
    ['$50', 'fifty dollars'],
    ['$1', 'one dollar'],
    ['$3.20', 'three dollars and twenty cents'],
    ['$2.4bn', 'two point four billion dollars'],
    ['$1.2 million', 'one point two million dollars'],
    ['$24 billion', 'twenty four billion dollars'],
    ['A$50', 'fifty Australian dollars'],
    ['US$5 million', 'five million U S dollars'],
    ['€3m', 'three million euros'],
    ['£20', 'twenty pounds'],
    ['5%', 'five per cent'],
    ['5.8 per cent', 'five point eight per cent'],
    ['3pm', 'three p m'],
    ['4.52am', 'four fifty two a m'],
    ['6.05pm', 'six oh five p m'],
    ['17:30', 'seventeen thirty'],
    ['90km/h', 'ninety kilometres an hour'],
    ['35km west', 'thirty five kilometres west'],
    ['39°C', 'thirty nine degrees'],
    ['20mm of rain', 'twenty millimetres of rain'],
    ['5 ha', 'five hectares'],
    ['14 November', 'the fourteenth of November'],
    ['3 May 2016', 'the third of May twenty sixteen'],
    ['in 1999', 'in nineteen ninety nine'],
    ['in 2005', 'in two thousand and five'],
    ['since 1911', 'since nineteen eleven'],
    ['the 1990s', 'the nineteen nineties'],
    ['2025-26', 'twenty twenty five to twenty six'],
    ['won 3-2', 'won three to two'],
    ['the 21st day', 'the twenty first day'],
    ['Mr Lee', 'Mister Lee'],
    ['Ms Osei', 'Miz Osei'],
    ['Dr Tran', 'Doctor Tran'],
    ['the UN', 'the U N'],
    ['NSW', 'N S W'],
    ['NASA', 'nasa'],
    ['UNESCO', 'unesco'],
    ['MPs', 'M Ps'],
    ['U.S.', 'U S'],
    ["don't", "don't"],
    ["can't", "can't"],
    ["Anna's car", "Anna's car"],
    ['Smith & Co', 'Smith and Co'],
    ['café', 'cafe'],
    ['Brisbane', 'Brizbun'],
    ['G20', 'G twenty'],
    ['007', 'zero zero seven'],
  ])('%s is said "%s"', (written, spoken) => {
    expect(said(written)).toBe(spoken)
  })

  test('any text is said without a throw, in plain letters', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const document = readDocument('any', [{ kind: 'paragraph', text }])
        for (const word of say(document, { start: 0, end: document.tokens.length })) {
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
    const lines = writeScript(document)
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

  test('normalising reaches the target and keeps every peak under -1 dBFS', () => {
    const samples = tone(0.02)
    samples[5000] = 0.9
    normalise(samples, 48_000)
    expect(loudnessOf(samples, 48_000)).toBeCloseTo(-19, 0)
    expect(samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)).toBeLessThan(10 ** (-1 / 20))
  })
})
