import { describe, expect, test } from 'vitest'
import { textOf } from '../../src/document/document.ts'
import { knowledge } from '../support/knowledge.ts'

/** Names of a text as "kind Name", and the same number for mentions of one thing. */
function namesOf(...paragraphs: readonly string[]): readonly { readonly name: string; readonly entity: number }[] {
  const document = knowledge.reader.read(
    'names',
    paragraphs.map((text) => ({ kind: 'paragraph', text })),
  )
  return knowledge.reader
    .analyse(document)
    .names.notes.map(({ span, value }) => ({ name: `${value.kind} ${textOf(document, span)}`, entity: value.entity }))
}

test.each([
  ['US President Barack Obama spoke on Wednesday.', 'place US', 'person Barack Obama'],
  ['The White House said Russia agreed.', 'organisation White House', 'place Russia'],
  ['Health Minister Alan Dunmore was late.', 'person Alan Dunmore'],
  ['Members of the Allied Nurses and Carers Union met.', 'organisation Allied Nurses and Carers Union'],
  ['The House of Representatives met in Canberra.', 'organisation House of Representatives', 'place Canberra'],
  ['The talks in New Zealand and Japan failed.', 'place New Zealand', 'place Japan'],
  ['The Norwegian judge left Geneva.', 'nationality Norwegian', 'place Geneva'],
  ['The company, Dalton’s, said no.', 'organisation Dalton’s'],
  ['He works for the Institute for Conflict Studies.', 'organisation Institute for Conflict Studies'],
  ['His brother Emre stayed.', 'person Emre'],
  ['A farmer from the village of Saletele wept.', 'place Saletele'],
  ['The rover, named Wattle, stopped.', 'other Wattle'],
  ['Wayne Petrakis, 47, denied it.', 'person Wayne Petrakis'],
  ['The leader, Kim Jong-un, flew home.', 'person Kim Jong-un'],
  ['Ursula von der Leyen arrived.', 'person Ursula von der Leyen'],
  ['They met at Broken Hill in May.', 'place Broken Hill'],
  ['They saw the Melbourne Marathon.', 'event Melbourne Marathon'],
  ['The Fair Renting Bill passed.', 'other Fair Renting Bill'],
  ['A Lisbon-based firm won.', 'place Lisbon'],
  ['Nurses walked out on Monday.'],
  ['The MPs and the CEO left.'],
  ['Yesterday she said: "The plan failed."'],
])('%s', (text, ...expected) => {
  expect(namesOf(text).map(({ name }) => name)).toEqual(expected)
})

describe('one thing under several names', () => {
  test.each([
    [
      'a person in full, with title, and by family name',
      'Barack Obama left.',
      'Then President Obama spoke. Obama slept.',
      3,
    ],
    [
      'a body and its first letters in brackets',
      'The Australian Competition and Consumer Commission (ACCC) met.',
      'The ACCC closed.',
      3,
    ],
    ['a country and its short form', 'The United States agreed.', 'The US left.', 2],
    ['a club and the last word of its name', 'Ironbark Rovers won the cup.', 'The Rovers sang.', 2],
  ])('%s', (_, first, second, count) => {
    const found = namesOf(first, second)
    expect(found).toHaveLength(count)
    expect(new Set(found.map(({ entity }) => entity)).size).toBe(1)
  })

  test('two people of one family name given in full stay two', () => {
    const [first, second] = namesOf('Anna Lee met Peter Lee.')
    expect(first?.entity).not.toBe(second?.entity)
  })
})
