import { Worker } from 'node:worker_threads'
import { done, failed, type Result } from '../failure.ts'
import type { Clip, Utterance, Voice } from '../speech/voice.ts'
import type { FliteAnswer, FliteRequest } from './flite-worker.ts'
import { placeWords } from './word-times.ts'

/** How long one sentence may take. */
const deadline = 30_000
/** Words a minute of each voice without stretching, pauses between sentences in: measured on news sentences. */
const ownPace: Readonly<Record<FliteVoice, number>> = { rms: 141, slt: 145 }

/** Voices that are inside the package. */
export type FliteVoice = 'rms' | 'slt'

/** The default voice: flite as WebAssembly in a worker thread, offline. The worker starts on the first sentence. */
export function createFlite(name: FliteVoice): Voice {
  let worker: Worker | undefined
  let next = 0
  const waiting = new Map<number, (answer: FliteAnswer) => void>()
  const dropAll = (problem: string): void => {
    for (const [id, resolve] of waiting) resolve({ id, problem })
    waiting.clear()
    worker = undefined
  }
  const start = (): Worker => {
    if (worker !== undefined) return worker
    const made = new Worker(new URL('./flite-worker.ts', import.meta.url))
    made.on('message', (answer: FliteAnswer) => {
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
    })
    made.on('error', (error) => dropAll(String(error)))
    made.on('exit', () => dropAll('the voice stopped'))
    made.unref()
    worker = made
    return made
  }
  const ask = (text: string, stretch: number, signal?: AbortSignal): Promise<FliteAnswer> =>
    new Promise((resolve) => {
      const id = next++
      const finish = (answer: FliteAnswer): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', stop)
        resolve(answer)
      }
      const giveUp = (problem: string): void => {
        waiting.delete(id)
        void worker?.terminate()
        finish({ id, problem })
      }
      const stop = (): void => giveUp('stopped')
      const timer = setTimeout(() => giveUp('took too long'), deadline)
      signal?.addEventListener('abort', stop, { once: true })
      waiting.set(id, finish)
      const running = start()
      running.ref()
      running.postMessage({ id, voice: name, text, stretch } satisfies FliteRequest)
    })

  const speak = async (utterance: Utterance, signal?: AbortSignal): Promise<Result<Clip>> => {
    // flite takes its text as an argument, never through a shell; what is no letter or pause is taken out all the same.
    const text = utterance.respelled.replaceAll(/[^\p{L}\p{N} ,.?!'-]/gu, ' ').slice(0, 4000)
    const stretch = Math.round((ownPace[name] / utterance.pace) * 1000) / 1000
    const answer = await ask(text, stretch, signal)
    if (waiting.size === 0) worker?.unref()
    if (answer.samples === undefined || answer.rate === undefined || answer.phones === undefined)
      return failed('voice-failed', 'The voice could not say this sentence.', answer.problem)
    return done(asClip(answer.samples, answer.rate, answer.phones, utterance))
  }

  return {
    name: `flite-${name}`,
    availability: async () => ({ available: true }),
    speak,
    close: async () => {
      await worker?.terminate()
    },
  }
}

/** Sound without the silence at both ends, and the time of each spoken word in it. */
function asClip(
  samples: Int16Array,
  rate: number,
  phones: NonNullable<FliteAnswer['phones']>,
  utterance: Utterance,
): Clip {
  const threshold = 160
  let start = 0
  let end = samples.length
  while (start < end && Math.abs(samples[start] ?? 0) < threshold) start += 1
  while (end > start && Math.abs(samples[end - 1] ?? 0) < threshold) end -= 1
  const margin = Math.round(rate * 0.02)
  start = Math.max(0, start - margin)
  end = Math.min(samples.length, end + margin)
  const floats = new Float32Array(end - start)
  for (let at = start; at < end; at += 1) floats[at - start] = (samples[at] ?? 0) / 32_768
  fade(floats, Math.round(rate * 0.008))
  const offset = start / rate
  const length = floats.length / rate
  const words = placeWords(
    utterance.words.map((word) => word.sounds ?? word.text),
    phones,
  ).map((word) => ({
    start: Math.min(length, Math.max(0, word.start - offset)),
    end: Math.min(length, Math.max(0, word.end - offset)),
  }))
  return { sampleRate: rate, samples: floats, words }
}

/** Gentle first and last milliseconds, so that joins do not click. */
function fade(samples: Float32Array, count: number): void {
  for (let at = 0; at < Math.min(count, samples.length); at += 1) {
    samples[at] = (samples[at] ?? 0) * (at / count)
    const back = samples.length - 1 - at
    samples[back] = (samples[back] ?? 0) * (at / count)
  }
}
