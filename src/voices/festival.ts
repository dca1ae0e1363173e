import type { Voice } from '../speech/voice.ts'
import { alignedVoice, onlyWords } from './aligned-voice.ts'
import { asSound } from './espeak.ts'
import { runProgram } from './run-program.ts'

/** The program text2wave of festival, where it is installed. Text goes to its standard input; its expression holds a number only. */
export function createFestival(reference: Voice, program = 'text2wave'): Voice {
  return alignedVoice(
    {
      name: 'festival',
      availability: async () =>
        (await runProgram({ program, values: [], input: 'Yes.', deadline: 10_000 })).ok
          ? { available: true }
          : { available: false, reason: 'The program text2wave of festival is not installed, or has no voice.' },
      sound: async (utterance, speed, signal) =>
        asSound(
          await runProgram({
            program,
            values: ['-eval', `(Parameter.set (quote Duration_Stretch) ${(1 / speed).toFixed(3)})`],
            input: `${onlyWords(utterance.respelled)}\n`,
            deadline: 60_000,
            ...(signal === undefined ? {} : { signal }),
          }),
        ),
      ownWordSeconds: 0.3,
      slowest: 0.5,
      fastest: 1.6,
    },
    reference,
  )
}
