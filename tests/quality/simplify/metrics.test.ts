import { describe, expect, test } from 'vitest'
import { bleu, copies } from './bleu.ts'
import { firstWords } from './editions.ts'
import { countFacts, type FactList, lowerCaseWords } from './facts.ts'
import { foreignNames, foreignNumbers } from './facts-foreign.ts'
import { findFact, spokenFlags } from './facts-kept.ts'
import { unexplainedTerms } from './facts-terms.ts'
import { folded, readOutput, splitLine, wordsOf } from './facts-text.ts'
import { sari } from './sari.ts'
import { tokens13a } from './tokens-13a.ts'

test.each([
  ['He paid $3.5m, "he said".', 'he paid $ 3.5m , " he said " .'],
  ['1,000 people (5-6%) left.', '1,000 people ( 5 - 6 % ) left .'],
  ["It's well-known; A&amp;B", "it's well-known ; a & b"],
])('splits %s as the 13a rules do', (line, tokens) => {
  expect(tokens13a(line).join(' ')).toBe(tokens)
})

describe('SARI', () => {
  test('a copy earns nothing for adding and deleting', () => {
    const score = sari([{ source: 'a b c d e', output: 'a b c d e', references: ['a b c d'] }])
    expect(score.add).toBe(0)
    expect(score.delete).toBe(0)
    // Kept runs: right 4, 3, 2, 1 of made 5, 4, 3, 2; all wanted ones are there. F1: 8/9, 6/7, 4/5, 2/3.
    expect(score.keep).toBeCloseTo((100 * (8 / 9 + 6 / 7 + 4 / 5 + 2 / 3)) / 4, 9)
  })

  test('adding, keeping and deleting as the only reference does is 100 each', () => {
    const score = sari([{ source: 'a b c d e f g h i', output: 'a b c d x y z w', references: ['a b c d x y z w'] }])
    expect(score).toEqual({ sari: 100, add: 100, keep: 100, delete: 100 })
  })

  test('two references: a word that one of them keeps counts half', () => {
    // Only single words matter here: "a" is kept by both, "b" by one, "c" by none; the output keeps "a" and adds "x", which one has.
    const { add, keep, delete: remove } = sari([{ source: 'a b c', output: 'a x', references: ['a b', 'a x'] }])
    // Add: words right 1, made 1, wanted 1; pairs "a x" right 1, made 1, wanted 1; longer none.
    expect(add).toBeCloseTo(50, 9)
    // Keep: words right 2 of made 2, wanted 3, F1 4/5; pairs made 0.
    expect(keep).toBeCloseTo((100 * (4 / 5)) / 4, 9)
    // Delete, words: b 2 made, 1 wanted; c 2 and 2: right 3 of made 4, wanted 3, F1 6/7.
    // Pairs: "a b" 2 made, 1 wanted; "b c" 2 and 2: the same 6/7. Threes: "a b c" 2 and 2: 1.
    expect(remove).toBeCloseTo((100 * (6 / 7 + 6 / 7 + 1)) / 4, 9)
  })

  test('counts are summed over lines before they are divided', () => {
    const lines = [
      { source: 'a', output: 'a', references: ['a'] },
      { source: 'b', output: 'b', references: ['c'] },
    ]
    // Words: kept right 1 of made 2, wanted 1: F1 2/3; no longer runs.
    expect(sari(lines).keep).toBeCloseTo((100 * (2 / 3)) / 4, 9)
  })
})

describe('BLEU', () => {
  test('the same text is 100, another text is not', () => {
    expect(bleu([{ source: '', output: 'a b c d e', references: ['a b c d e'] }])).toBeCloseTo(100, 9)
    // Right 3, 1, 0, 0 of 4, 3, 2, 1; lengths without a match count a half and a quarter of one.
    const score = bleu([{ source: '', output: 'a b x d', references: ['a b c d'] }])
    expect(score).toBeCloseTo(100 * ((3 / 4) * (1 / 3) * (1 / (2 * 2)) * (1 / (4 * 1))) ** 0.25, 9)
  })

  test('a short text is worth less, by the nearest reference', () => {
    const score = bleu([{ source: '', output: 'a b c d', references: ['a b c d e', 'a b c d e f g h'] }])
    expect(score).toBeCloseTo(100 * Math.exp(1 - 5 / 4), 9)
  })

  test('copies are told by their tokens', () => {
    expect(
      copies([
        { source: 'A b.', output: 'a b .', references: [] },
        { source: 'A b.', output: 'A c.', references: [] },
      ]),
    ).toBe(0.5)
  })
})

