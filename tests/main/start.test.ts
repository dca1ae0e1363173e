import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { type Started, startSite } from './site.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'newsease-start-'))
const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function start(data: string, change: Readonly<Record<string, string>> = {}): Promise<Started> {
  const site = await startSite(path.join(folder, data), change)
  running.push(site.child)
  return site
}

test('it answers, stops when asked, and on the next start has each sample once', async () => {
  for (const round of [1, 2]) {
    const site = await start('twice')
    expect((await fetch(`${site.address}/healthz`)).status, `round ${round}`).toBe(200)
    site.child.kill('SIGTERM')
    // A stop in the first milliseconds, while samples come in, leaves the rest to the next start.
    await site.ended
  }
  const site = await start('twice')
  const database = new DatabaseSync(path.join(folder, 'twice', 'newsease.db'), { timeout: 10_000 })
  const count = (): unknown => database.prepare('select count(*) as count from articles where sample = 1').get()?.count
  await expect.poll(count, { timeout: 10_000 }).toBe(3)
  database.close()
  site.child.kill('SIGTERM')
  await site.ended
}, 40_000)

test('samples that a stopped start left out come in with the next one', async () => {
  const first = await start('cut-off')
  const file = path.join(folder, 'cut-off', 'newsease.db')
  const state = (): unknown => {
    const database = new DatabaseSync(file, { timeout: 10_000 })
    const row = database.prepare("select value from settings where name = 'samples'").get()
    database.close()
    return row?.value
  }
  await expect.poll(state, { timeout: 10_000 }).toBe('added')
  first.child.kill('SIGKILL')
  await first.ended
  // As it stands when the process was killed between the first sample and the second.
  const database = new DatabaseSync(file, { timeout: 10_000 })
  database.exec('pragma foreign_keys = on')
  database.exec("delete from articles where date <> '2026-11-21'")
  database.exec("update settings set value = 'wanted' where name = 'samples'")
  const second = await start('cut-off')
  await expect.poll(state, { timeout: 10_000 }).toBe('added')
  expect(database.prepare('select count(*) as count from articles').get()?.count).toBe(3)
  database.close()
  second.child.kill('SIGKILL')
  await second.ended
}, 40_000)

test('a port that is in use is told in one sentence, and the second site ends', async () => {
  const first = await start('one')
  const port = new URL(first.address ?? '').port
  const second = await start('two', { PORT: port })
  expect(second.address).toBeUndefined()
  expect(await second.ended).toBe(1)
  expect(second.problem()).toBe(`The site could not start: port ${port} is in use. Set PORT to another number.\n`)
}, 40_000)

test('all wrong options are told together, and nothing starts', async () => {
  const site = await start('wrong', { PORT: 'many', REVIEW: 'maybe' })
  expect(site.address).toBeUndefined()
  expect(await site.ended).toBe(2)
  expect(site.problem().trim().split('\n')).toHaveLength(2)
}, 20_000)
