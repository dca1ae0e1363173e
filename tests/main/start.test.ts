import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(path.join(tmpdir(), 'newsease-start-'))
const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Started {
  readonly child: ChildProcess
  /** The address; undefined where the site ended instead. */
  readonly address: string | undefined
  readonly ended: Promise<number | null>
  readonly problem: () => string
}

async function start(data: string, change: Readonly<Record<string, string>> = {}): Promise<Started> {
  const child = spawn(process.execPath, [path.join(root, 'src', 'main.ts')], {
    env: {
      PATH: process.env.PATH ?? '',
      DATA_DIR: path.join(folder, data),
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...change,
    },
  })
  running.push(child)
  let problem = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    problem += String(chunk)
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const address = await new Promise<string | undefined>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /http:\/\/localhost:\d+/.exec(String(chunk))?.[0]
      if (found !== undefined) resolve(found)
    })
    void ended.then(() => resolve(undefined))
  })
  return { child, address, ended, problem: () => problem }
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
