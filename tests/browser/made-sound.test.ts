import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doTask } from '../../src/jobs/tasks.ts'
import { createDiskMedia } from '../../src/media/disk.ts'
import { createFlite } from '../../src/voices/flite.ts'
import { taskParts } from '../jobs/parts.ts'
import { sampleArrivals } from '../support/samples.ts'
import { fixtureParts } from '../web/fixture.ts'
import { followsWell } from './marks.ts'
import { newReader, type OpenSite, openSite } from './site.ts'

// A sample story all the way: made easy, said by the default voice, packed, served and played.
let site: OpenSite
let story = ''
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsease-made-'))
  const voice = createFlite('rms')
  const parts = taskParts({ media: createDiskMedia(folder), voice })
  const [arrival] = await sampleArrivals()
  if (arrival === undefined) throw new Error('there is no sample')
  const { article } = await parts.store.saveArticle(arrival, '2026-11-23T01:00:00.000Z')
  const silent = async (): Promise<void> => undefined
  await doTask({ kind: 'prepare', article: article.id, version: 1 }, parts, silent)
  await doTask({ kind: 'narrate', spoken: { kind: 'story', article: article.id, level: 1 } }, parts, silent)
  await voice.close()
  const { store, queue, media } = parts
  site = await openSite({ ...(await fixtureParts([])), store, queue, media })
  story = `${site.url}/news/${article.date.replaceAll('-', '/')}/${article.slug}/1`
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true, force: true })
})

test.each(['0.75', '1', '1.25'])(
  'in sound that was really made the marked word is right at 20 points at speed %s: from the start, after two seeks, on a second play',
  async (speed) => {
    const { page, complaints } = await newReader(site)
    await page.goto(story)
    await page.getByLabel('Speed').selectOption(speed)
    await followsWell(page, 5, [21, 9])
    expect(complaints).toEqual([])
  },
)

test('in the file as the browser unpacks it each sentence begins when its time says', async () => {
  const { page } = await newReader(site)
  await page.goto(story)
  const errors = await page.evaluate(async () => {
    const player = document.querySelector<HTMLElement>('[data-player]')
    const source = document.querySelector('audio')?.src
    if (player === null || source === undefined) throw new Error('no player')
    const timings: { sentences: { start: number }[] } = await (await fetch(player.dataset.timings ?? '')).json()
    const bytes = await (await fetch(source)).arrayBuffer()
    const sound = await new OfflineAudioContext(1, 1, 24_000).decodeAudioData(bytes)
    const samples = sound.getChannelData(0)
    return timings.sentences.map(({ start }) => {
      // Each clip keeps 0.02 s before its sound. Between sentences there is silence: the first sample that is none, from a quarter of a second before.
      let at = Math.max(0, Math.round((start - 0.24) * sound.sampleRate))
      while (at < samples.length && Math.abs(samples[at] ?? 0) < 0.008) at += 1
      return at / sound.sampleRate - start
    })
  })
  expect(errors.length).toBeGreaterThan(5)
  for (const error of errors) expect(Math.abs(error)).toBeLessThan(0.04)
})
