import { expect, test } from 'vitest'
import { canAct } from '../../src/language/noun-classes.ts'
import { nounPhrasesOf, prepositionalPhrasesOf } from '../../src/language/phrases.ts'
import { knowledge } from '../support/knowledge.ts'

function textOf(
  words: readonly { readonly text: string }[],
  span: { readonly start: number; readonly end: number },
): string {
  return words
    .slice(span.start, span.end)
    .map(({ text }) => text)
    .join(' ')
}

test.each([
  ['The old bridge over the river closed in May.', ['The old bridge over the river', 'the river', 'May']],
  ['Three nurses from Perth asked for help.', ['Three nurses from Perth', 'Perth', 'help']],
] as const)('noun phrases of: %s', (sentence, expected) => {
  const { words } = knowledge.reader.parse(sentence)
  const found = nounPhrasesOf(words).map(({ span }) => textOf(words, span))
  for (const phrase of expected) expect(found.some((one) => one === phrase || one.endsWith(` ${phrase}`))).toBe(true)
})

test.each([
  ['The shop closed after the storm.', 'after the storm', 'time'],
  ['The shop closed on Monday.', 'on Monday', 'time'],
  ['The game was played in Perth.', 'in Perth', 'place'],
  ['He sold the car for 500 dollars.', 'for 500 dollars', 'amount'],
  ['She spoke about the drought.', 'about the drought', 'topic'],
  ['The road closed because of the rain.', 'because of the rain', 'cause'],
  ['The letter came from the bank.', 'from the bank', 'source'],
  ['He left with his brother.', 'with his brother', 'companion'],
] as const)('%s: "%s" tells %s', (sentence, phrase, role) => {
  const { words } = knowledge.reader.parse(sentence)
  expect(prepositionalPhrasesOf(words).map((one) => [textOf(words, one.span), one.role])).toContainEqual([phrase, role])
})

test('people, bodies and animals can act; times, amounts and things cannot', () => {
  for (const noun of ['nurse', 'council', 'shark', 'commissioner', 'crew']) expect(canAct(noun)).toBe(true)
  for (const noun of ['midday', 'vote', 'river', 'means', 'branch', 'table']) expect(canAct(noun)).toBe(false)
})
