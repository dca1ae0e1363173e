// Makes five minutes of sound in a thread of its own, as the site's worker does: says "begun", and then how long it is.
import { parentPort } from 'node:worker_threads'
import { readDocument } from '../../../src/language/reader.ts'
import { createMemoryMedia } from '../../../src/media/memory.ts'
import { narrate } from '../../../src/media/narrate.ts'
import { sayNumber } from '../../../src/speech/forms/numbers.ts'
import { writeScript } from '../../../src/speech/script.ts'
import { createFlite } from '../../../src/voices/flite.ts'
import { saying } from '../../speech/said.ts'

const voice = createFlite('rms')
// No sentence comes twice: what was said once is not said again.
const text = (at: number): string =>
  `The mayor of Arlen opened bridge ${sayNumber(at)} on ${at + 1} May in front of about ${300 + 7 * at} people. It cost $${at + 2}.4 million.`
const document = readDocument(
  'sound',
  Array.from({ length: 26 }, (_, at) => ({ kind: 'paragraph', text: text(at) })),
)
parentPort?.postMessage('begun')
const made = await narrate(writeScript(document, saying), {
  voice,
  pace: 115,
  media: createMemoryMedia(),
  title: 'Sound',
  siteName: 'Newsease',
  language: 'en-AU',
})
parentPort?.postMessage(made.ok ? made.value.seconds : 0)
await voice.close()
