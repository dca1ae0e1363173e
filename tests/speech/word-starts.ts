import { readFileSync } from 'node:fs'
import { alignWords } from '../../src/speech/align-sound.ts'
import type { Voice } from '../../src/speech/voice.ts'
import { clipOf, utteranceOf } from '../voices/contract.ts'

/** Distances from the check file's word starts, in seconds, ascending. */
export interface StartErrors {
  readonly narrations: number
  /** Times that flite's phones tell. */
  readonly phones: readonly number[]
  /** Times of a voice that tells none, laid over another one. */
  readonly aligned: readonly number[]
}

/** Says the check file's sentences with both voices and compares when each word starts. */
export async function wordStartErrors(rms: Voice, slt: Voice): Promise<StartErrors> {
  const rows = readFileSync(new URL('./word-starts.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.split('\t'))
  const phones: number[] = []
  const aligned: number[] = []
  for (const [, voice, text = '', list = ''] of rows) {
    const starts = list.split(' ').map(Number)
    const utterance = utteranceOf(text)
    const clip = await clipOf(voice === 'rms' ? rms : slt, utterance)
    const laid = alignWords(clip, await clipOf(voice === 'rms' ? slt : rms, utterance))
    for (const [at, start] of starts.entries()) {
      phones.push(Math.abs((clip.words[at]?.start ?? Number.NaN) - start))
      aligned.push(Math.abs((laid[at]?.start ?? Number.NaN) - start))
    }
  }
  const ascending = (list: number[]): readonly number[] => list.sort((a, b) => a - b)
  return {
    narrations: new Set(rows.map(([name]) => name)).size,
    phones: ascending(phones),
    aligned: ascending(aligned),
  }
}

/** The value below which a share of an ascending list lies. */
export function quantile(values: readonly number[], share: number): number {
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
}
