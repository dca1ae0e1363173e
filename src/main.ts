import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { pino } from 'pino'
import { type Config, loadConfig, withEnvFile } from './config/config.ts'
import { watchInbox } from './ingest/inbox.ts'
import { takeIn } from './intake.ts'
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
  const server = app.listen(config.port, config.host, () => {
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : config.port
    console.log(`${config.siteName} is ready: http://localhost:${port}`)
  })
  await new Promise((resolve) => server.once('listening', resolve))

  server.on('error', (error) => {
    console.error(`The site could not start: ${error.message}`)
    process.exit(1)
  })

  // Behind the first answer: what follows is work for the processor, and pages must not wait for it.
  await addSamples(database, async (bytes, name) => {
    await takeIn(bytes, { name }, `sample ${name}`, store, queue, now())
  })

  let stopping = false
  let worker = startWorker()
  function startWorker(): Worker {
    const made = new Worker(new URL('./worker-main.ts', import.meta.url), { workerData: config })
    made.on('message', ({ level, message }: { readonly level: 'warn' | 'error'; readonly message: string }) =>
      log[level](message),
    )
    made.on('error', (error) => log.error({ error: error.stack }, 'the worker stopped'))
    // A task that brings the worker down comes back when its lease ends, and is given up after some tries.
    made.on('exit', () => {
      if (!stopping)
        setTimeout(() => {
          if (!stopping) worker = startWorker()
        }, 2000)
    })
    return made
  }

  return async () => {
    stopping = true
    inbox.stop()
    clearInterval(daily)
    worker.postMessage('stop')
    await new Promise((resolve) => server.close(resolve))
    await Promise.race([
      new Promise((resolve) => worker.once('exit', resolve)),
      new Promise((resolve) => setTimeout(resolve, 3000)),
    ])
    await worker.terminate()
    database.close()
  }
}

/** The three samples come in once, on the first start with an empty store. */
async function addSamples(database: Database, add: (bytes: Uint8Array, name: string) => Promise<void>): Promise<void> {
  const claimed = database.run(
    "insert into settings (name, value) select 'samples', 'added' where not exists (select 1 from articles) on conflict do nothing",
  )
  if (claimed === 0) return
  const folder = new URL('./samples/', import.meta.url)
  for (const name of readdirSync(folder).sort()) await add(new Uint8Array(readFileSync(new URL(name, folder))), name)
}

const config = loadConfig(withEnvFile(process.env, process.cwd()))
if ('problems' in config) {
  console.error(config.problems.join('\n'))
  process.exit(2)
}
const stop = await start(config)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void stop().then(() => process.exit(0))
  })
}
