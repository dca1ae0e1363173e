import { done, failed, type Result } from '../failure.ts'
import { alignWords } from '../speech/align-sound.ts'
import { wordSeconds } from '../speech/pace.ts'
import type { Clip, Utterance, Voice } from '../speech/voice.ts'
import { trim } from './trim.ts'
import type { Sound } from './wave.ts'

/** A voice that gives sound and tells no times. */
export interface PlainVoice {
  readonly name: string
  readonly availability: Voice['availability']
  /** Sound of a sentence; `speed` 1 is as the voice speaks by itself, 0.5 half as fast. */
  readonly sound: (utterance: Utterance, speed: number, signal?: AbortSignal) => Promise<Result<Sound>>
  /** Seconds that one word takes at speed 1, as far as is known before it was heard. */
  readonly ownWordSeconds: number
  readonly slowest: number
  readonly fastest: number
  readonly close?: () => Promise<void>
}

/**
 * Makes a voice of one that tells no times: its silence is taken off, its pace is measured and brought to the one that is
 * asked for, and its words get their times from a reference voice that says the same.
 */
export function alignedVoice(plain: PlainVoice, reference: Voice): Voice {
  let ownWordSeconds = plain.ownWordSeconds
  let heard = 0
  const say = async (utterance: Utterance, wish: number, signal?: AbortSignal): Promise<Result<Sound>> => {
    const speed = Math.round(Math.min(plain.fastest, Math.max(plain.slowest, wish)) * 1000) / 1000
    const made = await plain.sound(utterance, speed, signal)
    if (!made.ok) return made
    const sound = loudEnough(trim(made.value))
    const problem = problemOf(sound, utterance)
    if (problem !== undefined) return failed('voice-failed', 'The voice could not say this sentence.', problem)
    // Short sentences tell little about a pace. The first long one tells nearly all; later ones only mend it.
    if (utterance.words.length >= 6) {
      ownWordSeconds += (wordSecondsOf(sound, utterance) * speed - ownWordSeconds) * Math.max(0.05, 1 / (heard + 1))
      heard += 1
    }
    return done(sound)
  }
  return {
    name: plain.name,
    availability: plain.availability,
    speak: async (utterance, signal) => {
      const wanted = wordSeconds(utterance.pace)
      const wish = ownWordSeconds / wanted
      let made = await say(utterance, wish, signal)
      // A sentence far from its pace is said once more with what was learned.
      const share = made.ok && utterance.words.length >= 6 ? wordSecondsOf(made.value, utterance) / wanted : 1
      if (share > 1.15 || share < 0.85) {
        const again = await say(utterance, wish * share, signal)
        if (again.ok) made = again
      }
      if (!made.ok) return made
      return done({ ...made.value, words: await timesOf(made.value, utterance, reference, signal) })
    },
    close: async () => plain.close?.(),
  }
}

function wordSecondsOf({ samples, sampleRate }: Sound, { words }: Utterance): number {
  return samples.length / sampleRate / words.length
}

async function timesOf(
  sound: Sound,
  utterance: Utterance,
  reference: Voice,
  signal?: AbortSignal,
): Promise<Clip['words']> {
  const spoken = await reference.speak(utterance, signal)
  if (spoken.ok && spoken.value.words.length === utterance.words.length) return alignWords(sound, spoken.value)
  return shareOut(utterance, sound.samples.length / sound.sampleRate)
}

/** Times by the length of the words, for when there is nothing to measure by. */
function shareOut({ words }: Utterance, seconds: number): Clip['words'] {
  const total = words.reduce((sum, word) => sum + word.text.length + 1, 0)
  let place = 0
  return words.map((word) => {
    const start = (place / total) * seconds
    place += word.text.length + 1
    return { start, end: (place / total) * seconds }
  })
}

/** Peaks at the very top are brought down, so that nothing is cut there later. */
function loudEnough(sound: Sound): Sound {
  const peak = sound.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  if (peak < 0.98) return sound
  return { ...sound, samples: sound.samples.map((sample) => (sample * 0.95) / peak) }
}

/** What is wrong with a sound that came: silence, or far too short or long for its words. */
function problemOf({ samples, sampleRate }: Sound, { words, text }: Utterance): string | undefined {
  const seconds = samples.length / sampleRate
  if (seconds < 0.05) return 'it was silent'
  if (seconds < 0.035 * text.length * 0.6) return `it said only ${seconds.toFixed(1)} seconds of ${words.length} words`
  if (seconds > 3 + 2 * words.length) return `it spoke ${seconds.toFixed(0)} seconds for ${words.length} words`
  return undefined
}

/** Text of letters and breath marks only, without one at its beginning: nothing that a program could read as its own. */
export function onlyWords(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N} ,.?!']/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 4000)
}
