import { expect, test } from 'vitest'
import { done } from '../../src/failure.ts'
import { readDocument } from '../../src/language/reader.ts'
import { createMemoryMedia } from '../../src/media/memory.ts'
import { narrate } from '../../src/media/narrate.ts'
import { writeScript } from '../../src/speech/script.ts'
import type { Narration } from '../../src/speech/timings.ts'
import type { Voice } from '../../src/speech/voice.ts'
import { saying } from './said.ts'

interface Timeline {
  readonly sentenceAt: (time: number) => number
  readonly wordAt: (position: number, time: number) => { readonly from: number } | undefined
}
// What the page runs; it has no types of its own.
const { timelineOf } = (await import(new URL('../../public/timeline.js', import.meta.url).href)) as {
  readonly timelineOf: (timings: ReturnType<typeof asTimings>) => Timeline
}

// The four things that are known to move a mark away from the word that sounds.

const document = readDocument('story', [
  { kind: 'headline', text: 'Pool closes' },
  { kind: 'paragraph', text: 'It cost $2.4bn in 2025-26, Dr Lee said. It opens in May.' },
])

/** A voice whose words are of uneven length: word n takes 0.2 s and a tenth more for each letter. */
const uneven: Voice = {
  name: 'uneven',
  availability: async () => ({ available: true }),
  speak: async ({ words }) => {
    let at = 0.05
    const times = words.map(({ text }) => {
      const start = at
      at += 0.2 + text.length / 10
      return { start, end: at }
    })
    const samples = Float32Array.from({ length: Math.round(at * 8000) }, (_, sample) => Math.sin(sample / 5) / 4)
    return done({ sampleRate: 8000, samples, words: times })
  },
  close: async () => undefined,
}

async function narration(): Promise<Narration> {
  const made = await narrate(writeScript(document, saying), {
    voice: uneven,
    pace: 115,
    media: createMemoryMedia(),
    title: 'Pool',
    siteName: 'Test',
    language: 'en-AU',
  })
  if (!made.ok) throw new Error(made.failure.reason)
  return made.value
}

const asTimings = ({ sentences }: Narration) => ({
  sentences: sentences.map(({ sentence, start, end, words }) => ({
    sentence,
    start,
    end,
    words: words.map((word) => [word.tokens.start, word.tokens.end, word.start, word.end]),
  })),
})

test('spoken text differs from shown text: five spoken words mark the tokens of "$2.4bn" and no others', async () => {
  const { sentences } = await narration()
  const marked = (sentences[1]?.words ?? []).map(({ tokens }) =>
    document.tokens
      .slice(tokens.start, tokens.end)
      .map(({ span }) => document.text.slice(span.start, span.end))
      .join(''),
  )
  expect(marked).toEqual([
    ...['It', 'cost'],
    ...Array<string>(5).fill('$2.4bn'),
    'in',
    ...Array<string>(6).fill('2025-26'),
    ...['Dr', 'Lee', 'said'],
  ])
})

test('guessed times: each word starts where the voice said it, not at an even share', async () => {
  const { sentences } = await narration()
  for (const { start, words } of sentences) {
    const [first] = words
    expect((first?.start ?? 0) - start).toBeCloseTo(0.05, 3)
    for (const word of words) expect(word.end - word.start).toBeGreaterThan(0.29)
  }
})

test('silence between clips: a sentence starts after all sound and silence before it, to the sample', async () => {
  const { sentences, seconds } = await narration()
  const lengths = sentences.map(({ start, end }) => end - start)
  const expected = [0.25]
  const pauses = [1.6, 0.45, 0.85]
  for (const [at, length] of lengths.entries()) expected.push((expected[at] ?? 0) + length + (pauses[at] ?? 0))
  for (const [at, { start }] of sentences.entries()) expect(start).toBeCloseTo(expected[at] ?? 0, 3)
  expect(seconds).toBeCloseTo(expected.at(-1) ?? 0, 3)
  // In the silence the last word stays marked: exactly one is marked at any time.
  const timeline = timelineOf(asTimings(await narration()))
  const silent = (sentences[0]?.end ?? 0) + 0.8
  expect(timeline.wordAt(timeline.sentenceAt(silent), silent)?.from).toBe(1)
})

test('playback speed: marks are asked of the sound’s own time, so a file heard at any speed marks the same words', async () => {
  const made = await narration()
  const timeline = timelineOf(asTimings(made))
  for (const speed of [0.75, 1, 1.25]) {
    // 60 pictures a second show the sound's own time, which runs with the speed.
    let wrong = 0
    for (let picture = 0; picture * (speed / 60) < made.seconds; picture += 1) {
      const time = picture * (speed / 60)
      const sounding = made.sentences
        .flatMap(({ words }) => words)
        .find((word) => word.start <= time && time < word.end)
      const marked = timeline.wordAt(timeline.sentenceAt(time), time)
      if (sounding !== undefined && marked?.from !== sounding.tokens.start && sounding.end - time > 0.02) wrong += 1
    }
    expect(wrong).toBe(0)
  }
})
