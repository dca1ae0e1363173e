import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { prepareArticle } from '../../src/edition/prepare.ts'
import { readArrivals } from '../../src/ingest/read-arrivals.ts'
import { knowledge } from '../support/knowledge.ts'

const folder = path.join(import.meta.dirname, '..', '..', 'src', 'samples')

async function prepared(name: string) {
  const read = await readArrivals(new Uint8Array(readFileSync(path.join(folder, name))), { name })
  if (!read.ok || read.value[0] === undefined) throw new Error(`sample ${name} was refused`)
  return prepareArticle(read.value[0], knowledge)
}

describe.each(readdirSync(folder))('%s', (name) => {
  test('the same article gives the same bytes', async () => {
    expect(JSON.stringify(await prepared(name))).toBe(JSON.stringify(await prepared(name)))
  })

  test('no fact is changed, and what was left out and added is told', async () => {
    const { editions } = await prepared(name)
    for (const { edition } of [editions[1], editions[2]]) {
      expect(edition.fidelity.findings.filter((finding) => finding.weight === 'problem')).toEqual([])
      const added = edition.sentences.flatMap((sentence, index) => (sentence.kind === 'explanation' ? [index] : []))
      expect(edition.fidelity.added).toEqual(added)
    }
  })

  test('every token has an origin or belongs to an explanation', async () => {
    const { original, editions } = await prepared(name)
    for (const { edition } of [editions[1], editions[2]]) {
      expect(edition.alignment).toHaveLength(edition.document.tokens.length)
      for (const [index, span] of edition.document.sentences.entries()) {
        if (edition.sentences[index]?.kind === 'explanation') continue
        for (const token of edition.alignment.slice(span.start, span.end).flatMap((origin) => origin.tokens)) {
          expect(token).toBeLessThan(original.tokens.length)
        }
      }
    }
  })

  test('both levels are easier than the original, and level 1 is shorter', async () => {
    const { originalScores, editions } = await prepared(name)
    for (const level of [1, 2] as const) {
      const { counts } = editions[level].scores
      expect(counts.words / counts.sentences).toBeLessThan(
        originalScores.counts.words / originalScores.counts.sentences,
      )
    }
    expect(editions[1].scores.counts.words).toBeLessThan(editions[2].scores.counts.words)
  })

  test('every source sentence has a row that says what became of it', async () => {
    const { original, editions } = await prepared(name)
    for (const { changes } of [editions[1], editions[2]]) {
      const told = new Set(changes.flatMap((row) => row.sources))
      expect(original.sentences.map((_, index) => told.has(index))).not.toContain(false)
      for (const row of changes) if (row.kind !== 'kept') expect(row.reasons.length).toBeGreaterThan(0)
    }
  })
})
