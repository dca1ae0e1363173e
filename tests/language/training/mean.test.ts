import { expect, test } from 'vitest'
import { meanOfTrained } from '../../../src/language/training/mean.ts'

const file = (head: string, values: readonly number[]): Uint8Array =>
  Buffer.concat([Buffer.from(`${head}\n\n`), Buffer.from(Float32Array.from(values).buffer)])

test('weights are averaged under the last header', () => {
  expect(meanOfTrained([file('vectorCount 1', [1, 2]), file('vectorCount 2', [3, -2])])).toEqual(
    file('vectorCount 2', [2, 0]),
  )
})

test('weights of different shapes are refused', () => {
  expect(() => meanOfTrained([file('a', [1]), file('b', [1, 2])])).toThrow(/no mean/)
})
