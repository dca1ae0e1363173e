import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createDiskMedia } from '../../src/media/disk.ts'

const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'newsease-media-'))

test('a file that could not be written leaves nothing', async () => {
  const folder = newFolder()
  // Not bytes: writing fails after the temporary file was opened, as on a full disk.
  const wrong = 7 as unknown as Uint8Array
  await expect(createDiskMedia(folder).put('story.mp3', wrong)).rejects.toThrow('could not be written')
  expect(readdirSync(folder)).toEqual([])
})

test('what a killed process left is never a file, and goes after an hour', async () => {
  const folder = newFolder()
  for (const name of ['story.mp3.1a.tmp', 'story.mp3.2b.tmp']) writeFileSync(path.join(folder, name), 'half')
  const old = new Date(Date.now() - 7_200_000)
  utimesSync(path.join(folder, 'story.mp3.1a.tmp'), old, old)
  const media = createDiskMedia(folder)
  expect(await media.list()).toEqual([])
  expect(await media.get('story.mp3')).toBeUndefined()
  expect(readdirSync(folder)).toEqual(['story.mp3.2b.tmp'])
})

test('two workers that write one name at once leave one whole file', async () => {
  const folder = newFolder()
  const bytes = new Uint8Array(2_000_000).fill(9)
  await Promise.all(Array.from({ length: 6 }, () => createDiskMedia(folder).put('clip-a.pcm', bytes)))
  expect(readdirSync(folder)).toEqual(['clip-a.pcm'])
  expect(await createDiskMedia(folder).get('clip-a.pcm')).toEqual(bytes)
})
