import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { genres, operations, patterns } from './names.ts'

const text = z
  .string()
  .min(1)
  .refine((value) => value === value.trim() && !/\s{2}|[\t\n]/.test(value), 'must be one line, with single spaces')

const pair = z.strictObject({
  id: z.string().regex(/^p\d-\d{3}$/, 'must be like p1-001'),
  genre: z.enum(genres),
  patterns: z.array(z.enum(patterns)).min(1),
  /** Written for this benchmark, the way news is written. No one in it is real. */
  source: text,
  /** Easy English of level 2 and of level 1. */
  level2: text,
  level1: text,
  operations: z.array(
    z.string().refine((value) => {
      const [kind] = value.split(':', 1)
      return operations.some((known) => known === kind)
    }, 'must be an operation of names.ts'),
  ),
  /** Names and numbers of the levels that do not stand in the source but are true of it: "Australian" for Canberra. */
  adds: z.array(text).optional(),
  /** Looks like one of the patterns and is not: a simplifier should leave its structure alone. */
  lookAlike: text.optional(),
})

/** A sentence or two as news writes it, with our own easy versions. */
export type Pair = Readonly<z.infer<typeof pair>>

/** Two thirds are to learn from; the third for testing is not to be looked at while rules are written. */
export type Part = 'open' | 'testing' | 'all'

/** The pairs of this folder by genre and id. Throws where a line is wrong, and says which. */
export function readPairs(part: Part = 'all', folder: string = import.meta.dirname): readonly Pair[] {
  return genres
    .flatMap((genre) => readGenre(join(folder, `${genre}.jsonl`), genre))
    .filter(({ id }) => part === 'all' || isForTesting(id) === (part === 'testing'))
}

/** Whether an item belongs to the third for testing: by its id alone, so that it stays there whatever is added. */
export function isForTesting(id: string): boolean {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % 3 === 0
}

function readGenre(file: string, genre: Pair['genre']): readonly Pair[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  return lines.map((line, index) => {
    const found = readPair(line)
    if (typeof found === 'string') throw new Error(`${file}:${index + 1}: ${found}`)
    if (found.genre !== genre)
      throw new Error(`${file}:${index + 1}: genre is ${found.genre}, but the file is ${genre}`)
    return found
  })
}

/** A line as a pair, or what is wrong with it. */
export function readPair(line: string): Pair | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'not JSON'
  }
  const { data, error } = pair.safeParse(value)
  return data ?? error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
}
