// What the made-up sherpa-onnx packages of the tests speak with, inside the process of that voice.
import { tokens } from '../../src/document/span.ts'
import { createFlite } from '../../src/voices/flite.ts'

const voice = createFlite('slt')

/** Sound of a text, faster or slower than by itself, as the packages answer it. */
export async function speak({
  text,
  sid,
  speed,
}: {
  readonly text: string
  readonly sid: number
  readonly speed: number
}): Promise<{ readonly samples: Float32Array; readonly sampleRate: number }> {
  if (sid !== 0 || !(speed > 0)) throw new Error('a speaker and a speed are missing')
  const words = text.split(' ').map((word) => ({ text: word, tokens: tokens(0, 1) }))
  const pace = Math.max(60, Math.min(200, 60 / ((0.3 / speed + 0.067) * 1.065)))
  const made = await voice.speak({ words, text, respelled: text, pace })
  if (!made.ok) throw new Error(made.failure.reason)
  return { samples: made.value.samples, sampleRate: made.value.sampleRate }
}
