import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Names the files of a folder with a mark of their bytes: `/styles.css?v=1f0c8a2b`.
 * Such an address never changes its meaning, so browsers may keep it for a year.
 */
export function assetNames(folder: string): (name: string) => string {
  const marks = new Map(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex')
          .slice(0, 8),
      ]),
  )
  return (name) => {
    const mark = marks.get(name)
    if (mark === undefined) throw new Error(`web: no file ${name} in ${folder}`)
    return `/${name}?v=${mark}`
  }
}
