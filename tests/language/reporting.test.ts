import { expect, test } from 'vitest'
import { isPlainReporting, isReporting, reportingShade } from '../../src/language/reporting.ts'

test.each([
  ['say', 'plain'],
  ['deny', 'denial'],
  ['concede', 'admission'],
  ['allege', 'claim'],
  ['warn', 'warning'],
  ['demand', 'order'],
  ['question', 'question'],
  ['pledge', 'promise'],
  ['run', undefined],
])('"%s" adds: %s', (verb, shade) => {
  expect(reportingShade(verb)).toBe(shade)
})

test('only plain verbs may become "say"', () => {
  expect(['say', 'add', 'note'].every(isPlainReporting)).toBe(true)
  expect(['deny', 'allege', 'admit', 'warn', 'promise'].some(isPlainReporting)).toBe(false)
})

test('verbs that seldom carry a claim are known, and not read as one', () => {
  for (const verb of ['dismiss', 'rule', 'ask', 'charge', 'object']) {
    expect(reportingShade(verb)).toBeDefined()
    expect(isReporting(verb)).toBe(false)
  }
})
