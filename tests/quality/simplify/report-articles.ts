import type { Level } from '../../../src/document/article.ts'
import type { SimplifyParts } from '../../../src/simplify/simplify.ts'
import { easyArticle, firstWords, type Graded, gradeOf } from './editions.ts'
import { countFacts, type FactCounts, type FactReport, lowerCaseWords, sumFacts } from './facts.ts'
import { factDifferences } from './same-as-eval.ts'
import type { FactArticle } from './sets.ts'
import { digits, type Places, percent, printTable, writeText } from './table.ts'

/** One way of making the texts, for all articles. */
interface Way {
  readonly name: string
  readonly level: Level
  readonly texts: readonly Graded[]
}

const longest: Readonly<Record<Level, number>> = { 1: 15, 2: 20 }
const heads = ['', 'facts %', 'turned', 'num+', 'name+', 'words/s', 'long %', 'grade', 'hard %', 'whole %', 'length']

/** Prints facts, distortions and ease of the articles with fact lists, next to their source, its first words and an expert. */
export async function reportArticles(
  articles: readonly FactArticle[],
  parts: SimplifyParts,
  places: Places,
  inFull: boolean,
): Promise<void> {
  if (articles.length === 0) {
    console.log('\nArticles with facts: none there.')
    return
  }
  const made: Readonly<Record<Level, Graded>>[] = []
  for (const article of articles) made.push(await easyArticle(article, parts))
  const sources = articles.map(({ facts }) => [`${facts.headline}`, facts.standfirst, ...facts.paragraphs].join('\n'))
  const graded = (texts: readonly string[]): readonly Graded[] =>
    texts.map((text) => ({ text, grade: gradeOf(text, parts) }))
  const ways: readonly Way[] = [
    { name: 'level 2', level: 2, texts: made.map((editions) => editions[2]) },
    { name: 'level 1', level: 1, texts: made.map((editions) => editions[1]) },
    { name: 'expert 2', level: 2, texts: graded(articles.map(({ expert }) => expert[2])) },
    { name: 'expert 1', level: 1, texts: graded(articles.map(({ expert }) => expert[1])) },
    { name: 'source', level: 2, texts: graded(sources) },
    { name: 'first 80 %', level: 2, texts: graded(sources.map(firstWords)) },
  ]
  console.log(`\nArticles with facts (${articles.length}); long: over 20 words, at level 1 over 15`)
  const reports = ways.map((way) => reportsOf(way, articles))
  printTable(
    heads,
    ways.map((way, at) => rowOf(way.name, way.level, sumFacts(reports[at] ?? []), meanGrade(way.texts))),
  )
  if (inFull) printEach(ways, reports)
  for (const [at, way] of ways.slice(0, 2).entries()) {
    for (const [place, { facts }] of articles.entries())
      writeText(places, `articles-level-${way.level}`, `${facts.id}.txt`, way.texts[place]?.text ?? '')
    const differences = await factDifferences(
      places.folder,
      reports[at] ?? [],
      new Map(articles.map(({ facts }, place) => [facts.id, way.texts[place]?.text ?? ''])),
    )
    console.log(`${way.name}, same as eval: ${sameness(differences)}`)
  }
}

function sameness(differences: readonly string[] | undefined): string {
  if (differences === undefined) return 'not asked (no eval or no python3)'
  return differences.length === 0 ? 'yes' : `no: ${differences.join('; ')}`
}

function reportsOf({ texts }: Way, articles: readonly FactArticle[]): readonly FactReport[] {
  // Like the judge: what is lower case anywhere in the sources or these outputs is no name.
  const lowerCase = lowerCaseWords([
    ...articles.flatMap(({ facts }) => facts.paragraphs),
    ...texts.map(({ text }) => text),
  ])
  return articles.map(({ facts }, at) => countFacts(facts, texts[at]?.text ?? '', lowerCase))
}

function meanGrade(texts: readonly Graded[]): number {
  return texts.reduce((sum, { grade }) => sum + grade, 0) / Math.max(1, texts.length)
}

function rowOf(name: string, level: Level, counts: FactCounts, grade: number): readonly string[] {
  return [
    name,
    percent(counts.facts, counts.factsOf),
    `${counts.distortions}`,
    `${counts.newNumbers}`,
    `${counts.newNames}`,
    digits(counts.words / Math.max(1, counts.sentences)),
    percent(counts.lengths.filter((length) => length > longest[level]).length, counts.sentences),
    digits(grade),
    percent(counts.hard, counts.hardOf),
    percent(counts.whole, counts.wholeOf),
    digits(counts.words / Math.max(1, counts.sourceWords), 2),
  ]
}

function printEach(ways: readonly Way[], reports: readonly (readonly FactReport[])[]): void {
  for (const [at, way] of ways.slice(0, 2).entries()) {
    console.log(`\n${way.name}, article by article`)
    const own = reports[at] ?? []
    printTable(
      heads,
      own.map((report, place) => rowOf(report.id, way.level, report, way.texts[place]?.grade ?? 0)),
    )
    for (const { id, remarks } of own) for (const remark of remarks) console.log(`  ${id}: ${remark}`)
  }
}
