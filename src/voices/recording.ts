import { alignWords } from '../speech/align-sound.ts'
import type { Clip, Utterance, Voice } from '../speech/voice.ts'
import { trim } from './trim.ts'
import { readWave } from './wave.ts'

/** A person's recording of a sentence as a clip; its words get their times from a voice that says the same. Undefined for what is no WAV file. */
export async function recordedClip(
  file: Uint8Array,
  utterance: Utterance,
  reference: Voice,
): Promise<Clip | undefined> {
  const sound = readWave(file)
  const { samples, sampleRate } = sound === undefined ? { samples: new Float32Array(0), sampleRate: 0 } : trim(sound)
  const spoken = await reference.speak(utterance)
  if (samples.length < 1000 || !spoken.ok) return undefined
  return { samples, sampleRate, words: alignWords({ samples, sampleRate }, spoken.value) }
}
