import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { takeIn } from '../../src/intake.ts'
import { createSqliteQueue } from '../../src/jobs/sqlite.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createSqliteStore } from '../../src/store/sqlite.ts'

const root = path.join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(path.join(tmpdir(), 'newsease-killed-'))
const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [path.join(root, 'src', 'main.ts')], {
    env: { PATH: process.env.PATH ?? '', DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' },
  })
  running.push(child)
  return new Promise((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (String(chunk).includes('is ready')) resolve(child)
    })
  })
}

function story(town: string, number: number): string {
  return `${town} opens a library number ${number}

The town of ${town} has opened library number ${number} after ${number + 3} years of work by local people who raised the money.

Mayor Ann ${town} said ${number * 40} people came to the opening, although it rained all day in ${town} and the road was closed.`
}

test('a site that is killed again and again loses no accepted article and makes each edition once', async () => {
  const database = openDatabase(folder)
  const store = createSqliteStore(database, 'Australia/Sydney')
  const queue = createSqliteQueue(database, Date.now)
  const towns = ['Arlen', 'Bexley', 'Corrin', 'Dalby', 'Esker', 'Farrow']
  for (const [round, delay] of [120, 700, 1500].entries()) {
    const site = await start()
    for (const town of towns.slice(round * 2, round * 2 + 2)) {
      const taken = await takeIn(
        new TextEncoder().encode(story(town, round * 10 + towns.indexOf(town) + 2)),
        {},
        'test',
        store,
        queue,
        new Date().toISOString(),
      )
      expect(taken.ok).toBe(true)
    }
    await wait(delay)
    site.kill('SIGKILL')
    await new Promise((resolve) => site.once('exit', resolve))
  }
  await start()
  const isReady = async (): Promise<boolean> => (await store.articles({})).every((article) => article.state === 'ready')
  for (let tries = 0; tries < 200 && !(await isReady()); tries += 1) await wait(250)
  const articles = await store.articles({})
  // Six of ours and the three samples, each once.
  expect(articles.map((article) => article.state)).toEqual(Array.from({ length: 9 }, () => 'ready'))
  expect(new Set(articles.map((article) => article.slug)).size).toBe(9)
  for (const article of articles) expect((await store.story(article.id))?.prepared.editions[1].edition.level).toBe(1)
  await store.close()
}, 90_000)
