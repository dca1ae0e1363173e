import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { bleu } from './bleu.ts'
import type { FactReport } from './facts.ts'
import { type Rewritten, sari } from './sari.ts'

const scores = z.object({ sari: z.number(), add: z.number(), keep: z.number(), del: z.number(), bleu: z.number() })
const judged = z.object({
  articles: z.array(
    z.object({
      id: z.string(),
      facts: z.number(),
      never: z.array(z.unknown()),
      numbers: z.array(z.unknown()),
      names: z.array(z.unknown()),
      n: z.number(),
      words: z.number(),
      srcWords: z.number(),
      whole: z.array(z.unknown()),
      nearly: z.array(z.unknown()),
      hard: z.array(z.unknown()),
    }),
  ),
})

const scoreScript = `
import json, sys
sys.path.insert(0, sys.argv[1])
import simpmetrics as m
rows = json.load(open(sys.argv[2], encoding='utf8'))
most = max(len(r['references']) for r in rows)
rows = [r for r in rows if len(r['references']) == most]
refs = [[r['references'][k] for r in rows] for k in range(most)]
outs = [r['output'] for r in rows]
print(json.dumps({**m.sari([r['source'] for r in rows], outs, refs), 'bleu': m.bleu(outs, refs)}))
`

/** The largest difference between our SARI and BLEU and those of the checked metrics; undefined where these cannot be run. */
export async function scoreDifference(folder: string, lines: readonly Rewritten[]): Promise<number | undefined> {
  const theirs = await inFolder(async (place) => {
    writeFileSync(join(place, 'lines.json'), JSON.stringify(lines))
    return runPython(folder, ['-c', scoreScript, join(folder, 'eval'), join(place, 'lines.json')])
  })
  if (theirs === undefined) return undefined
  const found = scores.parse(JSON.parse(theirs))
  const own = sari(lines)
  return Math.max(
    ...[
      [own.sari, found.sari],
      [own.add, found.add],
      [own.keep, found.keep],
      [own.delete, found.del],
      [bleu(lines), found.bleu],
    ].map(([a = 0, b = 0]) => Math.abs(a - b)),
  )
}

/** Where our counts of facts differ from those of the checked script, as lines; undefined where it cannot be run. */
export async function factDifferences(
  folder: string,
  reports: readonly FactReport[],
  texts: ReadonlyMap<string, string>,
): Promise<readonly string[] | undefined> {
  const theirs = await inFolder(async (place) => {
    for (const [id, text] of texts) writeFileSync(join(place, `${id}.txt`), text)
    return runPython(folder, [join(folder, 'eval/facts.py'), join(folder, 'articles/dev'), place, '--json'])
  })
  if (theirs === undefined) return undefined
  const found = new Map(judged.parse(JSON.parse(theirs)).articles.map((article) => [article.id, article]))
  return reports.flatMap((own) => {
    const other = found.get(own.id)
    if (other === undefined) return [`${own.id}: not there`]
    const pairs = [
      ['facts', own.facts, other.facts],
      ['distortions', own.distortions, other.never.length],
      ['numbers', own.newNumbers, other.numbers.length],
      ['names', own.newNames, other.names.length],
      ['sentences', own.sentences, other.n],
      ['words', own.words, other.words],
      ['source words', own.sourceWords, other.srcWords],
      ['whole', own.whole, other.whole.length + other.nearly.length],
      ['hard', own.hard, other.hard.length],
    ] as const
    return pairs.flatMap(([name, a, b]) => (a === b ? [] : [`${own.id}: ${name} ${a}, eval ${b}`]))
  })
}

async function runPython(folder: string, values: readonly string[]): Promise<string | undefined> {
  if (!existsSync(join(folder, 'eval'))) return undefined
  try {
    const { stdout } = await promisify(execFile)('python3', [...values], { maxBuffer: 64_000_000 })
    return stdout
  } catch (error) {
    // Without Python there is nothing to compare with.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function inFolder<Value>(work: (place: string) => Promise<Value>): Promise<Value> {
  const place = mkdtempSync(join(tmpdir(), 'newsease-quality-'))
  try {
    return await work(place)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
