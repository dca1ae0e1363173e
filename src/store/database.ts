import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { migrations } from './migrations.ts'

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, unknown>>

/** One open database file. Statements are kept; work that belongs together goes through `together`. */
export interface Database {
  readonly all: (sql: string, ...values: readonly SQLInputValue[]) => readonly Row[]
  readonly one: (sql: string, ...values: readonly SQLInputValue[]) => Row | undefined
  /** Answers how many rows changed. */
  readonly run: (sql: string, ...values: readonly SQLInputValue[]) => number
  /** All or nothing; other processes wait. */
  readonly together: <Value>(work: () => Value) => Value
  readonly close: () => void
}

/** Opens (and makes, and brings up to date) the database in a folder; `:memory:` for one that is not kept. Several processes may share it. */
export function openDatabase(folder: string): Database {
  const file = folder === ':memory:' ? folder : path.join(folder, 'newsease.db')
  if (folder !== ':memory:') mkdirSync(folder, { recursive: true })
  const raw = new DatabaseSync(file, { timeout: 10_000 })
  raw.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on;')
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const prepare = (sql: string): ReturnType<DatabaseSync['prepare']> => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const made = raw.prepare(sql)
    statements.set(sql, made)
    return made
  }
  const together = <Value>(work: () => Value): Value => {
    raw.exec('begin immediate')
    try {
      const value = work()
      raw.exec('commit')
      return value
    } catch (error) {
      raw.exec('rollback')
      throw error
    }
  }
  together(() => {
    raw.exec('create table if not exists schema_version (version integer not null)')
    const found = raw.prepare('select max(version) as version from schema_version').get()
    const done = Number(found?.version ?? 0)
    for (const [index, step] of migrations.entries()) {
      if (index < done) continue
      raw.exec(step)
      raw.prepare('insert into schema_version (version) values (?)').run(index + 1)
    }
  })
  return {
    all: (sql, ...values) => prepare(sql).all(...values),
    one: (sql, ...values) => prepare(sql).get(...values),
    run: (sql, ...values) => Number(prepare(sql).run(...values).changes),
    together,
    close: () => raw.close(),
  }
}

/** A column that holds text; throws where the schema is not what it should be. */
export function text(row: Row, name: string): string {
  const value = row[name]
  if (typeof value !== 'string') throw new Error(`store: column ${name} holds ${typeof value}, not text`)
  return value
}

/** A column that holds a number. */
export function number(row: Row, name: string): number {
  const value = row[name]
  if (typeof value !== 'number') throw new Error(`store: column ${name} holds ${typeof value}, not a number`)
  return value
}
