// The worker thread: prepares articles, makes wraps and sound, so that the web thread stays free.
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Config } from './config/config.ts'
import type { WorkerNews } from './jobs/keep-worker.ts'
import { createSqliteQueue } from './jobs/sqlite.ts'
import { work } from './jobs/worker.ts'
import { loadKnowledge } from './knowledge/load-knowledge.ts'
import { loadSaying } from './knowledge/load-saying.ts'
import { createDiskMedia } from './media/disk.ts'
import { createRewriter } from './rewriters/create-rewriter.ts'
import { openDatabase } from './store/database.ts'
import { createSqliteStore } from './store/sqlite.ts'
import { chooseVoice, createVoices } from './voices/all.ts'

// Started by main.ts with exactly this.
const config = workerData as Config
const tell = (news: WorkerNews): void => parentPort?.postMessage(news)
const beat = setInterval(() => tell({ kind: 'beat' }), 1_000)
const database = openDatabase(config.dataDirectory)
const voices = createVoices(config.voices)
const chosen = await chooseVoice(config.voice, voices)
const stop = new AbortController()
parentPort?.on('message', () => stop.abort())
if (chosen?.missing !== undefined)
  tell({ kind: 'log', level: 'warn', message: `voice ${chosen.missing.wanted}: ${chosen.missing.reason}` })
await work(
  `worker-${process.pid}-${Math.random().toString(36).slice(2)}`,
  {
    store: createSqliteStore(database, config.timeZone),
    queue: createSqliteQueue(database, Date.now),
    media: createDiskMedia(path.join(config.dataDirectory, 'sound')),
    knowledge: loadKnowledge(config.protectedTerms),
    saying: loadSaying(config.saying),
    voice: chosen?.voice,
    ...(chosen?.fallback === undefined ? {} : { fallback: chosen.fallback }),
    ...(chosen?.missing === undefined ? {} : { missingVoice: chosen.missing.wanted }),
    ...(config.rewriter === undefined ? {} : { rewriter: createRewriter(config.rewriter, config.dataDirectory) }),
    pace: config.pace,
    review: config.review,
    siteName: config.siteName,
    language: config.language,
    clock: () => new Date(),
  },
  stop.signal,
  (message) => tell({ kind: 'log', level: 'error', message }),
)
clearInterval(beat)
await Promise.all(voices.map((voice) => voice.close()))
database.close()
parentPort?.close()
