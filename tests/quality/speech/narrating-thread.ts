// Makes sound in a thread of its own, as the site's worker does: says "begun", and then "done".
import { parentPort } from 'node:worker_threads'
import { readDocument } from '../../../src/language/reader.ts'
import { createMemoryMedia } from '../../../src/media/memory.ts'
import { narrate } from '../../../src/media/narrate.ts'
import { writeScript } from '../../../src/speech/script.ts'
import { createFlite } from '../../../src/voices/flite.ts'
import { saying } from '../../speech/said.ts'

const voice = createFlite('rms')
const text = 'The mayor opened a new bridge on Sunday in front of about 300 people. It cost $4 million.'
const document = readDocument(
  'sound',
  Array.from({ length: 20 }, (_, at) => ({ kind: 'paragraph', text: `${text} Part ${at}.` })),
)
parentPort?.postMessage('begun')
await narrate(writeScript(document, saying), {
  voice,
  pace: 115,
  media: createMemoryMedia(),
  title: 'Sound',
  siteName: 'Newsease',
  language: 'en-AU',
})
parentPort?.postMessage('done')
await voice.close()
