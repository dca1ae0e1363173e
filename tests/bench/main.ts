// `npm run bench`: timings on this machine. Nothing here passes or fails.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import { prepareArticle } from '../../src/edition/prepare.ts'
import { failed } from '../../src/failure.ts'
import { readArrivals } from '../../src/ingest/read-arrivals.ts'
import { createSqliteQueue } from '../../src/jobs/sqlite.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { loadSaying } from '../../src/knowledge/load-saying.ts'
import { createDiskMedia } from '../../src/media/disk.ts'
import { createMemoryMedia } from '../../src/media/memory.ts'
import { narrate } from '../../src/media/narrate.ts'
import { captions } from '../../src/publish/captions.ts'
import { atom, jsonFeed, outlines, rss } from '../../src/publish/feeds.ts'
import { chapters, podcast } from '../../src/publish/podcast.ts'
import { writeScript } from '../../src/speech/script.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createSqliteStore } from '../../src/store/sqlite.ts'
import { createFlite } from '../../src/voices/flite.ts'
import { buildApp } from '../../src/web/app.ts'

const root = path.join(import.meta.dirname, '..', '..')
const line = (name: string, value: string): void => console.log(`${name.padEnd(46)}${value}`)

/** The median of some numbers. */
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Starts the site on a new data folder; answers its address, how long it took and how to stop it. */
async function startSite(folder: string) {
  const begun = performance.now()
  const child = spawn(process.execPath, [path.join(root, 'src', 'main.ts')], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' },
  })
  const address = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/localhost:\d+/.exec(String(chunk))?.[0]
      if (found !== undefined) resolve(found)
    })
  })
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.kill()
    })
  return { address, milliseconds: performance.now() - begun, pid: child.pid ?? 0, stop }
}

/** Requests a second to one address over kept-alive connections, for two seconds. */
async function requestsPerSecond(address: string): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 })
  const end = performance.now() + 2000
  let count = 0
  const get = (): Promise<void> =>
    new Promise((resolve, reject) => {
      http
        .get(address, { agent }, (response) => {
          response.resume()
          response.on('end', () => {
            count += 1
            resolve()
          })
        })
        .on('error', reject)
    })
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (performance.now() < end) await get()
    }),
  )
  agent.destroy()
  return count / 2
}

const folder = mkdtempSync(path.join(tmpdir(), 'newsease-bench-'))
try {
  const loadBegun = performance.now()
  const knowledge = loadKnowledge()
  line('load parser, lists, lexicon and glossary', `${Math.round(performance.now() - loadBegun)} ms`)
  const sample = new Uint8Array(readFileSync(path.join(root, 'src', 'samples', '01-ferry-storm.md')))
  const read = await readArrivals(sample, { name: 'sample.md' })
  const arrival = read.ok ? read.value[0] : undefined
  if (arrival === undefined) throw new Error('bench: the sample was refused')
  const times: number[] = []
  for (let run = 0; run < 7; run += 1) {
    const begun = performance.now()
    prepareArticle(arrival, knowledge)
    times.push(performance.now() - begun)
  }
  line('a sample article to both levels, warm', `${Math.round(median(times))} ms`)

  const voice = createFlite('rms')
  const lines = writeScript(prepareArticle(arrival, knowledge).editions[2].edition.document, loadSaying())
  const speakBegun = performance.now()
  const made = await narrate(lines, {
    voice,
    pace: 115,
    media: createMemoryMedia(),
    title: 'Bench',
    siteName: 'Newsease',
    language: 'en-AU',
  })
  const spent = (performance.now() - speakBegun) / 1000
  await voice.close()
  if (made.ok)
    line(
      'audio, real-time factor',
      `${(spent / made.value.seconds).toFixed(3)} (${made.value.seconds.toFixed(0)} s of sound in ${spent.toFixed(1)} s)`,
    )

  const site = await startSite(path.join(folder, 'data'))
  line('start-up until the first address answers', `${Math.round(site.milliseconds)} ms`)
  const list = `${site.address}/api/v1/articles`
  let ready = false
  for (let tries = 0; tries < 100 && !ready; tries += 1) {
    ready = (await (await fetch(list)).text()).includes('ferry-service')
    if (!ready) await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await new Promise((resolve) => setTimeout(resolve, 15_000))
  const database = openDatabase(path.join(folder, 'data'))
  const app = buildApp({
    site: { name: 'Newsease', url: 'http://localhost', language: 'en-AU', timeZone: 'Australia/Sydney', review: 'off' },
    store: createSqliteStore(database, 'Australia/Sydney'),
    queue: createSqliteQueue(database, Date.now),
    media: createDiskMedia(path.join(folder, 'data', 'sound')),
    publishing: { captions, chapters, podcast, rss, atom, jsonFeed, outlines },
    clock: () => new Date(),
    receive: async () => failed('not-allowed', 'Not here.'),
    production: true,
    requestsPerMinute: 100_000_000,
  })
  const pages = app.listen(0)
  const place = pages.address()
  const page = `http://localhost:${typeof place === 'object' && place !== null ? place.port : 0}/news/2026/11/21/ferry-service-halted-after-storm-damages-harbour-wharf/1`
  await requestsPerSecond(page)
  const story = await requestsPerSecond(page)
  pages.close()
  database.close()

  const bare = express()
  const template = path.join(folder, 'bare.ejs')
  writeFileSync(
    template,
    '<!doctype html><title>Bare</title><h1><%= title %></h1><% for (const text of texts) { %><p><%= text %></p><% } %>',
  )
  bare.set('views', folder)
  bare.set('view engine', 'ejs')
  bare.enable('view cache')
  const texts = arrival.body.map((block) => block.text)
  bare.get('/', (_request, response) => response.render('bare', { title: arrival.fields.headline, texts }))
  const server = bare.listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await requestsPerSecond(`http://localhost:${port}/`)
  const plain = await requestsPerSecond(`http://localhost:${port}/`)
  server.close()
  line('story page, requests a second', `${Math.round(story)} (a bare Express and EJS page: ${Math.round(plain)})`)
  const status = readFileSync(`/proc/${site.pid}/status`, 'utf8')
  line('memory of the running site', `${Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)} MB`)
  await site.stop()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
