import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readDocument } from '../../src/language/reader.ts'
import { writeScript } from '../../src/speech/script.ts'
import type { Clip, Utterance, Voice } from '../../src/speech/voice.ts'
import { saying } from '../speech/said.ts'

/** A sentence as a voice is given it. */
export function utteranceOf(text: string, pace = 115): Utterance {
  const document = readDocument('spoken', [{ kind: 'paragraph', text }])
  const [line] = writeScript(document, saying)
  if (line === undefined) throw new Error(`nothing is said of "${text}"`)
  return { words: line.words, text: line.text, respelled: line.respelled, pace }
}

/** What a voice made; a failure fails the test. */
export async function clipOf(voice: Voice, utterance: Utterance): Promise<Clip> {
  const made = await voice.speak(utterance)
  if (!made.ok) throw new Error(`${voice.name}: ${made.failure.reason} ${made.failure.cause ?? ''}`)
  return made.value
}

const bridge = 'The mayor of Arlen opened a new bridge on 3 May in front of about 300 people.'

/** What a shell, PowerShell, Scheme, an option reader or a mark-up reader would take as theirs. */
const hostile = [
  '-o MARK --output MARK it said',
  '"; touch MARK; echo "',
  '$(touch MARK) and `touch MARK`',
  '") (system "touch MARK") (SayText "hello',
  "' | touch MARK & Start-Process MARK; '",
  '[[slnc 90000]] <audio src="MARK"/> {{MARK}} it said',
].join(' ')

/** What every voice promises. Call it with a voice that is there; `same` is false for one that says a sentence a little differently each time. */
export function keepsTheContract(name: string, create: () => Voice, { same = true } = {}): void {
  describe(`${name} keeps the contract of voices`, () => {
    const voice = create()
    afterAll(() => voice.close())

    test('it is available, and has a plain name', async () => {
      expect(await voice.availability()).toEqual({ available: true })
      expect(voice.name).toMatch(/^[a-z0-9-]+$/)
    })

    test('a sentence is mono sound of a stated rate, whole, without a peak that is cut', async () => {
      const { samples, sampleRate } = await clipOf(voice, utteranceOf(bridge))
      expect(sampleRate).toBeGreaterThanOrEqual(8000)
      expect(sampleRate).toBeLessThanOrEqual(48_000)
      const seconds = samples.length / sampleRate
      expect(seconds).toBeGreaterThan(3)
      expect(seconds).toBeLessThan(15)
      expect(samples.every((sample) => Number.isFinite(sample) && Math.abs(sample) < 0.999)).toBe(true)
      expect(samples.some((sample) => Math.abs(sample) > 0.05)).toBe(true)
    })

    test('silence is trimmed at both ends, and both ends are at rest', async () => {
      const { samples, sampleRate } = await clipOf(voice, utteranceOf(bridge))
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
      const heard = [...samples].map((sample) => Math.abs(sample) > loudest * 0.015)
      expect(heard.indexOf(true) / sampleRate).toBeLessThan(0.12)
      expect((samples.length - heard.lastIndexOf(true)) / sampleRate).toBeLessThan(0.12)
      expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.01)
      expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.01)
    })

    test('every word has a time, in order and inside the sound', async () => {
      const utterance = utteranceOf(bridge)
      const { samples, sampleRate, words } = await clipOf(voice, utterance)
      expect(words).toHaveLength(utterance.words.length)
      for (const [at, word] of words.entries()) {
        expect(word.end).toBeGreaterThanOrEqual(word.start)
        expect(word.start).toBeGreaterThanOrEqual(words[at - 1]?.start ?? 0)
        expect(word.end).toBeLessThanOrEqual(samples.length / sampleRate + 0.001)
      }
      expect(words[0]?.start).toBeLessThan(0.2)
      expect(words.at(-1)?.start).toBeGreaterThan((samples.length / sampleRate) * 0.7)
    })

    test('a slower pace takes longer', async () => {
      const slow = await clipOf(voice, utteranceOf(bridge, 95))
      const fast = await clipOf(voice, utteranceOf(bridge, 135))
      const seconds = (clip: Clip): number => clip.samples.length / clip.sampleRate
      expect(seconds(slow) / seconds(fast)).toBeGreaterThan(1.25)
    })

    if (same) {
      test('the same sentence has the same sound', async () => {
        const first = await clipOf(voice, utteranceOf('It opens in May.'))
        const again = await clipOf(voice, utteranceOf('It opens in May.'))
        expect(again.samples).toEqual(first.samples)
      })
    }

    test('text never becomes a command', async () => {
      const mark = path.join(tmpdir(), `newsease-mark-${process.pid}-${voice.name}`)
      // As it would come if nothing before had made plain words of it.
      const raw = hostile.replaceAll('MARK', mark)
      await voice.speak({ ...utteranceOf('It opens in May.'), text: raw, respelled: raw })
      expect(existsSync(mark)).toBe(false)
    })

    test('a sentence that is not wanted any more stops at once, and the next one is said', async () => {
      const stop = new AbortController()
      const begun = performance.now()
      const speaking = voice.speak(utteranceOf(bridge, 95), stop.signal)
      stop.abort()
      const made = await speaking
      expect(made.ok).toBe(false)
      expect(performance.now() - begun).toBeLessThan(1500)
      await clipOf(voice, utteranceOf('It opens in May.'))
    })
  })
}
