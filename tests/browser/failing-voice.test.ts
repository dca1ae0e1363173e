import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeWave } from '../../src/voices/wave.ts'
import { type Started, startSite } from '../main/site.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'newsease-voice-'))
const running: Started[] = []
afterAll(() => {
  for (const { child } of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function start(data: string, change: Readonly<Record<string, string>> = {}): Promise<Started> {
  const site = await startSite(path.join(folder, data), change)
  running.push(site)
  return site
}

async function stop(site: Started): Promise<void> {
  site.child.kill('SIGTERM')
  await site.ended
}

/** A command of ours on a data folder. */
function run(data: string, values: readonly string[]): Promise<{ readonly out: string; readonly problem: string }> {
  const main = path.join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: path.join(folder, data) }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...values], { env }, (_error, out, problem) => resolve({ out, problem }))
  })
}

interface Status {
  readonly state: string
  readonly note: string
  readonly audio: string
}
interface Timings {
  readonly seconds: number
  readonly sentences: readonly { readonly sentence: number; readonly start: number; readonly end: number }[]
}

async function json<Answer>(address: string): Promise<Answer> {
  return (await (await fetch(address)).json()) as Answer // Our own addresses answer what they promise.
}

/** Waits until a story's sound is there. */
async function sound(story: string): Promise<Status> {
  const status = (): Promise<Status> => json(`${story}/audio-status`)
  await expect.poll(async () => (await status()).state, { timeout: 60_000, interval: 300 }).toBe('ready')
  return status()
}

test('a voice that does not work is replaced, and the page says so, in sight and to scripts', async () => {
  // Nothing listens there, so every sentence fails.
  const site = await start('broken', { VOICE: 'server', SPEECH_URL: 'http://127.0.0.1:9/v1' })
  const story = `${site.address}/news/2026/11/21/ferry-service-halted-after-storm-damages-harbour-wharf/1`
  const { note, audio } = await sound(story)
  expect(note).toBe('The voice “server-tts-1-alloy” does not work now. Another voice reads instead.')
  const page = await (await fetch(story)).text()
  expect(page).toContain(`<p class="player-note">${note}</p>`)
  const file = await fetch(new URL(audio, site.address))
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'audio/mpeg'])
  expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(100_000)
  await stop(site)
}, 90_000)

test('a voice that is not here is named too', async () => {
  const site = await start('missing', { VOICE: 'sherpa' })
  const story = `${site.address}/news/2026/11/21/ferry-service-halted-after-storm-damages-harbour-wharf/1`
  expect((await sound(story)).note).toContain('“sherpa” does not work now')
  await stop(site)
}, 90_000)

describe('a person’s own recording', () => {
  const text = (second: string): string => `---
headline: Arlen opens its new bridge
published: 2026-11-22
url: https://example.org/bridge
---

The mayor of Arlen opened a new bridge on Sunday.

${second}

Buses will use the bridge from Monday. About 300 people came to see it. The old bridge was too small for trucks.

The mayor said that people can now go to work faster.
`
  const wave = (seconds: number): string => {
    const file = path.join(folder, `own-${seconds}.wav`)
    // A hum that grows and fades with each word, so that nothing of it counts as silence.
    const samples = Float32Array.from({ length: 16_000 * seconds }, (_, at) => 0.3 * Math.sin(at / 11) + 0.02)
    writeFileSync(file, writeWave({ sampleRate: 16_000, samples }))
    return file
  }

  test('takes a sentence’s place, stays through another pace and a correction elsewhere, and goes with its own text', async () => {
    const file = path.join(folder, 'story.md')
    const begin = async (pace: string) => {
      const site = await start('own', { SPEECH_RATE: pace })
      return { site, story: `${site.address}/news/2026/11/22/arlen-opens-its-new-bridge/1` }
    }
    const lengths = async (story: string): Promise<readonly number[]> =>
      (await json<Timings>(`${story}/timings.json`)).sentences.map(({ start: from, end }) =>
        Number((end - from).toFixed(3)),
      )
    writeFileSync(file, text('Workers built it in two years.'))
    const { site, story } = await begin('115')
    const id = (await run('own', ['add', file])).out.split('\t')[1] ?? ''
    await sound(story)
    const before = await lengths(story)

    const kept = await run('own', ['record', '--article', id, '--level', '1', '--sentence', '1', wave(12)])
    expect(kept).toEqual({ out: expect.stringMatching(/^Kept for: The mayor of Arlen opened .+\n$/), problem: '' })
    await expect.poll(async () => (await lengths(story))[1], { timeout: 60_000 }).toBeCloseTo(12, 1)
    const after = await lengths(story)
    expect(after.filter((length, at) => length !== before[at])).toHaveLength(1)
    await stop(site)

    // Another pace makes every other clip anew; a recording of another sentence is what asks for it.
    const slow = await begin('95')
    await run('own', ['record', '--article', id, '--level', '1', '--sentence', '0', wave(3)])
    await expect.poll(async () => (await lengths(slow.story))[0], { timeout: 60_000 }).toBeCloseTo(3, 1)
    const slower = await lengths(slow.story)
    expect(slower[1]).toBeCloseTo(12, 1)
    expect((slower[2] ?? 0) / (before[2] ?? 1)).toBeGreaterThan(1.1)

    // Sentence 2 explains "mayor". A correction of sentence 3 leaves the recording; one of its own sentence takes it away.
    writeFileSync(file, text('Workers built it in three years.'))
    expect((await run('own', ['add', file])).out).toMatch(/^changed\t/)
    await expect.poll(async () => (await lengths(slow.story))[3], { timeout: 60_000 }).not.toBe(slower[3])
    expect((await lengths(slow.story))[1]).toBeCloseTo(12, 1)
    writeFileSync(file, readFileSync(file, 'utf8').replace('a new bridge on Sunday', 'a wide bridge on Sunday'))
    await run('own', ['add', file])
    await expect.poll(async () => (await lengths(slow.story))[1], { timeout: 60_000 }).toBeLessThan(9)
    await stop(slow.site)
  }, 240_000)

  test.each([
    [['record'], 'Say which'],
    [['record', '--article', '0000000000000000', '--sentence', '1', 'x.wav'], 'There is no such sentence.'],
  ])('%s is refused in one sentence', async (values, reason) => {
    const { problem } = await run('own', values)
    expect(problem).toContain(reason)
    expect(problem).not.toContain('    at ')
  })
})
