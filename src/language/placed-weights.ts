import { type Kernel, wholeUnit } from './kernel.ts'
import type { Matrix, Model } from './model-file.ts'
import { inputUnit } from './word-inputs.ts'

/** Where a matrix and the scales of its columns lie in the kernel's memory, in bytes. */
export interface Placed {
  readonly weights: number
  readonly scales: number
}

/** Weights that are used as floats: their inputs are no answers of an LSTM. */
const floatNames: readonly string[] = ['Bi', 'Wo']

/** Puts the weights of a model into the kernel's memory, as its loops read them. */
export function placeWeights(
  { matrices }: Model,
  { floats, wholes }: Kernel,
  allocate: (bytes: number) => number,
): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>()
  for (const [name, matrix] of matrices) {
    const isFloat = floatNames.includes(name)
    const weights = allocate(matrix.rows * matrix.columns * (isFloat ? 4 : 2))
    const scales = allocate(matrix.columns * 4)
    if (isFloat) placeFloats(matrix, floats, weights / 4)
    else placeWholes(matrix, wholes, weights / 2)
    const unit = name.startsWith('W0') ? inputUnit : wholeUnit
    floats.set(
      matrix.scales.map((scale) => scale / unit),
      scales / 4,
    )
    placed.set(name, { weights, scales })
  }
  return placed
}

/** Into panels of 16 columns, as floats. */
function placeFloats({ rows, columns, values, scales }: Matrix, floats: Float32Array, place: number): void {
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const panel = place + (column & ~15) * rows
      floats[panel + row * 16 + (column & 15)] = (values[row * columns + column] ?? 0) * (scales[column] ?? 0)
    }
  }
}

/** Into panels of 16 columns, two rows together, as the kernel's `multiplyWhole` reads them. */
function placeWholes({ rows, columns, values }: Matrix, wholes: Int16Array, place: number): void {
  for (let row = 0; row < rows; row += 1) {
    const pair = place + (row >> 1) * 32 + (row & 1)
    for (let column = 0; column < columns; column += 1) {
      wholes[pair + (column & ~15) * rows + (column & 15) * 2] = values[row * columns + column] ?? 0
    }
  }
}
