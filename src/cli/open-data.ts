import path from 'node:path'
import { type Config, loadConfig } from '../config/config.ts'
import type { Queue } from '../jobs/queue.ts'
import { createSqliteQueue } from '../jobs/sqlite.ts'
import { createDiskMedia } from '../media/disk.ts'
import type { Media } from '../media/media.ts'
import { openDatabase } from '../store/database.ts'
import { createSqliteStore } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'
import { UsageError } from './input.ts'

/** The data of an installation, shared with a running server. */
export interface OpenData {
  readonly config: Config
  readonly store: Store
  readonly queue: Queue
  readonly media: Media
}

/** Opens the data folder that the environment names. */
export function openData(environment: Readonly<Record<string, string | undefined>>): OpenData {
  const config = loadConfig(environment)
  if ('problems' in config) throw new UsageError(config.problems.join('\n'))
  const database = openDatabase(config.dataDirectory)
  return {
    config,
    store: createSqliteStore(database, config.timeZone),
    queue: createSqliteQueue(database, Date.now),
    media: createDiskMedia(path.join(config.dataDirectory, 'sound')),
  }
}
