import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where sets are read, and where texts are written if they are wanted. */
export interface Places {
  readonly folder: string
  readonly out?: string
}

/** Prints rows under their heads, the first column to the left and all others to the right. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [heads, ...rows]
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  for (const row of all) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    console.log(cells.join('  '))
  }
}

/** A number with so many digits behind the point. */
export function digits(value: number, count = 1): string {
  return value.toFixed(count)
}

/** A part of a whole in per cent, with one digit. */
export function percent(part: number, whole: number): string {
  return digits((100 * part) / Math.max(1, whole))
}

/** Writes a text into a folder under the wished one, if one is wished. */
export function writeText({ out }: Places, folder: string, name: string, text: string): void {
  if (out === undefined) return
  mkdirSync(join(out, folder), { recursive: true })
  writeFileSync(join(out, folder, name), `${text.trimEnd()}\n`)
}
