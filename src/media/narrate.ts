import { createHash } from 'node:crypto'
import id3 from 'node-id3'
import { createMp3Encoder } from 'wasm-media-encoders'
import { done, failed, type Result } from '../failure.ts'
import { loudnessOf, normalise } from '../speech/loudness.ts'
import { resample } from '../speech/resample.ts'
import type { ScriptLine } from '../speech/script.ts'
import type { Chapter, Narration, SentenceTime } from '../speech/timings.ts'
import type { Clip, Voice } from '../speech/voice.ts'
import { packClip, unpackClip } from './clip-file.ts'
import type { Media } from './media.ts'

/** What a narration is made with. */
export interface NarrateOptions {
  readonly voice: Voice
  readonly pace: number
  readonly media: Media
  readonly title: string
  readonly siteName: string
  readonly language: string
  /** Parts of the narration: each begins with a sentence. */
  readonly parts?: readonly { readonly title: string; readonly sentence: number; readonly path?: string }[]
  readonly onProgress?: (share: number) => Promise<void> | void
  readonly signal?: AbortSignal
  /** Told the finished samples, before they are packed: for measuring. */
  readonly onSamples?: (samples: Float32Array, rate: number) => void
}

const rate = 24_000
/** Samples of silence that packing and unpacking MP3 put before the sound (576 and 529): as many of our own are left out. */
const packingDelay = 1105

/** Name of a sentence's clip: the same text, voice and pace always have the same. */
function clipName(text: string, voice: string, pace: number): string {
  const hash = createHash('sha256').update(`clip-4\n${voice}\n${pace}\n${text}`).digest('hex').slice(0, 40)
  return `clip-${hash}.pcm`
}

/** Name of a person's own recording of a sentence: it stays with the text, whatever the voice and the pace. */
export function recordingName(text: string): string {
  return `recording-${createHash('sha256').update(text).digest('hex').slice(0, 40)}.pcm`
}

/** Where the sound of a sentence is kept, and what changes with that sound. */
export interface ClipPlace {
  readonly name: string
  readonly key: string
}

/** The place of each sentence's sound: a person's own recording where there is one, else the clip of the voice. */
export function clipPlaces(
  lines: readonly ScriptLine[],
  { voice, pace, media }: Pick<NarrateOptions, 'voice' | 'pace' | 'media'>,
): Promise<readonly ClipPlace[]> {
  return Promise.all(
    lines.map(async ({ text, respelled }) => {
      const recording = await media.find(recordingName(text))
      if (recording !== undefined)
        return { name: recordingName(text), key: `${recordingName(text)} ${recording.bytes}` }
      const name = clipName(respelled, voice.name, pace)
      return { name, key: name }
    }),
  )
}

/** Hash of all that is said and heard: equal to a narration's own while its sound is current. */
export function scriptHash(places: readonly ClipPlace[], voice: string, pace: number): string {
  return createHash('sha256')
    .update(`${voice}\n${pace}\n${places.map(({ key }) => key).join('\n')}`)
    .digest('hex')
    .slice(0, 40)
}

/** Says a script and keeps it as one MP3 with exact sentence and word times. Clips that are there already are not made again. */
export async function narrate(lines: readonly ScriptLine[], options: NarrateOptions): Promise<Result<Narration>> {
  const { voice, pace, media } = options
  if (lines.length === 0) return failed('voice-failed', 'There is nothing to say.')
  const places = await clipPlaces(lines, options)
  const clips: Clip[] = []
  for (const [at, line] of lines.entries()) {
    const clip = await clipOf(line, places[at]?.name ?? clipName(line.respelled, voice.name, pace), options)
    if (!clip.ok) return clip
    clips.push(clip.value)
    await options.onProgress?.((at + 1) / lines.length / 1.15)
  }
  const { samples, sentences } = join(lines, clips)
  normalise(samples, rate)
  options.onSamples?.(samples, rate)
  const seconds = samples.length / rate
  const textHash = scriptHash(places, voice.name, pace)
  const chapters = chaptersOf(options, sentences, seconds)
  const bytes = tagged(await encode(samples), options, chapters)
  const file = `narration-${createHash('sha256').update(bytes).digest('hex').slice(0, 40)}.mp3`
  try {
    await media.put(file, bytes)
  } catch (error) {
    return failed('media-failed', 'The sound could not be kept.', String(error))
  }
  await options.onProgress?.(1)
  return done({
    textHash,
    voice: voice.name,
    pace,
    seconds,
    bytes: bytes.length,
    loudness: loudnessOf(samples, rate),
    sentences,
    chapters,
    file,
    clips: [...new Set(places.map(({ name }) => name))],
  })
}

