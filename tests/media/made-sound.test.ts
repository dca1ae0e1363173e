import { afterAll, describe, expect, test } from 'vitest'
import { prepareArticle } from '../../src/edition/prepare.ts'
import { readDocument } from '../../src/language/reader.ts'
import { createMemoryMedia } from '../../src/media/memory.ts'
import { narrate } from '../../src/media/narrate.ts'
import { loudnessOf, truePeakOf } from '../../src/speech/loudness.ts'
import { writeScript } from '../../src/speech/script.ts'
import { createFlite } from '../../src/voices/flite.ts'
import { saying } from '../speech/said.ts'
import { knowledge } from '../support/knowledge.ts'
import { sampleArrivals } from '../support/samples.ts'

const story = readDocument('story', [
  { kind: 'headline', text: 'New bridge opens in Arlen' },
  {
    kind: 'paragraph',
    text: 'A new bridge opened in Arlen on Sunday. About 300 people walked across it with the mayor, Anna Lee.',
  },
  {
    kind: 'paragraph',
    text: 'The bridge cost $4 million and took two years to build. The old bridge was too small for trucks. It will close on 3 May.',
  },
  {
    kind: 'paragraph',
    text: 'People can now go to work much faster, the mayor said. Buses will use the new bridge too.',
  },
])
const words = story.tokens.filter((token) => token.kind !== 'punctuation').length
const voices = { rms: createFlite('rms'), slt: createFlite('slt') }
afterAll(() => Promise.all(Object.values(voices).map((voice) => voice.close())))

describe('the made file', () => {
  test.each([
    ['rms', 95],
    ['rms', 115],
    ['rms', 135],
    ['slt', 115],
  ] as const)('of %s at %d words a minute has that pace, -19 LUFS and no peak over -1 dBTP', async (name, pace) => {
    let measured = { loudness: 0, peak: 0 }
    const made = await narrate(writeScript(story, saying), {
      voice: voices[name],
      pace,
      media: createMemoryMedia(),
      title: 'Bridge',
      siteName: 'Test',
      language: 'en-AU',
      onSamples: (samples, rate) => {
        measured = { loudness: loudnessOf(samples, rate), peak: truePeakOf(samples) }
      },
    })
    if (!made.ok) throw new Error(made.failure.reason)
    expect(Math.abs(words / (made.value.seconds / 60) / pace - 1)).toBeLessThan(0.1)
    expect(Math.abs(measured.loudness + 19)).toBeLessThan(1)
    expect(measured.peak).toBeLessThanOrEqual(-1)
  })
})

test('every block of every sample’s editions is narrated exactly once, in order, and says its own words', async () => {
  for (const arrival of await sampleArrivals()) {
    for (const edition of Object.values(prepareArticle(arrival, knowledge).editions)) {
      const { document } = edition.edition
      const lines = writeScript(document, saying)
      expect(lines.map(({ sentence }) => sentence)).toEqual(document.sentences.map((_, at) => at))
      for (const [at, block] of document.blocks.entries()) {
        const own = lines.filter(({ sentence }) => {
          const span = document.sentences[sentence]
          return span !== undefined && span.start >= block.span.start && span.end <= block.span.end
        })
        expect(own.length, `block ${at}`).toBeGreaterThan(0)
        const heard = own.flatMap((line) => line.words.flatMap(({ tokens }) => [tokens.start, tokens.end]))
        expect(Math.min(...heard)).toBeGreaterThanOrEqual(block.span.start)
        expect(Math.max(...heard)).toBeLessThanOrEqual(block.span.end)
      }
    }
  }
})
