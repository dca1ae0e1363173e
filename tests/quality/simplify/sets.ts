import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Level } from '../../../src/document/article.ts'
import type { FactList } from './facts.ts'

/** One line to be made easier, with how people did it. `level` where only one level was asked of them. */
export interface Line {
  readonly source: string
  readonly references: readonly string[]
  readonly level?: Level
}

/** A set of lines; undefined in its place where the file is not there. */
export interface LineSet {
  readonly name: string
  readonly title: string
  readonly lines: readonly Line[]
}

/** A news article as it arrives, with its facts and an expert's text at both levels. */
export interface FactArticle {
  readonly facts: FactList
  /** Name and bytes of the file that arrives. */
  readonly file: string
  readonly bytes: Uint8Array
  readonly expert: Readonly<Record<Level, string>>
}

/** One article that a teacher wrote for three levels: hardest and easiest of them. */
export interface StoryPair {
  readonly name: string
  readonly hard: string
  readonly easy: string
}

const factList = z.object({
  id: z.string(),
  headline: z.string(),
  standfirst: z.string(),
  source: z.string(),
  published: z.string(),
  paragraphs: z.array(z.string()),
  facts: z.array(
    z.object({
      id: z.string(),
      fact: z.string(),
      kind: z.string(),
      keep: z.array(z.array(z.string())),
      never: z.array(z.string()).optional(),
    }),
  ),
  hardTerms: z.array(z.string()),
  mustSplit: z.array(z.number()),
  allowedNames: z.array(z.string()).optional(),
  match: z.string().optional(),
  file: z.string(),
})
const manyReferences = z.object({ src: z.string(), refs: z.array(z.string()) })
const oneReference = z.object({ src: z.string(), ref: z.string(), target: z.string() })
const story = z.object({ name: z.string(), adv: z.string(), ele: z.string() })

/** The articles with fact lists under `articles/dev`, in order; none where the folder is not there. */
export function readFactArticles(folder: string): readonly FactArticle[] {
  const place = join(folder, 'articles/dev')
  if (!existsSync(place)) return []
  const lists = readdirSync(place).filter((name) => /^\d\d-.*\.json$/.test(name))
  return lists.sort().map((name) => {
    const { file, ...facts } = factList.parse(JSON.parse(readFileSync(join(place, name), 'utf8')))
    const expert = (level: Level): string => readFileSync(join(place, `${facts.id}.level${level}.txt`), 'utf8')
    return {
      facts,
      file,
      bytes: new Uint8Array(readFileSync(join(place, file))),
      expert: { 1: expert(1), 2: expert(2) },
    }
  })
}

/** The dev half of OneStopEnglish as whole articles. */
export function readStoryPairs(folder: string): readonly StoryPair[] {
  return readJsonLines(join(folder, 'data/simplification/onestopenglish/articles.jsonl'), story).map(
    ({ name, adv, ele }) => ({ name, hard: adv, easy: ele }),
  )
}

/** The sets of single lines that are there. */
export function readLineSets(folder: string): readonly LineSet[] {
  const data = join(folder, 'data/simplification')
  const sets: readonly LineSet[] = [
    { name: 'pairs', title: 'OneStopEnglish dev, advanced → elementary pairs', lines: readPairs(data) },
    { name: 'asset', title: 'ASSET valid', lines: readMany(join(data, 'asset/valid.jsonl')) },
    { name: 'turk', title: 'Turk tune', lines: readMany(join(data, 'turkcorpus/tune.jsonl')) },
    {
      name: 'tsar',
      title: 'TSAR-2025 trial',
      lines: readJsonLines(join(data, 'tsar2025/trial.jsonl'), oneReference).map(({ src, ref, target }) => ({
        source: src,
        references: [ref],
        level: target === 'A2' ? 1 : 2,
      })),
    },
  ]
  return sets.filter(({ lines }) => lines.length > 0)
}

function readPairs(data: string): readonly Line[] {
  const place = join(data, 'onestopenglish/pairs_adv-ele.tsv')
  if (!existsSync(place)) return []
  return readFileSync(place, 'utf8')
    .split('\n')
    .flatMap((row) => {
      const [, source, easier] = row.split('\t')
      return source === undefined || easier === undefined ? [] : [{ source, references: [easier] }]
    })
}

function readMany(place: string): readonly Line[] {
  return readJsonLines(place, manyReferences).map(({ src, refs }) => ({ source: src, references: refs }))
}

function readJsonLines<Row>(place: string, schema: z.ZodType<Row>): readonly Row[] {
  if (!existsSync(place)) return []
  return readFileSync(place, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [schema.parse(JSON.parse(line))]))
}
