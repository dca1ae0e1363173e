import { frameRate, type SoundFeatures, soundFeatures } from './sound-features.ts'
import type { Clip } from './voice.ts'

/**
 * When each word sounds in a clip that tells no times, by laying it over another voice's clip of the same words that
 * does (dynamic time warping, Sakoe and Chiba 1978). Times ascend and lie within the clip.
 */
export function alignWords(clip: Pick<Clip, 'samples' | 'sampleRate'>, reference: Clip): Clip['words'] {
  const length = clip.samples.length / clip.sampleRate
  const own = soundFeatures(clip.samples, clip.sampleRate)
  const other = soundFeatures(reference.samples, reference.sampleRate)
  const path = warp(other, own)
  const at = (seconds: number): number => {
    const place = seconds * frameRate
    const before = Math.max(0, Math.min(path.length - 1, Math.floor(place)))
    const after = Math.min(path.length - 1, before + 1)
    const share = Math.max(0, Math.min(1, place - before))
    const frame = (path[before] ?? 0) * (1 - share) + (path[after] ?? 0) * share
    return Math.max(0, Math.min(length, frame / frameRate))
  }
  let last = 0
  return reference.words.map(({ start, end }) => {
    const from = Math.max(last, at(start))
    const to = Math.max(from, at(end))
    last = from
    return { start: from, end: to }
  })
}

/** For each frame of the first sound the frame of the second that it falls together with. */
function warp(first: SoundFeatures, second: SoundFeatures): Float32Array {
  const [rows, columns] = [first.frames, second.frames]
  // Two voices say the same words at much the same pace: what lies far from the diagonal is no match.
  const band = Math.max(40, Math.round(columns * 0.2))
  const total = new Float32Array(rows * columns).fill(Number.POSITIVE_INFINITY)
  const from = new Uint8Array(rows * columns)
  const slope = columns / rows
  for (let row = 0; row < rows; row += 1) {
    const middle = row * slope
    const start = Math.max(0, Math.floor(middle - band))
    const end = Math.min(columns, Math.ceil(middle + band))
    for (let column = start; column < end; column += 1) {
      const cost = distance(first, row, second, column)
      const here = row * columns + column
      if (row === 0 && column === 0) {
        total[here] = cost
        continue
      }
      const both = row > 0 && column > 0 ? (total[here - columns - 1] ?? 0) : Number.POSITIVE_INFINITY
      const up = row > 0 ? (total[here - columns] ?? 0) : Number.POSITIVE_INFINITY
      const left = column > 0 ? (total[here - 1] ?? 0) : Number.POSITIVE_INFINITY
      // Going straight costs a little more than one step and less than two, so that neither voice is made to stand still.
      const best = Math.min(both + 1.4 * cost, up + cost + 0.4, left + cost + 0.4)
      total[here] = best
      from[here] = best === both + 1.4 * cost ? 0 : best === up + cost + 0.4 ? 1 : 2
    }
  }
  return trace(from, rows, columns)
}

function trace(from: Uint8Array, rows: number, columns: number): Float32Array {
  const sums = new Float32Array(rows)
  const counts = new Float32Array(rows)
  let row = rows - 1
  let column = columns - 1
  for (;;) {
    sums[row] = (sums[row] ?? 0) + column
    counts[row] = (counts[row] ?? 0) + 1
    if (row === 0 && column === 0) break
    const step = from[row * columns + column]
    if (column === 0 || (row > 0 && step === 1)) row -= 1
    else if (row === 0 || step === 2) column -= 1
    else {
      row -= 1
      column -= 1
    }
  }
  return sums.map((sum, at) => sum / Math.max(1, counts[at] ?? 1))
}

function distance(first: SoundFeatures, row: number, second: SoundFeatures, column: number): number {
  let sum = 0
  const { size } = first
  for (let at = 0; at < size; at += 1) {
    const difference = (first.values[row * size + at] ?? 0) - (second.values[column * size + at] ?? 0)
    sum += difference * difference
  }
  return Math.sqrt(sum)
}
