import { expect, test } from 'vitest'
import { changesStructure, isLeftWhole, isPartedByUs, lengthsOf, type Made } from './made.ts'

const made: Made = {
  pair: {
    id: 'p1-001',
    genre: 'court',
    patterns: ['hedge'],
    source: 'A judge, who is 60, refused bail.',
    level2: 'A judge refused bail. Bail means going home. The judge is 60.',
    level1: 'A judge refused bail. Bail means going home.',
    operations: ['split', 'explain:bail'],
  },
  level: 2,
  output: 'A judge, who is 60, refused bail.',
  ours: 'A judge refused bail. Bail means going home. The judge is 60.',
}

test.each<[string, Made, boolean, boolean]>([
  ['parted by us only', made, true, true],
  ['parted by both', { ...made, output: 'A judge refused bail. The judge is 60.' }, true, false],
  ['an explanation parts nothing', { ...made, ours: made.pair.level1 }, false, false],
])('%s', (_, one, parted, whole) => {
  expect([isPartedByUs(one), isLeftWhole(one)]).toEqual([parted, whole])
})

test.each([
  ['He left because it rained.', 'He left because it rained.', false],
  ['He departed because it rained.', 'He left because it rained.', false],
  ['He left because it rained.', 'It rained. So he left.', true],
  ['Because it rained, he left.', 'He left because it rained.', true],
  ['The rain fell on the town.', 'The rain fell on the small town.', false],
])('%s → %s: another structure %s', (source, output, changed) => {
  expect(changesStructure(source, output)).toBe(changed)
})

test('lengths are those of all sentences', () => {
  expect(lengthsOf(['He left. Why not?', 'No.'])).toEqual([2, 2, 1])
})
