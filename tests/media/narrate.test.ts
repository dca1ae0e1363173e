import id3 from 'node-id3'
import { expect, test } from 'vitest'
import { done } from '../../src/failure.ts'
import { loadSaying } from '../../src/knowledge/load-saying.ts'
import { readDocument } from '../../src/language/reader.ts'
import { packClip, unpackClip } from '../../src/media/clip-file.ts'
import { createMemoryMedia } from '../../src/media/memory.ts'
import { narrate, recordingName } from '../../src/media/narrate.ts'
import { writeScript } from '../../src/speech/script.ts'
import type { Voice } from '../../src/speech/voice.ts'

/** A voice that takes a third of a second a word, with samples that 16 bits cannot hold exactly. */
function plainVoice(): Voice & { readonly said: string[] } {
  const said: string[] = []
  return {
    said,
    name: 'plain',
    availability: async () => ({ available: true }),
    speak: async (utterance) => {
      said.push(utterance.text)
      const samples = Float32Array.from(
        { length: Math.round(utterance.words.length * 16_000 * 0.33) },
        (_, at) => 0.1234567 * Math.sin(at / 7),
      )
      return done({
        sampleRate: 16_000,
        samples,
        words: utterance.words.map((_, at) => ({ start: at * 0.33, end: (at + 1) * 0.33 })),
      })
    },
    close: async () => undefined,
  }
}

const saying = loadSaying()
const script = (last: string) =>
  writeScript(
    readDocument('story', [
      { kind: 'headline', text: 'Pool closes' },
      { kind: 'paragraph', text: `The pool has closed for the year. ${last}` },
    ]),
    saying,
  )
const options = { pace: 115, title: 'Pool', siteName: 'Test', language: 'en-AU' }

test('the same script gives the same bytes, the first time and from kept clips', async () => {
  const media = createMemoryMedia()
  const voice = plainVoice()
  const first = await narrate(script('It opens in May.'), { ...options, voice, media })
  const again = await narrate(script('It opens in May.'), { ...options, voice, media })
  expect(first.ok && again.ok ? [again.value.file, again.value.textHash] : []).toEqual(
    first.ok ? [first.value.file, first.value.textHash] : ['failed'],
  )
  expect(voice.said).toHaveLength(3)
})

test('a changed sentence makes one new clip, and every sentence has its time in order', async () => {
  const media = createMemoryMedia()
  const voice = plainVoice()
  await narrate(script('It opens in May.'), { ...options, voice, media })
  const made = await narrate(script('It opens in June.'), { ...options, voice, media })
  expect(voice.said).toHaveLength(4)
  const times = made.ok ? made.value.sentences : []
  expect(times.map((time) => time.sentence)).toEqual([0, 1, 2])
  for (const [at, time] of times.entries()) {
    expect(time.end).toBeGreaterThan(time.start)
    expect(time.start).toBeGreaterThan(times[at - 1]?.end ?? 0)
  }
})

test('the file is mono MP3 of 64 kbit a second with title, language and chapters', async () => {
  const media = createMemoryMedia()
  const parts = [
    { title: 'Hello', sentence: 0 },
    { title: 'Pool', sentence: 1 },
  ]
  const made = await narrate(script('It opens in May.'), { ...options, voice: plainVoice(), media, parts })
  if (!made.ok) throw new Error(made.failure.reason)
  const bytes = Buffer.from((await media.get(made.value.file)) ?? [])
  const tags = id3.read(bytes)
  expect([tags.title, tags.language, tags.chapter?.map((chapter) => chapter.tags?.title)]).toEqual([
    'Pool',
    'eng',
    ['Hello', 'Pool'],
  ])
  expect(tags.chapter?.[1]?.startTimeMs).toBe(Math.round((made.value.sentences[1]?.start ?? 0) * 1000))
  // The tag's length is written in four bytes of seven bits.
  const sound = bytes.subarray(10 + bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + byte, 0))
  const at = sound.indexOf(0xff)
  // MPEG-2 layer III: bit rate index 8 is 64 kbit, sample rate index 1 is 24 kHz, mode 3 is mono.
  const [, second = 0, third = 0, fourth = 0] = sound.subarray(at, at + 4)
  expect([second & 0xfe, third >> 4, (third >> 2) & 3, fourth >> 6]).toEqual([0xf2, 8, 1, 3])
  expect(Math.abs((sound.length * 8) / 64_000 - made.value.seconds)).toBeLessThan(0.2)
})

