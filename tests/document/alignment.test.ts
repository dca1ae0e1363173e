import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Alignment, compose, dropped, unchanged } from '../../src/document/alignment.ts'

const step = (from: number): fc.Arbitrary<Alignment> =>
  fc.array(
    fc.record({
      tokens: fc.uniqueArray(fc.nat(from - 1), { minLength: 1 }).map((tokens) => tokens.sort((a, b) => a - b)),
      rules: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 8 },
  )

test('an unchanged step changes nothing, before or after', () => {
  void fc.assert(
    fc.property(step(6), (alignment) => {
      expect(compose(unchanged(6), alignment)).toEqual(alignment)
      expect(compose(alignment, unchanged(alignment.length))).toEqual(alignment)
    }),
  )
})

test('three steps join to the same tokens either way', () => {
  const three = step(6).chain((a) => step(a.length).chain((b) => step(b.length).map((c) => [a, b, c] as const)))
  const tokensOnly = (alignment: Alignment) => alignment.map((origin) => origin.tokens)
  void fc.assert(
    fc.property(three, ([a, b, c]) => {
      expect(tokensOnly(compose(compose(a, b), c))).toEqual(tokensOnly(compose(a, compose(b, c))))
    }),
  )
})

test('dropped tokens are those that nothing comes from', () => {
  expect(dropped([{ tokens: [0, 2], rules: [] }], 4)).toEqual([1, 3])
})
