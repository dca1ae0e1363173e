import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { pino } from 'pino'
import { type Config, loadConfig, withEnvFile } from './config/config.ts'
import { watchInbox } from './ingest/inbox.ts'
import { takeIn } from './intake.ts'
import { keepWorker } from './jobs/keep-worker.ts'
import { createSqliteQueue } from './jobs/sqlite.ts'
import { createDiskMedia } from './media/disk.ts'
import { captions } from './publish/captions.ts'
import { atom, jsonFeed, outlines, rss } from './publish/feeds.ts'
import { chapters, podcast } from './publish/podcast.ts'
import { type Database, openDatabase } from './store/database.ts'
import { createSqliteStore, dayIn } from './store/sqlite.ts'
import { buildApp } from './web/app.ts'

/** Starts the site: database, worker thread, inbox, daily wrap and web server. Answers how to stop it. */
async function start(config: Config): Promise<() => Promise<void>> {
  const log = pino({ level: config.logLevel })
  mkdirSync(config.dataDirectory, { recursive: true })
  const database = openDatabase(config.dataDirectory)
  const store = createSqliteStore(database, config.timeZone)
  const queue = createSqliteQueue(database, Date.now)
  const media = createDiskMedia(path.join(config.dataDirectory, 'sound'))
  const now = (): string => new Date().toISOString()

  const inbox = watchInbox({
    folder: path.join(config.dataDirectory, 'inbox'),
    receive: (bytes, name) => takeIn(bytes, { name }, `inbox ${name}`, store, queue, now()),
  })
  const daily = setInterval(() => {
    void queue.add({ kind: 'wrap', date: dayIn(config.timeZone, undefined, now()) })
    void queue.add({ kind: 'sweep' })
  }, 3_600_000)

  const app = buildApp({
    site: {
      name: config.siteName,
      url: config.siteUrl,
      language: config.language,
      timeZone: config.timeZone,
      review: config.review,
    },
    store,
    queue,
    media,
    publishing: { captions, chapters, podcast, rss, atom, jsonFeed, outlines },
    clock: () => new Date(),
    receive: ({ bytes, contentType, url }) =>
      takeIn(
        bytes,
        { ...(contentType === undefined ? {} : { contentType }), ...(url === undefined ? {} : { fields: { url } }) },
        'API',
        store,
        queue,
        now(),
      ),
    production: true,
    ...(config.apiToken === undefined ? {} : { apiToken: config.apiToken }),
    voice: config.voice === 'auto' ? 'flite' : config.voice,
    report: (error, where) =>
      log.error({ error: error instanceof Error ? error.stack : String(error), where }, 'a page failed'),
  })
  // Express answers an address that cannot be used through the same callback as one that can.
  const server = await new Promise<Server>((resolve, reject) => {
    const opening = app.listen(config.port, config.host, (error) => {
      if (error === undefined) resolve(opening)
      else reject(error)
    })
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  console.log(`${config.siteName} is ready: http://localhost:${port}`)

  // Behind the first answer: what follows is work for the processor, and pages must not wait for it.
  await addSamples(database, async (bytes, name) => {
    await takeIn(bytes, { name }, `sample ${name}`, store, queue, now())
  })

  // What a stopped process left undone is asked for again.
  await queue.add({ kind: 'sweep' })
  const worker = keepWorker({
    script: new URL('./worker-main.ts', import.meta.url),
    data: config,
    log: (level, message) => log[level](message),
  })

  return async () => {
    inbox.stop()
    clearInterval(daily)
    const closed = new Promise((resolve) => server.close(resolve))
    await worker.stop(3000)
    // A reader in the middle of a long file does not hold the site up.
    server.closeAllConnections()
    await closed
    database.close()
  }
}

/** The three samples come in once, on the first start with an empty store. */
async function addSamples(database: Database, add: (bytes: Uint8Array, name: string) => Promise<void>): Promise<void> {
  database.run(
    "insert into settings (name, value) select 'samples', 'wanted' where not exists (select 1 from articles) on conflict do nothing",
  )
  // Said only when all are in: a start that was cut off goes on with the next one, and none comes in twice.
  if (database.one("select 1 from settings where name = 'samples' and value = 'wanted'") === undefined) return
  const folder = new URL('./samples/', import.meta.url)
  for (const name of readdirSync(folder).sort()) await add(new Uint8Array(readFileSync(new URL(name, folder))), name)
  database.run("update settings set value = 'added' where name = 'samples' and value = 'wanted'")
}

/** Why the site did not start, for the person who started it. */
function reasonOf(error: unknown, { port, host }: Config): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `port ${port} is in use. Set PORT to another number.`
  if (code === 'EACCES') return `port ${port} on ${host} is not allowed. Set PORT to a number above 1023.`
  return error.message
}

const config = loadConfig(withEnvFile(process.env, process.cwd()))
if ('problems' in config) {
  console.error(config.problems.join('\n'))
  process.exit(2)
}
const stop = await start(config).catch((error: unknown) => {
  console.error(`The site could not start: ${reasonOf(error, config)}`)
  return process.exit(1)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void stop().then(() => process.exit(0))
  })
}
