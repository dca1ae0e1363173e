import { expect, test } from 'vitest'
import type { ModelHeader } from '../../src/language/model-file.ts'
import { choose, probability } from '../../src/language/softmax.ts'
import { createTagChoice } from '../../src/language/tags.ts'

const header: ModelHeader = {
  hidden: 16,
  layers: 1,
  arcWidth: 16,
  labelWidth: 16,
  affixWidth: 16,
  affixBuckets: 16,
  wordWidth: 16,
  universalPadded: 3,
  pennPadded: 3,
  labelsPadded: 16,
  universalTags: ['NOUN', 'VERB'],
  pennTags: ['NN', 'VB', 'VBZ'],
  tagPairs: ['NOUN/NN', 'VERB/VB', 'VERB/VBZ'],
  labels: ['root'],
  words: [],
  vectorWords: [],
  parameters: [],
  temperatures: { tag: 1, arc: 1, label: 1 },
}
const chooseTags = createTagChoice(header)

/** Scores of NOUN and VERB, then, from the padded place on, of NN, VB and VBZ. */
const scores = (noun: number, verb: number, nn: number, vb: number, vbz: number): Float32Array =>
  Float32Array.from([noun, verb, 0, nn, vb, vbz])

test.each([
  ['each likeliest tag where they go together', scores(3, 1, 4, 0, 0), 'NOUN', 'NN'],
  ['the likeliest pair where they do not: the surer tag decides', scores(2, 1.5, 0, 0, 6), 'VERB', 'VBZ'],
  ['the likeliest pair where they do not: the other way round', scores(6, 0, 1, 0, 1.5), 'NOUN', 'NN'],
])('%s', (_, given, upos, xpos) => {
  expect(chooseTags(given, 0)).toMatchObject({ upos, xpos })
})

test('the probability is the chosen universal tag’s own', () => {
  expect(chooseTags(scores(0, 0, 4, 0, 0), 0).probability).toBeCloseTo(0.5)
  expect(chooseTags(scores(2, 1.5, 0, 0, 6), 0).probability).toBeCloseTo(1 / (1 + Math.exp(0.5)))
})

test('without pairs each set is on its own', () => {
  expect(createTagChoice({ ...header, tagPairs: [] })(scores(3, 1, 0, 0, 5), 0)).toMatchObject({
    upos: 'NOUN',
    xpos: 'VBZ',
  })
})

test('a softmax leaves out what it is told to', () => {
  const values = Float32Array.from([5, 1, 1])
  expect(choose(values, 0, 3, 1, 0)).toEqual({ index: 1, probability: 0.5 })
  expect(probability(values, 0, 3, 1, 2, 0)).toBeCloseTo(0.5)
})
