import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultsOf } from './faults.ts'
import { genres, operations, patterns } from './names.ts'
import { isForTesting, type Pair, readPair, readPairs } from './read-pairs.ts'
import { sentencesOf, toldSentences, wordCount } from './sentences.ts'

const pairs = readPairs()

describe('the pairs', () => {
  test('no id and no source stands twice', () => {
    const twice = (values: readonly string[]): readonly string[] =>
      values.filter((value, at) => values.indexOf(value) !== at)
    expect(twice(pairs.map(({ id }) => id))).toEqual([])
    expect(twice(pairs.map(({ source }) => source))).toEqual([])
  })

  test('each file is sorted by id', () => {
    for (const genre of genres) {
      const ids = pairs.filter((pair) => pair.genre === genre).map(({ id }) => id)
      expect(ids).toEqual([...ids].sort())
    }
  })

  test('the easy versions keep our rules', () => {
    expect(pairs.flatMap((pair) => faultsOf(pair).map((fault) => `${pair.id} ${fault}`))).toEqual([])
  })

  test('an easy version is not its source', () => {
    expect(pairs.filter(({ source, level1, level2 }) => source === level1 || source === level2)).toEqual([])
  })

  test('no name of a pattern or an operation is unused', () => {
    expect(patterns.filter((name) => !pairs.some((pair) => pair.patterns.includes(name)))).toEqual([])
    const used = new Set(pairs.flatMap((pair) => pair.operations.map((operation) => operation.split(':', 1)[0])))
    expect(operations.filter((name) => !used.has(name))).toEqual([])
  })

  test('FORMAT.md says how many there are', () => {
    const format = readFileSync(path.join(import.meta.dirname, 'FORMAT.md'), 'utf8')
    for (const genre of genres) {
      const all = pairs.filter((pair) => pair.genre === genre)
      expect(format).toContain(`| ${genre} | ${all.length} | ${all.filter(({ id }) => isForTesting(id)).length} |`)
    }
    for (const pattern of patterns)
      expect(format).toContain(`| ${pattern} | ${pairs.filter((pair) => pair.patterns.includes(pattern)).length} |`)
  })

  test('about a third is for testing, in every genre', () => {
    for (const genre of genres) {
      const all = pairs.filter((pair) => pair.genre === genre)
      const share = all.filter(({ id }) => isForTesting(id)).length / all.length
      expect(share, genre).toBeGreaterThan(0.2)
      expect(share, genre).toBeLessThan(0.45)
    }
    expect(readPairs('open').length + readPairs('testing').length).toBe(pairs.length)
  })
})

const item: Pair = {
  id: 'p1-001',
  genre: 'court',
  patterns: ['hedge'],
  source: 'Canberra may pay thirty-four families twice, Anna Reid said.',
  level2: 'Anna Reid said the Australian government may pay 34 families 2 times.',
  level1: 'Anna Reid said Australia may pay 34 families.',
  operations: ['name-government:Canberra'],
  adds: ['Australian', 'Australia'],
}

describe('reading', () => {
  test.each([
    ['{', 'not JSON'],
    [{ ...item, id: 'one' }, 'id: must be like p1-001'],
    [{ ...item, patterns: ['hedges'] }, 'patterns.0: Invalid option'],
    [{ ...item, operations: ['cut:word'] }, 'operations.0: must be an operation'],
    [{ ...item, level1: ' A line.' }, 'level1: must be one line'],
    [{ ...item, level3: 'A line.' }, 'Unrecognized key'],
  ])('%j is refused: %s', (line, why) => {
    expect(readPair(typeof line === 'string' ? line : JSON.stringify(line))).toContain(why)
  })

  test('a wrong line is named by its file and number', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'newsease-pairs-'))
    for (const genre of genres) writeFileSync(path.join(folder, `${genre}.jsonl`), JSON.stringify({ ...item, genre }))
    writeFileSync(path.join(folder, 'court.jsonl'), `${JSON.stringify(item)}\n{"id":"p1-002"}\n`)
    expect(() => readPairs('all', folder)).toThrow(/court\.jsonl:2: genre: /)
    writeFileSync(path.join(folder, 'court.jsonl'), JSON.stringify({ ...item, genre: 'sport' }))
    expect(() => readPairs('all', folder)).toThrow('court.jsonl:1: genre is sport, but the file is court')
  })
})

describe('faults', () => {
  test.each<[Partial<Pair>, readonly string[]]>([
    [{}, []],
    [{ adds: ['Australia'] }, ['level2: the source has no name "Australian"']],
    [{ level1: 'Anna Reid said it. Bo Reid said 35.' }, ['level1: the source has no number 35']],
    [{ level1: 'She said Reid may meet Bo.' }, ['level1: the source has no name "Bo"']],
    [{ source: `${item.source} "Yes," she said, "we may, Reid."`, level1: 'She said: "Yes, we may, Reid."' }, []],
    [
      { source: `${item.source} "Yes, we may."`, level1: 'She said: "We must."' },
      ['level1: the source has no quote "We must."'],
    ],
    [{ level1: `${'word '.repeat(15)}end.` }, [`level1: 16 words, at most 15: ${'word '.repeat(15)}end.`]],
  ])('%j', (change, faults) => {
    expect(faultsOf({ ...item, ...change })).toEqual(faults)
  })

  test.each([
    ['Dr Bo left. "Go." Then 3 men came.', ['Dr Bo left.', '"Go."', 'Then 3 men came.']],
    ['It cost $2.5 million. Why? Nobody says.', ['It cost $2.5 million.', 'Why?', 'Nobody says.']],
    ['The U.N. said no.', ['The U.N. said no.']],
    ['', []],
  ])('the sentences of %j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })

  test('words are what stands between spaces', () => {
    expect(wordCount('A 43-year-old bookkeeper - "she" - moved $610,000.')).toBe(6)
  })

  test('a sentence that only explains a word is not told', () => {
    const text = 'The court refused bail. Bail means going home. To flee means to leave. A curfew is a rule. He fled.'
    expect(toldSentences(text, ['explain:bail', 'explain:flee', 'explain:curfew', 'split'])).toEqual([
      'The court refused bail.',
      'He fled.',
    ])
  })
})
