/** A second-order filter section: b0 b1 b2 a1 a2, with a0 = 1. */
type Section = readonly [number, number, number, number, number]

/** The two filters of ITU-R BS.1770-4 for a sample rate (head and high-pass), by their analogue prototypes. */
function kWeighting(rate: number): readonly [Section, Section] {
  const shelf = (): Section => {
    const gain = 3.999843853973347
    const q = 0.7071752369554196
    const k = Math.tan((Math.PI * 1681.974450955533) / rate)
    const v = 10 ** (gain / 20)
    const b = v ** 0.4996667741545416
    const a0 = 1 + k / q + k * k
    return [
      (v + (b * k) / q + k * k) / a0,
      (2 * (k * k - v)) / a0,
      (v - (b * k) / q + k * k) / a0,
      (2 * (k * k - 1)) / a0,
      (1 - k / q + k * k) / a0,
    ]
  }
  const pass = (): Section => {
    const q = 0.5003270373238773
    const k = Math.tan((Math.PI * 38.13547087602444) / rate)
    const a0 = 1 + k / q + k * k
    return [1, -2, 1, (2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0]
  }
  return [shelf(), pass()]
}

function filtered(samples: Float32Array, [b0, b1, b2, a1, a2]: Section): Float32Array {
  const out = new Float32Array(samples.length)
  let x1 = 0
  let x2 = 0
  let y1 = 0
  let y2 = 0
  for (let at = 0; at < samples.length; at += 1) {
    const x = samples[at] ?? 0
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
    out[at] = y
    x2 = x1
    x1 = x
    y2 = y1
    y1 = y
  }
  return out
}

/** Integrated loudness of mono sound in LUFS (ITU-R BS.1770-4: K-weighting, 400 ms blocks, two gates); -Infinity for silence. */
export function loudnessOf(samples: Float32Array, rate: number): number {
  const [shelf, pass] = kWeighting(rate)
  const weighted = filtered(filtered(samples, shelf), pass)
  const block = Math.round(rate * 0.4)
  const step = Math.round(rate * 0.1)
  const powers: number[] = []
  for (let start = 0; start + block <= weighted.length; start += step) {
    let sum = 0
    for (let at = start; at < start + block; at += 1) sum += (weighted[at] ?? 0) ** 2
    powers.push(sum / block)
  }
  const level = (power: number): number => -0.691 + 10 * Math.log10(power)
  const mean = (list: readonly number[]): number => list.reduce((sum, power) => sum + power, 0) / list.length
  const loud = powers.filter((power) => level(power) > -70)
  if (loud.length === 0) return Number.NEGATIVE_INFINITY
  const gate = level(mean(loud)) - 10
  return level(mean(loud.filter((power) => level(power) > gate)))
}

/** Highest true peak in dBTP (ITU-R BS.1770-4, annex 2: four times as many samples, by windowed sinc); -Infinity for silence. */
export function truePeakOf(samples: Float32Array): number {
  let peak = 0
  for (let at = 0; at < samples.length; at += 1) {
    peak = Math.max(peak, Math.abs(samples[at] ?? 0))
    // Between two small samples no peak can hide.
    const near = Math.max(Math.abs(samples[at] ?? 0), Math.abs(samples[at + 1] ?? 0))
    if (near < peak * 0.7) continue
    for (const taps of between) {
      let sum = 0
      for (let tap = 0; tap < taps.length; tap += 1) sum += (taps[tap] ?? 0) * (samples[at + tap - reach + 1] ?? 0)
      peak = Math.max(peak, Math.abs(sum))
    }
  }
  return 20 * Math.log10(peak)
}

/** Samples on each side that a value between two samples is made of. */
const reach = 8
/** Weights for the places at a quarter, half and three quarters of the way to the next sample. */
const between = [0.25, 0.5, 0.75].map((part) =>
  Float64Array.from({ length: 2 * reach }, (_, tap) => {
    const distance = tap - reach + 1 - part
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (reach + 0.5))
    return (Math.sin(Math.PI * distance) / (Math.PI * distance)) * window
  }),
)

/** Brings sound to a loudness, and bends peaks softly so that no true peak passes -1.5 dBTP: the MP3 may add a little. Changes the samples in place. */
export function normalise(samples: Float32Array, rate: number, target = -19): void {
  const measured = loudnessOf(samples, rate)
  if (!Number.isFinite(measured)) return
  const gain = 10 ** ((target - measured) / 20)
  for (let at = 0; at < samples.length; at += 1) samples[at] = (samples[at] ?? 0) * gain
  for (let ceiling = -1.6, tries = 0; truePeakOf(samples) > -1.5 && tries < 6; ceiling -= 0.5, tries += 1)
    bend(samples, 10 ** ((ceiling - 3) / 20), 10 ** (ceiling / 20))
}

/** Bends what is over the knee so that it comes near the ceiling and never over it. */
function bend(samples: Float32Array, knee: number, ceiling: number): void {
  for (let at = 0; at < samples.length; at += 1) {
    const value = samples[at] ?? 0
    const size = Math.abs(value)
    if (size > knee)
      samples[at] = Math.sign(value) * (knee + (ceiling - knee) * Math.tanh((size - knee) / (ceiling - knee)))
  }
}
