import { afterAll, expect, test } from 'vitest'
import { createFlite } from '../../src/voices/flite.ts'
import { quantile, wordStartErrors } from './word-starts.ts'

const rms = createFlite('rms')
const slt = createFlite('slt')
afterAll(() => Promise.all([rms.close(), slt.close()]))

test('words start where a recogniser hears them: by phones, and for a voice without phones', async () => {
  const { narrations, phones, aligned } = await wordStartErrors(rms, slt)
  expect(narrations).toBe(5)
  expect(phones).toHaveLength(400)
  expect(quantile(phones, 0.5)).toBeLessThan(0.03)
  expect(quantile(phones, 0.9)).toBeLessThan(0.08)
  expect(quantile(aligned, 0.9)).toBeLessThan(0.12)
})
