import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Level } from '../../src/document/article.ts'
import { prepareArticle } from '../../src/edition/prepare.ts'
import { readArrivals } from '../../src/ingest/read-arrivals.ts'
import type { SimplifyParts } from '../../src/simplify/simplify.ts'
import { editionText } from './edition-text.ts'

const folder = import.meta.dirname

/** The golden articles: a folder each, with the article as it arrives and its two editions. */
export const slugs: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

/** Both editions of a golden article as text. */
export async function makeEditions(slug: string, parts: SimplifyParts): Promise<Readonly<Record<Level, string>>> {
  const name = join(folder, slug, 'article.md')
  const read = await readArrivals(new Uint8Array(readFileSync(name)), { name })
  const arrival = read.ok ? read.value[0] : undefined
  if (arrival === undefined) throw new Error(`golden: ${slug} was not taken as an article`)
  const prepared = prepareArticle(arrival, parts)
  return { 1: editionText(prepared, 1), 2: editionText(prepared, 2) }
}

/** The stored edition, or undefined where none was written yet. */
export function storedEdition(slug: string, level: Level): string | undefined {
  const place = placeOf(slug, level)
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined
}

/** Stores an edition. What changed stands in the version control's difference, to be read by a person. */
export function storeEdition(slug: string, level: Level, text: string): void {
  writeFileSync(placeOf(slug, level), text)
}

function placeOf(slug: string, level: Level): string {
  return join(folder, slug, `level-${level}.txt`)
}
