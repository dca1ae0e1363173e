import { expect, test } from 'vitest'
import { scopesOf } from '../../src/language/scope.ts'
import { knowledge } from '../support/knowledge.ts'

/** What the first word with a text stands under. */
function under(sentence: string, word: string): readonly string[] {
  const { words } = knowledge.reader.parse(sentence)
  const at = words.findIndex(({ text }) => text === word)
  expect(at).toBeGreaterThanOrEqual(0)
  return [...(scopesOf(words)[at] ?? [])].sort()
}

test.each([
  ['The council approved the plan on Monday.', 'plan', []],
  ['The council did not approve the plan.', 'plan', ['not']],
  ['The council did not approve the plan.', 'council', []],
  ['The firm may sell the farm.', 'farm', ['may']],
  ['Damaging winds are also possible.', 'possible', ['may']],
  ['If the river rises, the road will close.', 'river', ['if']],
  ['If the river rises, the road will close.', 'road', []],
  ['The town plans to build a school.', 'school', ['wish']],
  ['Is the road open?', 'road', ['question']],
  ['He is accused of taking money.', 'money', ['alleged']],
  ['Nobody could have been hurt.', 'hurt', ['may']],
] as const)('%s: "%s" stands under %j', (sentence, word, expected) => {
  expect(under(sentence, word)).toEqual(expected)
})
