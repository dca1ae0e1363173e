import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { migrations } from '../../src/store/migrations.ts'
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

test('words kept before it was kept whose meaning they have learn it from their editions', () => {
  const database = new DatabaseSync(':memory:')
  const [first = '', second = ''] = migrations
  database.exec(first)
  database.exec(`
    insert into articles (id, identity, date, slug, version, body_hash, arrival, received, updated, state)
    values ('a', 'a', '2026-11-23', 'a', 1, '', '{}', '', '', 'ready');
    insert into editions (article, level, version, content, text_hash, state, made) values ('a', 1, 1,
      '{"study":{"words":[{"term":"pool","meaning":"A pool is a hole.","origin":"fallback"},{"term":"mayor","meaning":"A mayor leads a town.","origin":"own"}]}}', '', 'ready', '');
    insert into words values ('mayor', 'a', 'A mayor leads a town.'), ('pool', 'a', 'A pool is a hole.');
  `)
  database.exec(second)
  const rows = database.prepare('select term, origin from words order by term').all()
  expect(rows.map(({ term, origin }) => [term, origin])).toEqual([
    ['mayor', 'own'],
    ['pool', 'fallback'],
  ])
  database.close()
})
