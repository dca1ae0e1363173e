import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { createSqliteStore } from '../../src/store/sqlite.ts'
import { storeContract } from './contract.ts'

describe('SQLite', () => storeContract(() => createSqliteStore(openDatabase(':memory:'), 'Australia/Sydney')))

test('two open the same folder, and each sees what the other kept; a second opening changes nothing', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsease-store-'))
  try {
    const one = createSqliteStore(openDatabase(folder), 'Australia/Sydney')
    const two = createSqliteStore(openDatabase(folder), 'Australia/Sydney')
    const refusal = { at: '2026-11-23T01:00:00.000Z', origin: 'inbox', kind: 'empty', reason: 'The file is empty.' }
    await one.addRefusal(refusal)
    await two.addRefusal({ ...refusal, origin: 'API' })
    expect((await one.refusals(5)).map(({ origin }) => origin)).toEqual(['API', 'inbox'])
    await one.close()
    await two.close()
    const again = createSqliteStore(openDatabase(folder), 'Australia/Sydney')
    expect(await again.refusals(5)).toHaveLength(2)
    await again.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
