import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Clip } from '../../../src/speech/voice.ts'
import { writeWave } from '../../../src/voices/wave.ts'

const programs = ['pocketsphinx_continuous', 'pocketsphinx']

/**
 * Words that PocketSphinx hears in clips that follow one another; undefined where it is not installed. It gets used to a
 * voice, so all of it is one sound.
 */
export function hear(clips: readonly Clip[]): readonly string[] | undefined {
  const program = programs.find((name) => spawnSync(name, ['-h'], { stdio: 'ignore' }).error === undefined)
  if (program === undefined) return undefined
  const sampleRate = clips[0]?.sampleRate ?? 16_000
  const pause = Math.round(sampleRate * 0.6)
  const samples = new Float32Array(clips.reduce((sum, clip) => sum + clip.samples.length + pause, pause))
  let place = pause
  for (const clip of clips) {
    samples.set(clip.samples, place)
    place += clip.samples.length + pause
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'newsease-hear-'))
  try {
    const file = path.join(folder, 'clips.wav')
    writeFileSync(file, writeWave({ samples, sampleRate }))
    const values = program === 'pocketsphinx' ? ['single', file] : ['-infile', file, '-logfn', '/dev/null']
    return plainWords(spawnSync(program, values, { encoding: 'utf8' }).stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const spellings: Readonly<Record<string, string>> = {
  metres: 'meters',
  kilometres: 'kilometers',
  millimetres: 'millimeters',
  litres: 'liters',
  mister: 'mr',
  missus: 'mrs',
  doctor: 'dr',
}

/** Lower-case words as both sides write them: British spellings as the recogniser's, letters without their dots. */
export function plainWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('per cent', 'percent')
      // Letters of a short form are heard as one word or as many.
      .replaceAll(/\b([a-z]\.? )+[a-z]\b/g, (letters) => letters.replaceAll(/[. ]/g, ''))
      .replaceAll(/[^a-z' ]/g, ' ')
      .split(/\s+/)
      .filter((word) => word !== '' && word !== "'")
      .map((word) => spellings[word] ?? word)
  )
}

/** Insertions, deletions and other words that make one list of the other. */
export function wordErrors(said: readonly string[], heard: readonly string[]): number {
  let row = heard.map((_, at) => at + 1)
  for (const [line, word] of said.entries()) {
    let diagonal = line
    let left = line + 1
    row = row.map((up, at) => {
      const best = Math.min(up + 1, left + 1, diagonal + (heard[at] === word ? 0 : 1))
      diagonal = up
      left = best
      return best
    })
  }
  return row.at(-1) ?? said.length
}
