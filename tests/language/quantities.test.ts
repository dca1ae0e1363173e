import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { textOf } from '../../src/document/document.ts'
import type { Quantity } from '../../src/language/analysis.ts'
import { knowledge } from '../support/knowledge.ts'

const rows = readFileSync(join(import.meta.dirname, 'quantities-table.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# sentence'))
  .map((line) => line.split('\t'))

/** "[10 to 20 millimetres] range 10..20 millimetre", as the table writes it. */
function written(text: string, { kind, value, upTo, unit, date, from, to }: Quantity): string {
  const amount = upTo === undefined ? value : `${value}..${upTo}`
  const days = from === undefined ? undefined : `${from}..${to}`
  return [`[${text}]`, kind, amount, unit, date, days].filter((part) => part !== undefined).join(' ')
}

test('the table has 120 forms or more', () => {
  expect(rows.length).toBeGreaterThanOrEqual(120)
})

test.each(rows)('%s', (sentence = '', expected = '') => {
  const document = knowledge.reader.read('table', [{ kind: 'paragraph', text: sentence }])
  const { quantities } = knowledge.reader.analyse(document, '2026-11-16')
  expect(quantities.notes.map(({ span, value }) => written(textOf(document, span), value)).join('; ')).toBe(expected)
})
