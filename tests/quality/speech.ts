import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import type { Document } from '../../src/document/document.ts'
import { prepareArticle } from '../../src/edition/prepare.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { readDocument } from '../../src/language/reader.ts'
import { createMemoryMedia } from '../../src/media/memory.ts'
import { narrate } from '../../src/media/narrate.ts'
import { truePeakOf } from '../../src/speech/loudness.ts'
import { writeScript } from '../../src/speech/script.ts'
import type { Voice } from '../../src/speech/voice.ts'
import { createVoices } from '../../src/voices/all.ts'
import { askWorker } from '../../src/voices/asking-worker.ts'
import type { FliteAnswer, FliteRequest } from '../../src/voices/flite-worker.ts'
import type { Sound } from '../../src/voices/wave.ts'
import { said, saying } from '../speech/said.ts'
import { quantile, wordStartErrors } from '../speech/word-starts.ts'
import { sampleArrivals } from '../support/samples.ts'
import { clipOf } from '../voices/contract.ts'
import { hear, plainWords, unknownWords, wordErrors } from './speech/recogniser.ts'

const shared = join(import.meta.dirname, '../../../shared/articles/syria-call.level-2.txt')
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const milliseconds = (seconds: number): string => `${Math.round(1000 * seconds)} ms`

/** Prints how texts are said and how the sound is: `npm run quality -- speech`. Word errors need PocketSphinx. */
export async function run(): Promise<void> {
  reportTable()
  const voices = createVoices()
  const [rms, slt] = voices
  if (rms === undefined || slt === undefined) throw new Error('quality: the default voices are missing')
  const knowledge = loadKnowledge()
  const documents = (await sampleArrivals()).flatMap((arrival) =>
    Object.values(prepareArticle(arrival, knowledge).editions).map(({ edition }) => edition.document),
  )
  for (const voice of voices) {
    const there = await voice.availability()
    if (!there.available) console.log(`${voice.name}: not here. ${there.reason}`)
    else
      for (const pace of [95, 115, 135])
        await reportSound(voice, pace, documents.slice(0, voice === rms ? 3 : voice === slt ? 2 : 1))
  }
  const { phones, aligned } = await wordStartErrors(rms, slt)
  for (const [name, errors] of [
    ['by phones', phones],
    ['laid over another voice', aligned],
  ] as const)
    console.log(
      `word starts ${name}: ${errors.length} words, median ${milliseconds(quantile(errors, 0.5))}, p90 ${milliseconds(quantile(errors, 0.9))}, most ${milliseconds(errors.at(-1) ?? 0)}`,
    )
  await reportLoop()
  const texts = [
    ['story of numbers', join(import.meta.dirname, 'speech/numbers-story.txt'), 2],
    ['level 2 story', shared, 3],
  ] as const
  for (const [name, file, ways] of texts)
    if (existsSync(file)) await reportHeard(name, documentOf(file), [rms, slt], ways)
  await Promise.all(voices.map((voice) => voice.close()))
}

function documentOf(file: string): Document {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return readDocument(
    'text',
    lines.map((text, at) => ({ kind: at === 0 ? 'headline' : 'paragraph', text })),
  )
}

