import { expect, test } from 'vitest'
import { done } from '../../src/failure.ts'
import { loadSaying } from '../../src/knowledge/load-saying.ts'
import { readDocument } from '../../src/language/reader.ts'
import { createMemoryMedia } from '../../src/media/memory.ts'
import { narrate } from '../../src/media/narrate.ts'
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
