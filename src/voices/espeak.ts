import { failed, type Result } from '../failure.ts'
import type { Voice } from '../speech/voice.ts'
import { alignedVoice, onlyWords } from './aligned-voice.ts'
import { runProgram } from './run-program.ts'
import { readWave, type Sound } from './wave.ts'

/** Words a minute that espeak-ng calls normal, the slowest that it knows, and what one word takes at the normal pace. */
const ownPace = 175
const slowestPace = 80
const ownWordSeconds = 0.24

/** The program espeak-ng, where it is installed. Text goes to its standard input. */
export function createEspeak(reference: Voice, program = 'espeak-ng'): Voice {
  const call = (values: readonly string[], input: string, signal?: AbortSignal): Promise<Result<Buffer>> =>
    runProgram({ program, values, input, deadline: 30_000, ...(signal === undefined ? {} : { signal }) })
  return alignedVoice(
    {
      name: 'espeak',
      availability: async () =>
        (await call(['--version'], '')).ok
          ? { available: true }
          : { available: false, reason: 'The program espeak-ng is not installed.' },
      sound: async (utterance, speed, signal) => {
        const pace = Math.max(slowestPace, Math.round(ownPace * speed))
        // Slower than its slowest is a gap between words, in hundredths of a second.
        const gap = Math.max(0, Math.round(100 * ownWordSeconds * (1 / speed - ownPace / slowestPace)))
        const values = ['-v', 'en-gb', '-s', String(pace), '-g', String(gap), '--stdin', '--stdout']
        return asSound(await call(values, `${onlyWords(utterance.respelled)}\n`, signal))
      },
      ownWordSeconds,
      slowest: 0.3,
      fastest: 2,
    },
    reference,
  )
}

/** The WAV file that a program wrote. */
export function asSound(made: Result<Uint8Array>): Result<Sound> {
  if (!made.ok) return made
  const sound = readWave(made.value)
  return sound === undefined
    ? failed('voice-failed', 'The voice could not say this sentence.', 'what came was no whole WAV file')
    : { ok: true, value: sound }
}
