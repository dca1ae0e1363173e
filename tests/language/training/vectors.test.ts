import { expect, test } from 'vitest'
import { readVectors, vectorWidth } from '../../../src/language/training/vectors.ts'

const numbers = (first: number): readonly number[] => Array.from({ length: vectorWidth }, (_, at) => first + at)

test('lines of a word and its numbers are read', () => {
  const { words, values } = readVectors(`the ${numbers(0).join(' ')}\nwater ${numbers(5).join(' ')}\n`)
  expect(words).toEqual(['the', 'water'])
  expect([values[0], values[vectorWidth], values.length]).toEqual([0, 5, 2 * vectorWidth])
})

test('JSON of words and vectors is read, without what stands behind the hundredth number', () => {
  const { words, values } = readVectors(
    JSON.stringify({ words: ['the', 'a b'], vectors: { the: [...numbers(1), 99, 98], 'a b': numbers(2) } }),
  )
  expect(words).toEqual(['the'])
  expect([values.length, values[vectorWidth - 1]]).toEqual([vectorWidth, vectorWidth])
})

test('a line that is too short is passed over', () => {
  expect(readVectors('the 1 2 3').words).toEqual([])
})
