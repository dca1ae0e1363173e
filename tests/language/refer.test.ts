import { describe, expect, test } from 'vitest'
import type { Analysis } from '../../src/language/analysis.ts'
import { quotationsOf } from '../../src/language/quotations.ts'
import { referentsOf } from '../../src/language/refer.ts'
import { knowledge } from '../support/knowledge.ts'

function analyse(...paragraphs: readonly string[]): Analysis {
  const { reader } = knowledge
  return reader.analyse(
    reader.read(
      'story',
      paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
    ),
  )
}

/** Who each answered pronoun is, in order: "she=Ann Lee". */
function answers(analysis: Analysis): readonly string[] {
  const textAt = (token: number): string => {
    const place = analysis.document.tokens[token]?.span
    return place === undefined ? '' : analysis.document.text.slice(place.start, place.end)
  }
  return [...referentsOf(analysis)].map(([token, { token: owner, entity }]) => {
    const name = analysis.names.notes.find(({ value }) => value.entity === entity)?.value.full
    return `${textAt(token).toLowerCase()}=${name ?? textAt(owner)}`
  })
}

describe('a pronoun is answered only where one owner is possible', () => {
  test.each([
    [['Mr Peter Lawson said he would sell the farm.'], ['he=Peter Lawson']],
    [['Mr Peter Lawson opened the hall.', 'He thanked the builders.'], ['he=Peter Lawson']],
    [['The council said it would close the pool.'], ['it=council']],
    [['The government raised its offer.'], ['its=government']],
    [['Ms Ann Lee thanked Ms Joan Day.', 'She was tired.'], []],
    [['Mr Peter Lawson told Mr John Day that he was late.'], []],
    [['Ms Ann Lee said he was late.'], []],
    [['It is too late to leave.'], []],
    [['Mr Peter Lawson said: "He is late."'], []],
    [['The government told the bank about its plan.'], []],
  ])('%j', (paragraphs, expected) => {
    expect(answers(analyse(...paragraphs))).toEqual(expected)
  })
})

describe('quotation marks pair up', () => {
  const quotes = (...paragraphs: readonly string[]): readonly (readonly [string, boolean, string])[] => {
    const analysis = analyse(...paragraphs)
    const textOf = (span: { readonly start: number; readonly end: number } | undefined): string => {
      const first = span === undefined ? undefined : analysis.document.tokens[span.start]?.span
      const last = span === undefined ? undefined : analysis.document.tokens[span.end - 1]?.span
      return first === undefined || last === undefined ? '' : analysis.document.text.slice(first.start, last.end)
    }
    return quotationsOf(analysis).map(({ span, isClosed, speaker }) => [textOf(span), isClosed, textOf(speaker)])
  }

  test('in one sentence, with its speaker', () => {
    expect(quotes('"We are safe," Ms Lee said.')).toEqual([['"We are safe,"', true, 'Ms Lee']])
  })

  test('over two sentences', () => {
    expect(quotes('Ms Lee said: "We are safe. The house is gone."')[0]?.[0]).toBe('"We are safe. The house is gone."')
  })

  test('over paragraphs that each open a mark', () => {
    expect(quotes('"We are safe. It was close.', '"The house is gone," Ms Lee said.')).toEqual([
      ['"We are safe. It was close.\n\n"The house is gone,"', true, 'Ms Lee'],
    ])
  })

  test('an end that was forgotten stops at its paragraph', () => {
    expect(quotes('"We are safe.', 'The house is gone.').map(([, isClosed]) => isClosed)).toEqual([false])
  })

  test('an apostrophe opens nothing', () => {
    expect(quotes("The farmers' dogs didn't bark.")).toEqual([])
  })
})
