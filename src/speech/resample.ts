/** Mono sound at another sample rate, by straight lines between samples. Always a new array; the old one is not changed. */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples.slice()
  const out = new Float32Array(Math.floor((samples.length * to) / from))
  for (let at = 0; at < out.length; at += 1) {
    const place = (at * from) / to
    const before = Math.floor(place)
    const share = place - before
    out[at] = (samples[before] ?? 0) * (1 - share) + (samples[before + 1] ?? 0) * share
  }
  return out
}
