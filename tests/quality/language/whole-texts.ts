import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadReader } from '../../../src/knowledge/load-reader.ts'
import type { Reader, TextBlock } from '../../../src/language/analysis.ts'
import { measureLemmas } from './lemmas.ts'
import { measureNames } from './names.ts'
import { asLines, type GoldText, readDocuments, runTogether } from './raw-text.ts'
import { measureReferents } from './refer.ts'
import { f1, measureSplitting } from './splitting.ts'

/** News in the treebanks: file, and how the names of its news documents begin. */
const news = [
  ['gumnews-dev', ''],
  ['gum-train-free', 'GUM_news'],
  ['ewt-dev', 'newsgroup'],
  ['ewt-dev', 'weblog'],
] as const

/** Prints how well raw text is cut, lemmas and names are found, and what a text of 100,000 words costs. */
export function reportWholeTexts(treebanks: string, articles: string, sample: string): void {
  const reader = loadReader()
  console.log('\ntokens and sentences of raw text, F1:')
  for (const [file, prefix] of news) reportSplitting(join(treebanks, `${file}.conllu`), file, prefix)
  console.log('lemmas with predicted tags:')
  for (const path of [
    join(treebanks, 'ewt-dev.conllu'),
    join(treebanks, 'gumnews-dev.conllu'),
    join(treebanks, 'gum-dev.conllu'),
    sample,
  ]) {
    if (!existsSync(path)) continue
    const { words, exact, anyCase } = measureLemmas(reader, readFileSync(path, 'utf8'))
    if (words > 0)
      console.log(
        `  ${nameOf(path)}: ${exact.toFixed(2)} % of ${words}, ${anyCase.toFixed(2)} % with capitals left aside`,
      )
  }
  reportNames(reader, articles)
  reportCost(reader, sample)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.conllu'.length)
}

function reportSplitting(path: string, file: string, prefix: string): void {
  if (!existsSync(path)) return
  const documents = readDocuments(readFileSync(path, 'utf8')).filter(({ id }) => id.startsWith(prefix))
  const figures = (texts: readonly GoldText[]): string => {
    const { tokens, sentences } = measureSplitting(texts)
    return `tokens ${f1(tokens).toFixed(2)}, sentences ${f1(sentences).toFixed(2)}`
  }
  const blocks = documents.flatMap((document) => document.blocks)
  const count = blocks.reduce((sum, { sentences }) => sum + sentences.length, 0)
  console.log(`  ${file} ${prefix} (${documents.length} documents, ${count} sentences)`)
  console.log(`    paragraphs as the treebank marks them: ${figures(blocks)}`)
  console.log(
    `    and a line of its own where a gold sentence has no closing mark: ${figures(blocks.flatMap(asLines))}`,
  )
  console.log(`    all of a document run together: ${figures(documents.map(runTogether))}`)
}

function reportNames(reader: Reader, articles: string): void {
  const names = measureNames(reader, articles)
  if (names === undefined) {
    console.log(`names: the sample articles are not in ${articles}, so names are not measured.`)
    return
  }
  console.log(`names in ${names.articles} articles (${names.mentions} mentions): spans F1 ${names.spans.toFixed(1)},`)
  console.log(`  right kind ${names.kinds.toFixed(1)} %, joined mentions (B-cubed F1) ${names.joined.toFixed(1)}`)
  for (const miss of names.misses) console.log(`  ${miss}`)
  const referents = measureReferents(reader, join(articles, '..'))
  if (referents === undefined) return
  const { asked, answered, right, wrong } = referents
  console.log(
    `pronouns in the sample articles: ${asked} have an owner, ${answered} are answered, ${((100 * right) / Math.max(1, answered)).toFixed(1)} % of these right`,
  )
  for (const miss of wrong) console.log(`  ${miss}`)
}

/** Seconds for a long text and for one endless sentence, made of the sentences of our own sample. */
function reportCost(reader: Reader, sample: string): void {
  const texts = readDocuments(readFileSync(sample, 'utf8')).flatMap(({ blocks }) => blocks.map(({ text }) => text))
  const words = texts.join(' ').split(/\s+/)
  const rounds = Math.ceil(100_000 / Math.max(1, words.length))
  const long = Array.from({ length: rounds }, () =>
    texts.map((text): TextBlock => ({ kind: 'paragraph', text })),
  ).flat()
  const endless = Array.from(
    { length: 2000 },
    (_, at) => words[at % words.length]?.replaceAll(/[.!?]/g, ',') ?? '',
  ).join(' ')
  for (const [name, blocks] of [
    ['a text of 100,000 words', long],
    ['a sentence of 2,000 words', [{ kind: 'paragraph', text: endless } as const]],
  ] as const) {
    const started = performance.now()
    const document = reader.read('cost', blocks)
    reader.analyse(document, '2026-11-16')
    const seconds = (performance.now() - started) / 1000
    const resident = process.memoryUsage.rss() / 1e6
    console.log(
      `${name} (${document.tokens.length} tokens) is analysed in ${seconds.toFixed(1)} s; then ${resident.toFixed(0)} MB resident`,
    )
  }
}