async function clipOf(
  line: ScriptLine,
  name: string,
  { voice, pace, media, signal }: NarrateOptions,
): Promise<Result<Clip>> {
  const kept = await media.get(name)
  const clip = kept === undefined ? undefined : unpackClip(kept)
  if (clip !== undefined && clip.words.length === line.words.length) return done(clip)
  const made = await voice.speak({ words: line.words, text: line.text, respelled: line.respelled, pace }, signal)
  if (!made.ok) return made
  const packed = packClip(made.value)
  try {
    // A recording that cannot be read is left for its owner; the voice's own clip has its own name.
    await media.put(name.startsWith('recording-') ? clipName(line.respelled, voice.name, pace) : name, packed)
  } catch (error) {
    return failed('media-failed', 'The sound could not be kept.', String(error))
  }
  // A clip that was just made goes on as it was kept: the same text gives the same bytes the first time and every time.
  return done(unpackClip(packed) ?? made.value)
}

/** Clips and silences as one run of samples at the file's rate. */
function join(
  lines: readonly ScriptLine[],
  clips: readonly Clip[],
): { readonly samples: Float32Array; readonly sentences: readonly SentenceTime[] } {
  const lead = Math.round(rate * 0.25)
  const resampled = clips.map((clip) => gentle(resample(clip.samples, clip.sampleRate, rate)))
  const total = resampled.reduce(
    (sum, samples, at) => sum + samples.length + Math.round((lines[at]?.pause ?? 0) * rate),
    lead,
  )
  const all = new Float32Array(total)
  const sentences: SentenceTime[] = []
  let place = lead
  for (const [at, samples] of resampled.entries()) {
    const line = lines[at]
    const clip = clips[at]
    if (line === undefined || clip === undefined) continue
    all.set(samples, place)
    const start = place / rate
    sentences.push({
      sentence: line.sentence,
      start,
      end: start + samples.length / rate,
      words: line.words.map((word, index) => ({
        tokens: word.tokens,
        start: start + (clip.words[index]?.start ?? 0),
        end: start + (clip.words[index]?.end ?? 0),
      })),
    })
    place += samples.length + Math.round(line.pause * rate)
  }
  return { samples: all, sentences }
}

/** The first and last milliseconds fade, whoever made the clip, so that no join clicks. Changes the samples in place. */
function gentle(samples: Float32Array): Float32Array {
  const count = Math.min(Math.round(rate * 0.006), samples.length >> 1)
  for (let at = 0; at < count; at += 1) {
    const share = 0.5 - 0.5 * Math.cos((Math.PI * at) / count)
    const back = samples.length - 1 - at
    samples[at] = (samples[at] ?? 0) * share
    samples[back] = (samples[back] ?? 0) * share
  }
  return samples
}

async function encode(samples: Float32Array): Promise<Uint8Array> {
  const encoder = await createMp3Encoder()
  encoder.configure({ sampleRate: rate, channels: 1, bitrate: 64 })
  const parts: Uint8Array[] = []
  for (let at = packingDelay; at < samples.length; at += rate)
    parts.push(encoder.encode([samples.subarray(at, at + rate)]).slice())
  parts.push(encoder.finalize().slice())
  return Buffer.concat(parts)
}

function chaptersOf(
  { parts = [] }: NarrateOptions,
  sentences: readonly SentenceTime[],
  seconds: number,
): readonly Chapter[] {
  const starts = parts.map((part) =>
    Math.max(0, sentences.find((time) => time.sentence >= part.sentence)?.start ?? seconds),
  )
  return parts.map((part, at) => ({
    title: part.title,
    start: at === 0 ? 0 : (starts[at] ?? 0),
    end: starts[at + 1] ?? seconds,
    ...(part.path === undefined ? {} : { path: part.path }),
  }))
}

function tagged(bytes: Uint8Array, options: NarrateOptions, chapters: readonly Chapter[]): Uint8Array {
  const tags = {
    title: options.title,
    artist: options.siteName,
    genre: 'Podcast',
    language: 'eng',
    ...(chapters.length === 0
      ? {}
      : {
          tableOfContents: [{ elementID: 'toc', isOrdered: true, elements: chapters.map((_, at) => `c${at}`) }],
          chapter: chapters.map((chapter, at) => ({
            elementID: `c${at}`,
            startTimeMs: Math.round(chapter.start * 1000),
            endTimeMs: Math.round(chapter.end * 1000),
            tags: { title: chapter.title },
          })),
        }),
  }
  const made = id3.update(tags, Buffer.from(bytes))
  return new Uint8Array(made)
}
