import { describe } from 'vitest'
import { createSqliteQueue } from '../../src/jobs/sqlite.ts'
import { openDatabase } from '../../src/store/database.ts'
import { queueContract } from './contract.ts'

describe('SQLite', () => queueContract((clock) => createSqliteQueue(openDatabase(':memory:'), clock)))