test('a person’s own recording takes a sentence’s place, survives another voice and pace, and goes with its text', async () => {
  const media = createMemoryMedia()
  const voice = plainVoice()
  const lines = script('It opens in May.')
  const options2 = { ...options, voice, media }
  const before = await narrate(lines, options2)
  const last = lines[2]
  if (last === undefined || !before.ok) throw new Error('no sentence')
  const own = {
    sampleRate: 24_000,
    samples: new Float32Array(24_000 * 3).fill(0.2),
    words: last.words.map((_, at) => ({ start: at * 0.7, end: at * 0.7 + 0.5 })),
  }
  await media.put(recordingName(last.text), packClip(own))
  for (const change of [{}, { pace: 95 }, { voice: { ...voice, name: 'other' } }]) {
    const made = await narrate(lines, { ...options2, ...change })
    if (!made.ok) throw new Error(made.failure.reason)
    const time = made.value.sentences[2]
    expect((time?.end ?? 0) - (time?.start ?? 0)).toBeCloseTo(3, 2)
    expect(made.value.textHash).not.toBe(before.value.textHash)
    expect(made.value.clips).toContain(recordingName(last.text))
  }
  const corrected = await narrate(script('It opens in June.'), options2)
  expect(corrected.ok && corrected.value.clips?.some((name) => name.startsWith('recording-'))).toBe(false)
})

test('a clip that was cut off is made again', async () => {
  const media = createMemoryMedia()
  const voice = plainVoice()
  const first = await narrate(script('It opens in May.'), { ...options, voice, media })
  const name = first.ok ? (first.value.clips?.[1] ?? '') : ''
  const whole = (await media.get(name)) ?? new Uint8Array()
  await media.remove(name)
  await media.put(name, whole.subarray(0, whole.length - 500))
  expect(unpackClip(whole.subarray(0, whole.length - 500))).toBeUndefined()
  const again = await narrate(script('It opens in May.'), { ...options, voice, media })
  expect(voice.said).toHaveLength(4)
  expect(again.ok && first.ok && again.value.file === first.value.file).toBe(true)
})

test('a full disk is a failure, and nothing is left half-way', async () => {
  const media = { ...createMemoryMedia(), put: () => Promise.reject(new Error('ENOSPC')) }
  const made = await narrate(script('It opens in May.'), { ...options, voice: plainVoice(), media })
  expect(made).toMatchObject({ ok: false, failure: { kind: 'media-failed' } })
})

test('nothing clicks where clips meet, and pauses are as long as they should be', async () => {
  const media = createMemoryMedia()
  const decoded: Float32Array[] = []
  const made = await narrate(script('It opens in May.'), {
    ...options,
    voice: plainVoice(),
    media,
    onSamples: (samples) => decoded.push(samples),
  })
  const [samples = new Float32Array()] = decoded
  const times = made.ok ? made.value.sentences : []
  for (const place of times.flatMap(({ start, end }) => [start, end])) {
    const at = Math.round(place * 24_000)
    const jumps = [...samples.subarray(at - 60, at + 60)].map((sample, index, all) =>
      index === 0 ? 0 : Math.abs(sample - (all[index - 1] ?? 0)),
    )
    expect(Math.max(...jumps)).toBeLessThan(0.03)
  }
  const gaps = times.slice(1).map((time, at) => time.start - (times[at]?.end ?? 0))
  expect(gaps[0]).toBeGreaterThanOrEqual(1.5)
  expect(gaps[1]).toBeGreaterThanOrEqual(0.4)
})
