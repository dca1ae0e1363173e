import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rowsOf } from '../../src/knowledge/rows.ts'
import { knowledge } from '../support/knowledge.ts'
import { reading } from './clause-reading.ts'

const rows = rowsOf(readFileSync(new URL('clauses.tsv', import.meta.url), 'utf8'))
const known = rowsOf(readFileSync(new URL('clauses-known.tsv', import.meta.url), 'utf8'))

test('clauses, subjects, doers, speakers and what is denied are read off plain news sentences', () => {
  const wrong = rows.flatMap(([sentence = '', expected = '']) => {
    const read = reading(knowledge.reader.parse(sentence))
    return read === expected ? [] : [{ sentence, expected, read }]
  })
  expect(wrong).toEqual([])
  expect(rows.length).toBeGreaterThan(140)
})

test('what is known to be read wrong is still read so, and is at most one in eight', () => {
  const changed = known.flatMap(([sentence = '', read = '', fault = '']) => {
    expect(fault).not.toBe('')
    return reading(knowledge.reader.parse(sentence)) === read ? [] : [sentence]
  })
  expect(changed).toEqual([])
  expect(known.length).toBeLessThanOrEqual((rows.length + known.length) / 8)
})
