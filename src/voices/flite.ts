import { done, failed } from '../failure.ts'
import { wordSeconds } from '../speech/pace.ts'
import type { Utterance, Voice } from '../speech/voice.ts'
import { askWorker } from './asking-worker.ts'
import type { FliteAnswer, FliteRequest } from './flite-worker.ts'
import { trim } from './trim.ts'
import { placeWords } from './word-times.ts'

/** Seconds that a word takes without stretching: measured on news sentences. */
const ownWordSeconds: Readonly<Record<FliteVoice, number>> = { rms: 0.351, slt: 0.302 }

/** Voices that are inside the package. */
export type FliteVoice = 'rms' | 'slt'

/** The default voice: flite as WebAssembly in a worker thread, offline. The worker starts on the first sentence. */
export function createFlite(name: FliteVoice): Voice {
  const worker = askWorker<Omit<FliteRequest, 'id'>, FliteAnswer>(new URL('./flite-worker.ts', import.meta.url), 30_000)
  return {
    name: `flite-${name}`,
    availability: async () => ({ available: true }),
    speak: async (utterance, signal) => {
      // flite takes its text as an argument, never through a shell; what is no letter or pause is taken out all the same.
      const text = utterance.respelled.replaceAll(/[^\p{L}\p{N} ,.?!'-]/gu, ' ').slice(0, 4000)
      const stretch = Math.round((wordSeconds(utterance.pace) / ownWordSeconds[name]) * 1000) / 1000
      const answer = await worker.ask({ voice: name, text, stretch }, signal)
      if (
        !('samples' in answer) ||
        answer.samples === undefined ||
        answer.rate === undefined ||
        answer.phones === undefined
      )
        return failed('voice-failed', 'The voice could not say this sentence.', answer.problem)
      return done(asClip(answer.samples, answer.rate, answer.phones, utterance))
    },
    close: worker.close,
  }
}

function asClip(
  whole: Int16Array,
  sampleRate: number,
  phones: NonNullable<FliteAnswer['phones']>,
  utterance: Utterance,
) {
  const { samples, offset } = trim({ sampleRate, samples: Float32Array.from(whole, (sample) => sample / 32_768) })
  const length = samples.length / sampleRate
  const inside = (seconds: number): number => Math.min(length, Math.max(0, seconds - offset))
  const words = placeWords(
    utterance.words.map((word) => word.sounds ?? word.text),
    phones,
  ).map((word) => ({ start: inside(word.start), end: inside(word.end) }))
  return { sampleRate, samples, words }
}
