import { expect, test } from 'vitest'
import { loadReader } from '../../src/knowledge/load-reader.ts'
import { rememberSentences } from '../../src/language/remember.ts'

const reader = loadReader()

test('a sentence is parsed once, and what is remembered equals what is read', () => {
  let count = 0
  const remembering = rememberSentences({
    ...reader,
    parse: (text) => {
      count += 1
      return reader.parse(text)
    },
  })
  const first = remembering.parse('The council closed the pool.')
  expect(remembering.parse('The council closed the pool.')).toBe(first)
  expect(first).toEqual(reader.parse('The council closed the pool.'))
  expect(count).toBe(1)
})

test('only so many sentences are kept, and very long ones not at all', () => {
  let count = 0
  const remembering = rememberSentences({
    ...reader,
    parse: () => {
      count += 1
      return reader.parse('Rain fell.')
    },
  })
  for (let at = 0; at <= 2000; at += 1) remembering.parse(`Rain fell ${at}.`)
  remembering.parse('Rain fell 0.')
  expect(count).toBe(2002)
  const long = 'rain '.repeat(300)
  remembering.parse(long)
  remembering.parse(long)
  expect(count).toBe(2004)
})