function reportTable(): void {
  const rows = readFileSync(join(import.meta.dirname, '../speech/say-table.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.split('\t'))
  const wrong = rows.filter(([written = '', spoken]) => said(written) !== spoken)
  console.log(`table of forms: ${rows.length - wrong.length} of ${rows.length} right`)
  for (const [written = '', spoken] of wrong) console.log(`  ${written}: "${said(written)}", not "${spoken}"`)
  console.log(`names with a respelling: ${saying.names.size}`)
}

/** Pace, loudness and cost of some documents, each as a made file. */
async function reportSound(voice: Voice, pace: number, documents: readonly Document[]): Promise<void> {
  let [words, seconds, loudest, quietest, peak] = [0, 0, -99, 0, -99]
  const begun = performance.now()
  for (const document of documents) {
    const made = await narrate(writeScript(document, saying), {
      voice,
      pace,
      media: createMemoryMedia(),
      title: 'Quality',
      siteName: 'Newsease',
      language: 'en-AU',
      onSamples: (samples) => {
        peak = Math.max(peak, truePeakOf(samples))
      },
    })
    if (!made.ok) return console.log(`${voice.name}: ${made.failure.reason} ${made.failure.cause ?? ''}`)
    words += document.tokens.filter((token) => token.kind !== 'punctuation').length
    seconds += made.value.seconds
    loudest = Math.max(loudest, made.value.loudness)
    quietest = Math.min(quietest, made.value.loudness)
  }
  const factor = (performance.now() - begun) / 1000 / seconds
  console.log(
    `${voice.name} at ${pace}: ${((60 * words) / seconds).toFixed(1)} words a minute (${percent((60 * words) / seconds / pace - 1)}), ${quietest.toFixed(1)} to ${loudest.toFixed(1)} LUFS, peak ${peak.toFixed(1)} dBTP, real-time factor ${factor.toFixed(3)} (300 s in ${(300 * factor).toFixed(1)} s)`,
  )
}

/** How long the thread of the pages waits while the worker thread makes five minutes of sound, and what that costs. */
async function reportLoop(): Promise<void> {
  const worker = new Worker(new URL('./speech/narrating-thread.ts', import.meta.url))
  await new Promise((resolve) => worker.once('message', resolve))
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const [begun, used] = [performance.now(), process.cpuUsage()]
  const seconds = await new Promise<number>((resolve) => worker.once('message', resolve))
  const { user, system } = process.cpuUsage(used)
  delay.disable()
  await worker.terminate()
  console.log(
    `${seconds.toFixed(0)} s of sound in ${((performance.now() - begun) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of one processor`,
  )
  console.log(
    `event loop of the pages meanwhile: p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, most ${(delay.max / 1e6).toFixed(1)} ms`,
  )
}

/**
 * Word errors of a recogniser against the script, like with like: flite given the text as it is written, our saying at the
 * same natural tempo, and our saying at the pace of the site.
 */
async function reportHeard(name: string, document: Document, voices: readonly Voice[], count: number): Promise<void> {
  const lines = writeScript(document, saying)
  const script = plainWords(lines.map((line) => line.words.map(({ text }) => text).join(' ')).join('\n'))
  const written = document.sentences.map(({ start, end }) =>
    document.text.slice(document.tokens[start]?.span.start, document.tokens[end - 1]?.span.end),
  )
  console.log(
    `heard by PocketSphinx, ${name}: ${script.length} words, ${unknownWords(script) ?? '?'} not in its dictionary`,
  )
  const flite = askWorker<Omit<FliteRequest, 'id'>, FliteAnswer>(
    new URL('../../src/voices/flite-worker.ts', import.meta.url),
    60_000,
  )
  const natural = async (voice: Voice, texts: readonly string[]): Promise<readonly Sound[]> => {
    const clips: Sound[] = []
    for (const text of texts) {
      const answer = await flite.ask({ voice: voice.name.replace('flite-', ''), text, stretch: 1 })
      if (!('samples' in answer) || answer.samples === undefined) throw new Error(`quality: ${answer.problem}`)
      clips.push({
        sampleRate: answer.rate ?? 16_000,
        samples: Float32Array.from(answer.samples, (each) => each / 32_768),
      })
    }
    return clips
  }
  const ours = async (voice: Voice): Promise<readonly Sound[]> => {
    const clips: Sound[] = []
    for (const line of lines) clips.push(await clipOf(voice, { ...line, pace: 115 }))
    return clips
  }
  const ways: readonly (readonly [string, (voice: Voice) => Promise<readonly Sound[]>])[] = [
    ['flite of the text as written', (voice) => natural(voice, written)],
    [
      'our saying, same tempo',
      (voice) =>
        natural(
          voice,
          lines.map(({ respelled }) => respelled),
        ),
    ],
    ['our saying at 115 words a minute', ours],
  ]
  for (const [way, sounds] of ways.slice(0, count)) {
    // Two recognisers at a time: one for each voice.
    const heard = await Promise.all(voices.map(async (voice) => hear(await sounds(voice))))
    for (const [at, words] of heard.entries()) {
      if (words === undefined) return console.log('word errors: PocketSphinx is not installed')
      console.log(
        `  ${voices[at]?.name}, ${way}: word error rate ${percent(wordErrors(script, words) / script.length)}`,
      )
      if (process.env.SHOW_HEARD !== undefined)
        console.log(`    said:  ${script.join(' ')}\n    heard: ${words.join(' ')}`)
    }
  }
  await flite.close()
}
