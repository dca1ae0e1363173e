import type { Clip } from '../speech/voice.ts'

/** A clip as bytes: length of the header (uint32 LE), header as JSON, 16-bit samples. */
export function packClip(clip: Clip): Uint8Array {
  const header = new TextEncoder().encode(
    JSON.stringify({ sampleRate: clip.sampleRate, count: clip.samples.length, words: clip.words }),
  )
  const bytes = new Uint8Array(4 + header.length + clip.samples.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, header.length, true)
  bytes.set(header, 4)
  for (const [at, sample] of clip.samples.entries())
    view.setInt16(4 + header.length + 2 * at, Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))), true)
  return bytes
}

/** The clip in some bytes that `packClip` made; undefined for other bytes, and for a part of them. */
export function unpackClip(bytes: Uint8Array): Clip | undefined {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const length = view.getUint32(0, true)
    // Only packClip writes these files.
    const { count, ...header } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Pick<
      Clip,
      'sampleRate' | 'words'
    > & { readonly count: number }
    if (bytes.length !== 4 + length + 2 * count) return undefined
    const samples = new Float32Array(count)
    for (let at = 0; at < count; at += 1) samples[at] = view.getInt16(4 + length + 2 * at, true) / 32_768
    return { ...header, samples }
  } catch {
    return undefined
  }
}
