import type { Sound } from './wave.ts'

/** Sound without the silence at both ends, its first and last milliseconds faded, and where it began in the whole. */
export function trim({ samples, sampleRate }: Sound): Sound & { readonly offset: number } {
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  // Quiet is told by the sound itself: some voices are soft, and some hiss.
  const threshold = Math.max(0.002, loudest * 0.012)
  let start = 0
  let end = samples.length
  while (start < end && Math.abs(samples[start] ?? 0) < threshold) start += 1
  while (end > start && Math.abs(samples[end - 1] ?? 0) < threshold) end -= 1
  const margin = Math.round(sampleRate * 0.02)
  start = Math.max(0, start - margin)
  end = Math.min(samples.length, end + margin)
  const kept = samples.slice(start, end)
  fade(kept, Math.round(sampleRate * 0.008))
  return { samples: kept, sampleRate, offset: start / sampleRate }
}

/** Gentle first and last milliseconds, so that joins do not click. */
function fade(samples: Float32Array, count: number): void {
  for (let at = 0; at < Math.min(count, samples.length); at += 1) {
    samples[at] = (samples[at] ?? 0) * (at / count)
    const back = samples.length - 1 - at
    samples[back] = (samples[back] ?? 0) * (at / count)
  }
}
