import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestTree } from '../../src/language/spanning-tree.ts'

/** Rows are words, columns heads; the first of each is the root. */
function scored(rows: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(rows.flat())
}

const never = -1e9

test('each word takes its best head where that makes a tree', () => {
  const scores = scored([
    [never, never, never],
    [5, never, 1],
    [0, 4, never],
  ])
  expect([...bestTree(3, scores)]).toEqual([0, 0, 1])
})

test('a ring of two is broken where it costs least', () => {
  const scores = scored([
    [never, never, never],
    [3, never, 10],
    [1, 10, never],
  ])
  expect([...bestTree(3, scores)]).toEqual([0, 0, 1])
})

test('only one word stands under the root, though two would score more', () => {
  const scores = scored([
    [never, never, never],
    [9, never, 1],
    [9, 2, never],
  ])
  expect([...bestTree(3, scores)]).toEqual([0, 0, 1])
})

test('the tree found is the best of all trees of four words', () => {
  const value = fc.integer({ min: -20, max: 20 })
  fc.assert(
    fc.property(fc.array(value, { minLength: 25, maxLength: 25 }), (values) => {
      const scores = Float64Array.from(values, (score, at) => (at < 5 || Math.floor(at / 5) === at % 5 ? never : score))
      const total = (heads: readonly number[]): number =>
        heads.reduce((sum, head, word) => (word === 0 ? sum : sum + (scores[word * 5 + head] ?? never)), 0)
      expect(total([...bestTree(5, scores)])).toBe(Math.max(...allTrees().map(total)))
    }),
  )
})

/** Every way to hang four words on one root. */
function allTrees(): readonly (readonly number[])[] {
  const trees: number[][] = []
  for (let code = 0; code < 5 ** 4; code += 1) {
    const heads = [0, code % 5, Math.floor(code / 5) % 5, Math.floor(code / 25) % 5, Math.floor(code / 125)]
    if (heads.slice(1).filter((head) => head === 0).length === 1 && heads.every((_, word) => reachesRoot(heads, word)))
      trees.push(heads)
  }
  return trees
}

function reachesRoot(heads: readonly number[], start: number): boolean {
  let word = start
  for (let steps = 0; steps < heads.length; steps += 1) word = heads[word] ?? 0
  return word === 0
}
