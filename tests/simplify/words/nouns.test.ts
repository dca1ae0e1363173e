import { describe, expect, test } from 'vitest'
import { readLexiconData } from '../../../src/knowledge/load-lexicon.ts'
import { createCast } from '../../../src/simplify/cast.ts'
import { contentOf, draftOf } from '../../../src/simplify/draft.ts'
import { tryRule } from '../../../src/simplify/engine.ts'
import { lightVerb } from '../../../src/simplify/rules/light-verb.ts'
import { verbForNoun } from '../../../src/simplify/rules/verb-for-noun.ts'
import { createLexicon, type NounEntry } from '../../../src/simplify/words/lexicon.ts'
import { knowledge } from '../../support/knowledge.ts'

const { nouns } = readLexiconData()
const { reader } = knowledge

/** What a row on its own makes of its example. */
function apply(entry: NounEntry): string | undefined {
  const lexicon = createLexicon({ words: [], phrases: [], abbreviations: [], actors: [], nouns: [entry] })
  const analysis = reader.analyse(reader.read('example', [{ kind: 'paragraph', text: entry.before }]))
  const [sentence] = analysis.sentences
  if (sentence === undefined) return undefined
  for (const rule of [lightVerb, verbForNoun]) {
    const made = tryRule(rule, draftOf(sentence, 0), 1, createCast(analysis), { reader, lexicon })
    if (made !== undefined) return made.map(contentOf).join(' ')
  }
  return undefined
}

const letters = [...new Set(nouns.map(({ noun }) => noun.charAt(0)))].sort()

describe('each noun that hides a verb does what its example says', () => {
  test.each(letters)('%s', (letter) => {
    const rows = nouns.filter(({ noun }) => noun.startsWith(letter))
    expect(rows.map((entry) => [entry.noun, apply(entry)])).toEqual(rows.map(({ noun, after }) => [noun, after]))
  })
})

test('the rows keep the format, and no noun stands twice', () => {
  const wrong = nouns.filter(
    ({ noun, verb, of, links, before, after }) =>
      !/^[a-z][a-z -]*$/.test(noun) ||
      !/^[a-z]+(?: [a-z]+)*$/.test(verb) ||
      !['object', 'subject', 'either', '-'].includes(of) ||
      [...links.values()].some((becomes) => !/^[a-z]+$/.test(becomes)) ||
      before === after,
  )
  expect(wrong.map(({ noun }) => noun)).toEqual([])
  expect(new Set(nouns.map(({ noun }) => noun)).size).toBe(nouns.length)
})
