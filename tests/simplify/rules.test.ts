import { describe, expect, test } from 'vitest'
import { createCast } from '../../src/simplify/cast.ts'
import { contentOf, draftOf } from '../../src/simplify/draft.ts'
import { tryRule } from '../../src/simplify/engine.ts'
import type { Rule } from '../../src/simplify/rule.ts'
import { structureRules } from '../../src/simplify/rules/index.ts'
import { knowledge } from '../support/knowledge.ts'

/** What a rule alone makes of one sentence, at level 1 where long begins early; undefined where it leaves it. */
function apply(rule: Rule, text: string): readonly string[] | undefined {
  const { reader, lexicon } = knowledge
  const analysis = reader.analyse(reader.read('example', [{ kind: 'paragraph', text }]))
  const [sentence] = analysis.sentences
  if (sentence === undefined) return undefined
  return tryRule(rule, draftOf(sentence, 0), 1, createCast(analysis), { reader, lexicon })?.map(contentOf)
}

for (const rule of structureRules) {
  describe(rule.name, () => {
    test.each(rule.examples)('rewrites: %s', (before, ...after) => {
      expect(apply(rule, before)).toEqual(after)
    })
    test.each(rule.leavesAlone)('leaves alone: %s', (text) => {
      expect(apply(rule, text)).toBeUndefined()
    })
  })
}

test('every rule has a name of its own, a reason, examples and look-alikes', () => {
  expect(new Set(structureRules.map((rule) => rule.name)).size).toBe(structureRules.length)
  for (const rule of structureRules) {
    expect(rule.because).toMatch(/^[A-Z"].*\.$/)
    expect(rule.examples.length).toBeGreaterThan(0)
    expect(rule.leavesAlone.length).toBeGreaterThan(0)
  }
})
