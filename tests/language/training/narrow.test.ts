import { expect, test } from 'vitest'
import { narrow } from '../../../src/language/training/narrow.ts'
import { readTrained, writeTrained } from '../../../src/language/training/trained-file.ts'

const hidden = 32
const shapes: readonly (readonly [string, number, number])[] = [
  ...['00', '01'].flatMap((end): readonly (readonly [string, number, number])[] => [
    [`W${end}`, 2, 4 * hidden],
    [`U${end}`, hidden, 4 * hidden],
    [`b${end}`, 1, 4 * hidden],
  ]),
  ['Wt', 2 * hidden, 16],
  ['Wa', 2 * hidden, 16],
  ['Wr', 2 * hidden, 16],
  ['Bi', 16, 16],
]
const head = [`hidden ${hidden}`, 'layers 1', ...shapes.map((shape) => `parameter ${shape.join(' ')}`)].join('\n')

/** Weights that name their place; in `U00`, units 16 and up weigh nothing, in `U01` units up to 15. */
function file(): Uint8Array {
  const values = shapes.flatMap(([name, rows, columns]) =>
    Array.from({ length: rows * columns }, (_, at) => {
      const row = Math.floor(at / columns)
      const unit = row % hidden
      const isForward = name === 'U00' || (/^W[tar]$/.test(name) && row < hidden)
      if (!/^(?:U|W[tar])/.test(name)) return at
      return (isForward ? unit < 16 : unit >= 16) ? at + 1 : 0
    }),
  )
  return writeTrained(head, Float32Array.from(values))
}

function matrix(bytes: Uint8Array, wanted: string): readonly number[] {
  const { parameters, values } = readTrained(bytes)
  let place = 0
  for (const { name, rows, columns } of parameters) {
    if (name === wanted) return [...values.subarray(place, place + rows * columns)]
    place += rows * columns
  }
  return []
}

const half = narrow(file(), 16)

test('the header says the new width and shapes', () => {
  const { numbers, parameters } = readTrained(half)
  expect(numbers.get('hidden')).toBe(16)
  expect(parameters.find(({ name }) => name === 'U00')).toEqual({ name: 'U00', rows: 16, columns: 64 })
  expect(parameters.find(({ name }) => name === 'Wa')).toEqual({ name: 'Wa', rows: 32, columns: 16 })
  expect(parameters.find(({ name }) => name === 'Bi')).toEqual({ name: 'Bi', rows: 16, columns: 16 })
})

test('units that nothing listens to go, in each of the four gates', () => {
  const gates = (first: number): readonly number[] =>
    [0, 1, 2, 3].flatMap((gate) => Array.from({ length: 16 }, (_, unit) => gate * hidden + first + unit))
  expect(matrix(half, 'b00')).toEqual(gates(0))
  expect(matrix(half, 'b01')).toEqual(gates(16))
})

test('what reads the layer keeps the rows of the units that stay', () => {
  const before = matrix(file(), 'Wt')
  const rows = [...Array.from({ length: 16 }, (_, at) => at), ...Array.from({ length: 16 }, (_, at) => 48 + at)]
  expect(matrix(half, 'Wt')).toEqual(rows.flatMap((row) => before.slice(row * 16, row * 16 + 16)))
})

test('the same width changes nothing', () => {
  expect(narrow(file(), hidden)).toEqual(file())
})

test('a wider network is refused', () => {
  expect(() => narrow(file(), 48)).toThrow(/cannot become 48/)
})
