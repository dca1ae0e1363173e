import { expect, test } from 'vitest'
import { readModel } from '../../../src/language/model-file.ts'
import { compact, withTemperatures } from '../../../src/language/training/compact.ts'

const settings = {
  hidden: 16,
  layers: 1,
  arcWidth: 16,
  labelWidth: 16,
  affixWidth: 2,
  affixBuckets: 3,
  wordWidth: 4,
  vectorCount: 2,
  universalPadded: 16,
  pennPadded: 16,
  labelsPadded: 16,
}
const even = { tag: 1, arc: 1, label: 1 }

/** A trained file as the trainer writes it, with a word table, an affix table, a matrix and a bias. */
function trained(): Uint8Array {
  const words = [0, 0, 0, 0, 1, -2, 0.5, 127]
  const affixes = [1, 2, 3, 4, 5, 6]
  const matrix = [10, 0.5, -20, 0.25]
  const bias = [0.125, -3.5]
  const lines = [
    ...Object.entries(settings).map(([name, value]) => `${name} ${value}`),
    'universalTags NOUN VERB',
    'pennTags NN VB',
    'tagPairs NOUN/NN VERB/VB',
    'labels nsubj root',
    'words <unknown> <root>',
    'parameter E 2 4',
    'parameter Af 3 2',
    'parameter W00 2 2',
    'parameter b00 1 2',
  ]
  const values = Float32Array.from([...words, ...affixes, ...matrix, ...bias])
  return Buffer.concat([Buffer.from(`${lines.join('\n')}\n\n`), Buffer.from(values.buffer)])
}

const vectors = Float32Array.from([0.7, -0.7, 0.1, 0, 1.4, 0.2, -1.4, 0, 9, 9, 9, 9])
const model = readModel(compact(trained(), vectors, ['the', 'water', 'beyond'], even))

test('the header keeps the settings, the lists and as many vector words as were trained with', () => {
  expect(model.header).toMatchObject({
    hidden: 16,
    labels: ['nsubj', 'root'],
    vectorWords: ['the', 'water'],
    temperatures: even,
  })
})

test('tables keep a scale a row', () => {
  const { values, scales } = model.words
  expect([...values]).toEqual([0, 0, 0, 0, 1, -2, 1, 127])
  expect(scales[1]).toBeCloseTo(1)
})

test('matrices keep a scale a column', () => {
  const matrix = model.matrices.get('W00')
  expect([...(matrix?.values ?? [])]).toEqual([64, 127, -127, 64])
  expect(matrix?.scales[0]).toBeCloseTo(20 / 127)
  expect(matrix?.scales[1]).toBeCloseTo(0.5 / 127)
})

test('a bias stays as it was', () => {
  expect([...(model.biases.get('b00') ?? [])]).toEqual([0.125, -3.5])
})

test('fixed vectors are near what they were, the largest cut off by 15 %', () => {
  const [largest = 0] = model.vectors.values
  expect(largest).toBe(7)
  expect(largest * (model.vectors.scales[0] ?? 0)).toBeCloseTo(0.7 * 0.85)
  expect((model.vectors.values[2] ?? 0) * (model.vectors.scales[0] ?? 0)).toBeCloseTo(0.1, 1)
})

test('other temperatures change the header alone', () => {
  const before = compact(trained(), vectors, ['the', 'water'], even)
  const after = readModel(withTemperatures(before, { tag: 1.3, arc: 2, label: 1.5 }))
  expect(after.header).toEqual({ ...readModel(before).header, temperatures: { tag: 1.3, arc: 2, label: 1.5 } })
  expect(after.words).toEqual(readModel(before).words)
  expect(after.vectors).toEqual(readModel(before).vectors)
})
