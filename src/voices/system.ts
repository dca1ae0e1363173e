import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import say from 'say'
import { done, failed, type Result } from '../failure.ts'
import type { Clip, Utterance, Voice } from '../speech/voice.ts'

/** The computer's own voice through the package `say`: on macOS and Windows only. On Linux that package hands text to a Scheme expression, so it is never used there. */
export function createSystemVoice(platform: string): Voice {
  const reason = "The computer's own voice works on macOS and Windows only."
  const isThere = platform === 'darwin' || platform === 'win32'
  return {
    name: 'say',
    availability: async () => (isThere ? { available: true } : { available: false, reason }),
    speak: async (utterance) => (isThere ? speakWith(utterance) : failed('voice-missing', reason)),
    close: async () => undefined,
  }
}

async function speakWith(utterance: Utterance): Promise<Result<Clip>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsease-voice-'))
  const file = path.join(folder, 'sentence.wav')
  try {
    // Letters, digits and breath marks only: nothing that a shell or a script could read as its own.
    const text = utterance.text.replaceAll(/[^\p{L}\p{N} ,.?!]/gu, ' ')
    await new Promise<void>((resolve, reject) => {
      say.export(text, undefined, utterance.pace / 175, file, (error) =>
        error ? reject(new Error(String(error))) : resolve(),
      )
    })
    return done(readClip(await readFile(file), utterance))
  } catch (error) {
    return failed('voice-failed', "The computer's voice could not say this sentence.", String(error))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** 16-bit mono or stereo WAV as a clip. This voice tells no word times: they are shared out by the length of the words. */
function readClip(bytes: Buffer, utterance: Utterance): Clip {
  let rate = 22_050
  let channels = 1
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    if (name === 'fmt ') {
      channels = bytes.readUInt16LE(at + 10)
      rate = bytes.readUInt32LE(at + 12)
    }
    if (name === 'data') {
      const count = Math.floor(Math.min(length, bytes.length - at - 8) / 2 / channels)
      const samples = Float32Array.from(
        { length: count },
        (_, sample) => bytes.readInt16LE(at + 8 + 2 * channels * sample) / 32_768,
      )
      return { sampleRate: rate, samples, words: shareOut(utterance, count / rate) }
    }
    at += 8 + length + (length % 2)
  }
  throw new Error('the voice made no WAV file')
}

function shareOut({ words }: Utterance, seconds: number): readonly { readonly start: number; readonly end: number }[] {
  const total = words.reduce((sum, word) => sum + word.text.length + 1, 0)
  let place = 0
  return words.map((word) => {
    const start = (place / total) * seconds
    place += word.text.length + 1
    return { start, end: (place / total) * seconds }
  })
}
