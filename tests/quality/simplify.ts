import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { reportArticles } from './simplify/report-articles.ts'
import { reportLines } from './simplify/report-lines.ts'
import { reportStories } from './simplify/report-stories.ts'
import { readFactArticles, readLineSets, readStoryPairs } from './simplify/sets.ts'

const setNames = ['articles', 'stories', 'pairs', 'asset', 'turk', 'tsar']

/**
 * Prints how easy and how true the simplified texts are: `npm run quality -- simplify [SET] [NUMBER] [--out FOLDER] [--shared FOLDER]`.
 * SET is one of articles, stories, pairs, asset, turk, tsar; without it, all. NUMBER: only so many of its articles or lines.
 * `--out` writes the texts. `--shared` holds `articles` and `data/simplification`; without it, ../shared.
 */
export async function run(values: readonly string[]): Promise<void> {
  const { values: given, positionals } = parseArgs({
    args: [...values],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      shared: { type: 'string', default: join(import.meta.dirname, '../../../shared') },
    },
  })
  const only = positionals.find((value) => setNames.includes(value))
  const unknown = positionals.find((value) => !setNames.includes(value) && !/^\d+$/.test(value))
  if (unknown !== undefined) {
    console.error(`No set "${unknown}": there are ${setNames.join(', ')}.`)
    process.exitCode = 1
    return
  }
  const number = Number(positionals.find((value) => /^\d+$/.test(value)) ?? Number.MAX_SAFE_INTEGER)
  const folder = given.shared
  if (!existsSync(join(folder, 'articles')) && !existsSync(join(folder, 'data/simplification'))) {
    console.log(`Nothing to measure: the texts and their figures are not part of the project, and ${folder} has none.`)
    return
  }
  const started = performance.now()
  const parts = loadKnowledge()
  const place = { folder, ...(given.out === undefined ? {} : { out: given.out }) }
  const wants = (name: string): boolean => only === undefined || only === name
  if (wants('articles'))
    await reportArticles(readFactArticles(folder).slice(0, number), parts, place, only === 'articles')
  if (wants('stories')) reportStories(readStoryPairs(folder).slice(0, number), parts, place)
  const sets = readLineSets(folder)
    .filter(({ name }) => wants(name))
    .map((set) => ({ ...set, lines: set.lines.slice(0, number) }))
  await reportLines(sets, parts, place)
  console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} seconds`)
}
