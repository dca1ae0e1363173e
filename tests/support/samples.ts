import { readdirSync, readFileSync } from 'node:fs'
import type { Arrival } from '../../src/document/article.ts'
import { readArrivals } from '../../src/ingest/read-arrivals.ts'

/** The sample stories that come with the project. */
export async function sampleArrivals(): Promise<readonly Arrival[]> {
  const folder = new URL('../../src/samples/', import.meta.url)
  const arrivals: Arrival[] = []
  for (const name of readdirSync(folder).sort()) {
    const read = await readArrivals(new Uint8Array(readFileSync(new URL(name, folder))), { name })
    if (!read.ok) throw new Error(`sample ${name} was refused: ${read.failure.reason}`)
    arrivals.push(...read.value)
  }
  return arrivals
}