describe('facts', () => {
  test.each([
    ['Mr Lee left. He was 4.5 years late.', ['Mr Lee left.', 'He was 4.5 years late.']],
    ['The U.S. navy came. The U.S. The navy', ['The U.S. navy came.', 'The U.S.', 'The navy']],
    ['"Go!" she said. "Now."', ['"Go!" she said.', '"Now."']],
  ])('splits %s', (line, sentences) => {
    expect(splitLine(line)).toEqual(sentences)
  })

  test('a first line without a mark is the headline, and the credit is no sentence', () => {
    const { headline, sentences } = readOutput('Town opens bridge\n\nA bridge is open. It is new.\n\nSource: AAP\n')
    expect(headline).toBe('Town opens bridge')
    expect(sentences.map(({ text }) => text)).toEqual(['A bridge is open.', 'It is new.'])
  })

  test('words and forms', () => {
    expect(wordsOf("The 12-year-old's 4,200 goats – gone.")).toEqual(['The', "12-year-old's", '4,200', 'goats', 'gone'])
    expect(folded('They can’t pay 4,200, or 5%.')).toBe('they can not pay 4200, or 5 per cent.')
  })

  const kept = (kind: string, keep: readonly (readonly string[])[], text: string, never: readonly string[] = []) => {
    const { sentences } = readOutput(text)
    return findFact(
      { id: 'f', fact: '', kind, keep, never },
      sentences.map((one) => folded(one.text)),
      spokenFlags(sentences),
      false,
    ).kept
  }

  test.each([
    ['one sentence', 'name', [['smith'], ['bridge']], 'Ms Smith opened a bridge.', true],
    ['two neighbours', 'name', [['smith'], ['bridge']], 'Ms Smith came. A bridge was opened.', true],
    ['too far apart', 'name', [['smith'], ['bridge']], 'Ms Smith came. It rained. A bridge was opened.', false],
    ['only whole words', 'name', [['bridge']], 'The bridges were old.', false],
    ['any ending after a star', 'name', [['bridge*']], 'The bridges were old.', true],
    ['a claim with its speaker', 'attribution', [['smith'], ['safe']], 'Ms Smith said the bridge is safe.', true],
    [
      'a claim that lost its speaker',
      'attribution',
      [['smith'], ['safe']],
      'Ms Smith came. The bridge is safe.',
      false,
    ],
    ['a number beside its thing', 'number', [['83'], ['votes']], 'There were 83 votes.', true],
    ['a number in another sentence', 'number', [['83'], ['votes']], 'There were votes. Cars stood at 83.', false],
    ['no "83" inside "1.83"', 'number', [['83']], 'It was 1.83 metres.', false],
    ['"not" beside what it denies', 'negation', [['not'], ['weak']], 'The case was not weak.', true],
    ['"not" beside something else', 'negation', [['not'], ['weak']], 'The case was weak. It did not rain.', false],
  ])('%s', (_, kind, keep, text, expected) => {
    expect(kept(kind, keep, text)).toBe(expected)
  })

  test('a fact that is turned round is not kept', () => {
    expect(kept('name', [['smith']], 'Smith lost to Jones.', ['smith lost'])).toBe(false)
  })

  test.each([
    ['Twelve people and 40 dogs.', ['40']],
    ['He has $1.2 million.', []],
    ['It is Wednesday 18 November.', []],
    ['It is Tuesday 18 November.', ['18']],
    ['It was 2025.', []],
    ['About 12.5 people came.', []],
  ])('numbers in "%s" that the source does not have', (text, numbers) => {
    expect(foreignNumbers('There were 12 people with $1.2 million.', [text], '2026-11-17')).toEqual(numbers)
  })

  test.each([
    ['Many people saw Ms Smith.', []],
    ['Many people saw Ms Jones.', ['Jones']],
    ['Egypt is hot.', ['Egypt']],
    ['Smith met Ann Lee.', ['Ann', 'Lee']],
    ['Drought means no rain.', []],
  ])('names in "%s" that the source does not have', (text, names) => {
    const allowed = { names: [], published: '2026-11-17', lowerCase: new Set(['people']) }
    expect(foreignNames('Ms Smith came.', [text], allowed)).toEqual(names)
  })

  test.each([
    ['a ceasefire began. a ceasefire is when two sides stop fighting.', []],
    ['a ceasefire began. this means both sides stop.', []],
    ['a ceasefire began. people were glad.', ['ceasefire']],
    ['the fighting stopped.', []],
  ])('terms in "%s" that nobody explains', (text, terms) => {
    expect(
      unexplainedTerms(['ceasefire'], splitLine(text.replaceAll(/\. (\w)/g, (all) => all.toUpperCase())).map(folded)),
    ).toEqual(terms)
  })

  test('one article counts as its parts do', () => {
    const article: FactList = {
      id: '01-bridge',
      headline: 'Bridge opens',
      standfirst: 'It took 2 years.',
      source: 'The Wire',
      published: '2026-11-17',
      paragraphs: ['The mayor, who is 61, opened the bridge. The levy paid for it.'],
      facts: [
        { id: 'f1', fact: '', kind: 'number', keep: [['61']] },
        { id: 'f2', fact: '', kind: 'name', keep: [['bridge']] },
      ],
      hardTerms: ['levy'],
      mustSplit: [0],
    }
    const output = 'Bridge opens\nThe mayor opened the bridge. The levy paid for it.'
    expect(countFacts(article, output, lowerCaseWords([output]))).toMatchObject({
      facts: 1,
      factsOf: 2,
      distortions: 0,
      newNumbers: 0,
      newNames: 0,
      sentences: 2,
      words: 10,
      sourceWords: 13,
      lengths: [5, 5],
      hard: 1,
      whole: 0,
    })
  })
})

test('the first 80 % of a text keeps its lines', () => {
  expect(firstWords('one two\nthree four five')).toBe('one two\nthree four')
})
