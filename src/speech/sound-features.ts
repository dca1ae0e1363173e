import { resample } from './resample.ts'

/** What a sound is like in each hundredth of a second: rows of numbers, all of one length. */
export interface SoundFeatures {
  readonly frames: number
  readonly size: number
  readonly values: Float32Array
}

const rate = 16_000
const hop = 160
const window = 400
const points = 512
const bands = 26
const cepstra = 12

/** Frames a second of the features. */
export const frameRate = rate / hop

/**
 * Twelve mel-cepstral coefficients and the loudness, with their changes, 100 times a second (Davis and Mermelstein 1980),
 * each brought to mean nought and spread one, so that two voices can be compared.
 */
export function soundFeatures(samples: Float32Array, sampleRate: number): SoundFeatures {
  const sound = resample(samples, sampleRate, rate)
  const frames = Math.max(1, Math.floor((sound.length - window) / hop) + 1)
  const own = cepstra + 1
  const plain = new Float32Array(frames * own)
  const real = new Float64Array(points)
  const imaginary = new Float64Array(points)
  const energies = new Float64Array(bands)
  for (let frame = 0; frame < frames; frame += 1) {
    let power = 1e-8
    real.fill(0)
    imaginary.fill(0)
    for (let at = 0; at < window; at += 1) {
      const place = frame * hop + at
      const sample = (sound[place] ?? 0) - 0.97 * (sound[place - 1] ?? 0)
      power += sample * sample
      real[at] = sample * (0.54 - 0.46 * Math.cos((2 * Math.PI * at) / (window - 1)))
    }
    transform(real, imaginary)
    energies.fill(1e-8)
    for (const { bin, band, share } of filters) {
      const size = (real[bin] ?? 0) ** 2 + (imaginary[bin] ?? 0) ** 2
      energies[band] = (energies[band] ?? 0) + share * size
    }
    for (let row = 1; row <= cepstra; row += 1) {
      let sum = 0
      for (let band = 0; band < bands; band += 1)
        sum += Math.log(energies[band] ?? 1e-8) * Math.cos((Math.PI * row * (band + 0.5)) / bands)
      plain[frame * own + row - 1] = sum
    }
    plain[frame * own + cepstra] = Math.log(power)
  }
  level(plain, own)
  return withChanges(plain, frames, own)
}

/** Each column to mean nought and spread one. */
function level(values: Float32Array, size: number): void {
  const rows = values.length / size
  for (let column = 0; column < size; column += 1) {
    let sum = 0
    let squares = 0
    for (let row = 0; row < rows; row += 1) {
      const value = values[row * size + column] ?? 0
      sum += value
      squares += value * value
    }
    const mean = sum / rows
    const spread = Math.sqrt(Math.max(1e-6, squares / rows - mean * mean))
    for (let row = 0; row < rows; row += 1) {
      const at = row * size + column
      values[at] = ((values[at] ?? 0) - mean) / spread
    }
  }
}

function withChanges(plain: Float32Array, frames: number, own: number): SoundFeatures {
  const size = own * 2
  const values = new Float32Array(frames * size)
  for (let frame = 0; frame < frames; frame += 1) {
    const before = Math.max(0, frame - 2) * own
    const after = Math.min(frames - 1, frame + 2) * own
    for (let column = 0; column < own; column += 1) {
      values[frame * size + column] = plain[frame * own + column] ?? 0
      values[frame * size + own + column] = ((plain[after + column] ?? 0) - (plain[before + column] ?? 0)) * 0.5
    }
  }
  return { frames, size, values }
}

const filters = melFilters()

/** Triangles on the mel scale between 80 and 7,600 Hz, as the parts of each bin that go to each band. */
function melFilters(): readonly { readonly bin: number; readonly band: number; readonly share: number }[] {
  const mel = (hertz: number): number => 2595 * Math.log10(1 + hertz / 700)
  const [low, high] = [mel(80), mel(7600)]
  const parts: { bin: number; band: number; share: number }[] = []
  for (let bin = 1; bin < points / 2; bin += 1) {
    const place = ((mel((bin * rate) / points) - low) / (high - low)) * (bands + 1)
    for (const band of [Math.floor(place) - 1, Math.floor(place)]) {
      const share = 1 - Math.abs(place - 1 - band)
      if (band >= 0 && band < bands && share > 0) parts.push({ bin, band, share })
    }
  }
  return parts
}

/** Fast Fourier transform in place (Cooley and Tukey 1965). */
function transform(real: Float64Array, imaginary: Float64Array): void {
  const count = real.length
  for (let at = 1, other = 0; at < count; at += 1) {
    let bit = count >> 1
    for (; (other & bit) !== 0; bit >>= 1) other ^= bit
    other ^= bit
    if (at < other) {
      swap(real, at, other)
      swap(imaginary, at, other)
    }
  }
  for (let length = 2; length <= count; length <<= 1) {
    const angle = (-2 * Math.PI) / length
    for (let start = 0; start < count; start += length) {
      for (let step = 0; step < length / 2; step += 1) {
        const [cosine, sine] = [Math.cos(angle * step), Math.sin(angle * step)]
        const [even, odd] = [start + step, start + step + length / 2]
        const [r, i] = [real[odd] ?? 0, imaginary[odd] ?? 0]
        const [turnedReal, turnedImaginary] = [r * cosine - i * sine, r * sine + i * cosine]
        real[odd] = (real[even] ?? 0) - turnedReal
        imaginary[odd] = (imaginary[even] ?? 0) - turnedImaginary
        real[even] = (real[even] ?? 0) + turnedReal
        imaginary[even] = (imaginary[even] ?? 0) + turnedImaginary
      }
    }
  }
}

function swap(values: Float64Array, first: number, second: number): void {
  const kept = values[first] ?? 0
  values[first] = values[second] ?? 0
  values[second] = kept
}
