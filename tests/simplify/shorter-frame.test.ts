import { describe, expect, test } from 'vitest'
import { createCast } from '../../src/simplify/cast.ts'
import { draftOf, readLength } from '../../src/simplify/draft.ts'
import { takeFrame } from '../../src/simplify/frame.ts'
import { shorterFrame } from '../../src/simplify/shorter-frame.ts'
import { knowledge } from '../support/knowledge.ts'

const { reader } = knowledge

/** The speaker of a sentence, as it stands and without what is only said beside. */
function frames(text: string): readonly [string, string] {
  const analysis = reader.analyse(reader.read('example', [{ kind: 'paragraph', text }]))
  const [sentence] = analysis.sentences
  const draft = sentence === undefined ? undefined : takeFrame(draftOf(sentence, 0), reader, createCast(analysis))
  if (draft?.frame === undefined) return ['', '']
  const textOf = ({ full }: typeof draft.frame): string => full.map((part) => part.text).join(' ')
  return [textOf(draft.frame), textOf(shorterFrame(draft.frame))]
}

describe('the speaker of a long claim', () => {
  test.each([
    [
      "Despite the cancellations, the hospital's chief executive, Dr Meera Pillai, said no patient had been put at risk.",
      "the hospital 's chief executive , Dr Meera Pillai , said",
    ],
    ['In a statement, the company said it would appeal against the fine.', 'the company said'],
    ['Maria Lopez, who runs a bakery in the town, said she had lost everything.', 'Maria Lopez said'],
  ])('loses what is said beside: %s', (text, expected) => {
    expect(frames(text)[1]).toBe(expected)
  })

  test.each([
    // Where it is so is part of what is claimed.
    'In Queensland, police said five people had died in the floods.',
    'Without the loan, the company said it would have to close.',
    'The mayor of Lismore said the town would be rebuilt.',
  ])('stays whole where it says more: %s', (text) => {
    const [whole, shorter] = frames(text)
    expect(shorter).toBe(whole)
  })
})

test('words are counted as a reader counts them', () => {
  const text = "The 24-hour stoppage at the union's hospital began at 7am."
  const analysis = reader.analyse(reader.read('example', [{ kind: 'paragraph', text }]))
  const [sentence] = analysis.sentences
  expect(sentence === undefined ? 0 : readLength(draftOf(sentence, 0))).toBe(10)
})
