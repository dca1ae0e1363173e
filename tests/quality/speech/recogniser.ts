import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Sound, writeWave } from '../../../src/voices/wave.ts'
import { saying } from '../../speech/said.ts'

const programs = ['pocketsphinx_continuous', 'pocketsphinx']

/**
 * Words that PocketSphinx hears in clips that follow one another; undefined where it is not installed. It gets used to a
 * voice, so all of it is one sound.
 */
export async function hear(clips: readonly Sound[]): Promise<readonly string[] | undefined> {
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
    return plainWords(await printed(program, values))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function printed(program: string, values: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, values, { stdio: ['ignore', 'pipe', 'ignore'] })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += String(chunk)
    })
    child.once('error', reject)
    child.once('close', () => resolve(text))
  })
}

const dictionary = '/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict'

/** How many of some words the recogniser can never hear, as its dictionary lacks them; undefined where that is not found. */
export function unknownWords(words: readonly string[]): number | undefined {
  if (!existsSync(dictionary)) return undefined
  const known = new Set(plainWords(readFileSync(dictionary, 'utf8').replaceAll(/^(\S+).*$/gm, '$1')))
  return words.filter((word) => !known.has(word)).length
}

const spellings: Readonly<Record<string, string>> = {
  metres: 'meters',
  kilometres: 'kilometers',
  millimetres: 'millimeters',
  litre: 'liter',
  litres: 'liters',
  honourable: 'honorable',
  mister: 'mr',
  missus: 'mrs',
  doctor: 'dr',
}

/** Lower-case words as both sides write them: British spellings as the recogniser's, hyphens apart, letters of a short form joined by marks. */
export function plainWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('per cent', 'percent')
      // Letters of a short form are heard as one word or as many, and "US" as a word is not "U S".
      .replaceAll(/\b([a-z])\.(?=[a-z]\b)/g, '$1. ')
      .replaceAll(/\b([a-z]\.? )+[a-z]\b/g, (letters) => letters.replaceAll(/[. ]+/g, "'"))
      .replaceAll(/[^a-z' ]/g, ' ')
      .split(/\s+/)
      .filter((word) => word !== '' && word !== "'")
      .map((word) => spellings[word] ?? american(word) ?? word)
  )
}

/** The respelling of a British spelling, where it is one word: "organise" → "organize". */
function american(word: string): string | undefined {
  const sounds = saying.names.get(word)
  return sounds === undefined || /[^a-z]/.test(sounds) ? undefined : sounds
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
