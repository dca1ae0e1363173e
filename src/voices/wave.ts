/** Mono sound with its sample rate. */
export interface Sound {
  readonly sampleRate: number
  readonly samples: Float32Array
}

/**
 * The sound in the bytes of a WAV file: 16-bit whole numbers or 32-bit floats, many channels mixed to one. Undefined for
 * other bytes, and for a file that promises more than it holds.
 */
export function readWave(bytes: Uint8Array): Sound | undefined {
  if (bytes.length < 44 || name(bytes, 0) !== 'RIFF' || name(bytes, 8) !== 'WAVE') return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let form: Form | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true)
    if (name(bytes, at) === 'fmt ' && at + 24 <= bytes.length) form = readForm(view, at + 8, length)
    if (name(bytes, at) === 'data') {
      // A program that writes into a pipe cannot say how much will come.
      const isOpen = length === 0 || length >= 0x7fff_0000
      const held = bytes.length - at - 8
      if (form === undefined || (!isOpen && held < length)) return undefined
      return readSamples(view, at + 8, isOpen ? held : length, form)
    }
    at += 8 + length + (length % 2)
  }
  return undefined
}

interface Form {
  readonly kind: 'whole' | 'float'
  readonly channels: number
  readonly rate: number
}

function readForm(view: DataView, at: number, length: number): Form | undefined {
  const tag = view.getUint16(at, true)
  const code = tag === 0xfffe && length >= 26 ? view.getUint16(at + 24, true) : tag
  const bits = view.getUint16(at + 14, true)
  const kind = code === 1 && bits === 16 ? 'whole' : code === 3 && bits === 32 ? 'float' : undefined
  const channels = view.getUint16(at + 2, true)
  const rate = view.getUint32(at + 4, true)
  if (kind === undefined || channels < 1 || channels > 8 || rate < 8000 || rate > 96_000) return undefined
  return { kind, channels, rate }
}

function readSamples(view: DataView, at: number, length: number, { kind, channels, rate }: Form): Sound {
  const size = kind === 'whole' ? 2 : 4
  const samples = new Float32Array(Math.floor(length / size / channels))
  for (let sample = 0; sample < samples.length; sample += 1) {
    let sum = 0
    for (let channel = 0; channel < channels; channel += 1) {
      const place = at + (sample * channels + channel) * size
      sum += kind === 'whole' ? view.getInt16(place, true) / 32_768 : view.getFloat32(place, true)
    }
    const value = sum / channels
    samples[sample] = Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) : 0
  }
  return { sampleRate: rate, samples }
}

function name(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

/** 16-bit mono WAV of some sound. */
export function writeWave({ sampleRate, samples }: Sound): Uint8Array {
  const bytes = new Uint8Array(44 + samples.length * 2)
  const view = new DataView(bytes.buffer)
  const put = (text: string, at: number): void => bytes.set(new TextEncoder().encode(text), at)
  put('RIFF', 0)
  view.setUint32(4, 36 + samples.length * 2, true)
  put('WAVEfmt ', 8)
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, sampleRate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  put('data', 36)
  view.setUint32(40, samples.length * 2, true)
  for (const [at, sample] of samples.entries())
    view.setInt16(44 + 2 * at, Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))), true)
  return bytes
}
