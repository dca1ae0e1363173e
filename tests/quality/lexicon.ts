import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadGlossary, readGlossaryRows } from '../../src/knowledge/load-glossary.ts'
import { loadLexicon, readLexiconData } from '../../src/knowledge/load-lexicon.ts'
import { loadReader } from '../../src/knowledge/load-reader.ts'
import { loadVocabulary } from '../../src/knowledge/load-vocabulary.ts'
import type { AnalysedSentence, Reader } from '../../src/language/analysis.ts'
import type { Vocabulary } from '../../src/readability/vocabulary.ts'

const contentClasses = new Set(['NOUN', 'VERB', 'ADJ', 'ADV'])
const levels: readonly string[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']

/**
 * Prints how far the word data reach: `npm run quality -- lexicon [FOLDER] [NUMBER]`. FOLDER holds `articles/dev` and
 * `data/simplification`; without it, ../shared. NUMBER: how many of the commonest uncovered words to list (100).
 */
export function run([folder = join(import.meta.dirname, '../../../shared'), number = '100']: readonly string[]): void {
  const started = performance.now()
  const lexicon = loadLexicon()
  const glossary = loadGlossary()
  const vocabulary = loadVocabulary()
  console.log(`word data load in ${(performance.now() - started).toFixed(0)} ms`)
  const data = readLexiconData()
  console.log(
    `${data.words.length} words, ${data.phrases.length} phrases, ${data.abbreviations.length} short forms, ${data.actors.length} places that act, ${readGlossaryRows().length} meanings`,
  )
  reportLists(folder, vocabulary)
  const reader = loadReader()
  for (const [name, texts] of [
    ['articles/dev', devArticles(folder)],
    ['OneStopEnglish, advanced', oneStop(folder)],
  ] as const) {
    if (texts.length === 0) {
      console.log(`\n${name}: no texts in ${folder}`)
      continue
    }
    const uncovered = new Map<string, number>()
    const seen = { running: 0, hard: 0, replaced: 0, explained: 0 }
    for (const sentence of texts.flatMap((text, at) => sentencesOf(reader, `${name} ${at}`, text))) {
      const covered = coveredBy(sentence, (at) => lexicon.candidates(sentence, at, 2).map(({ span }) => span))
      const explained = coveredBy(sentence, (at) => {
        const found = glossary.find(sentence, at)
        return found === undefined ? [] : [{ start: at, end: at + found.length }]
      })
      for (const [at, word] of sentence.words.entries()) {
        if (word.upos !== 'PROPN' && word.upos !== 'PUNCT') seen.running += 1
        if (!contentClasses.has(word.upos) || !/^\p{L}[\p{L}'-]*$/u.test(word.text)) continue
        // "British", "Republican": adjectives of names are names here.
        if (word.upos === 'ADJ' && /^\p{Lu}/u.test(word.text) && at > 0) continue
        if (vocabulary.isEasy(word.lemma, word.upos, 2)) continue
        seen.hard += 1
        if (covered.has(at)) seen.replaced += 1
        else if (explained.has(at)) seen.explained += 1
        else {
          const key = `${word.lemma.toLowerCase()}/${word.upos}`
          uncovered.set(key, (uncovered.get(key) ?? 0) + 1)
        }
      }
    }
    const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
    console.log(
      `\n${name}: ${seen.running} running words, names out; ${seen.hard} beyond level 2 (${share(seen.hard, seen.running)}); of these an easier word ${share(seen.replaced, seen.hard)}, a meaning ${share(seen.explained, seen.hard)}, neither ${share(seen.hard - seen.replaced - seen.explained, seen.hard)}`,
    )
    const ranked = [...uncovered].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, Number(number))
    console.log(`commonest with neither: ${ranked.map(([word, count]) => `${word} ${count}`).join(', ')}`)
  }
}

function coveredBy(
  sentence: AnalysedSentence,
  spansAt: (at: number) => readonly { readonly start: number; readonly end: number }[],
): ReadonlySet<number> {
  const covered = new Set<number>()
  for (const at of sentence.words.keys()) {
    for (const { start, end } of spansAt(at)) for (let place = start; place < end; place += 1) covered.add(place)
  }
  return covered
}

function sentencesOf(reader: Reader, id: string, text: string): readonly AnalysedSentence[] {
  const blocks = text
    .split(/\n+/)
    .flatMap((line) => (line.trim() === '' ? [] : [{ kind: 'paragraph' as const, text: line.trim() }]))
  return reader.analyse(reader.read(id, blocks)).sentences
}

function devArticles(folder: string): readonly string[] {
  const place = join(folder, 'articles/dev')
  if (!existsSync(place)) return []
  const plain = readdirSync(place).filter((name) => name.endsWith('.txt') && !name.includes('.level'))
  return plain.sort().map((name) => readFileSync(join(place, name), 'utf8'))
}

function oneStop(folder: string): readonly string[] {
  const place = join(folder, 'data/simplification/onestopenglish/articles.jsonl')
  if (!existsSync(place)) return []
  const rows = readFileSync(place, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  return rows.flatMap((line) => {
    const row: unknown = JSON.parse(line)
    if (typeof row !== 'object' || row === null || !('adv' in row)) return []
    return typeof row.adv === 'string' ? [row.adv] : []
  })
}

/** The lists and the predicted levels against CEFR-J. */
function reportLists(folder: string, vocabulary: Vocabulary): void {
  const path = join(folder, 'data/simplification/wordlists/cefrj-vocabulary-profile-1.5.csv')
  if (!existsSync(path)) return
  const parts: Readonly<Record<string, string>> = { noun: 'NOUN', verb: 'VERB', adjective: 'ADJ', adverb: 'ADV' }
  const easiest = new Map<string, number>()
  for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
    const [word = '', part = '', level = ''] = line.split(',')
    const upos = parts[part]
    const rank = levels.indexOf(level.trim())
    if (upos === undefined || rank < 0 || !/^[a-z]+$/.test(word)) continue
    const key = `${word}/${upos}`
    easiest.set(key, Math.min(rank, easiest.get(key) ?? 9))
  }
  const asked = [...easiest].map(([key, rank]) => {
    const [word = '', upos = ''] = key.split('/')
    return { rank, list: vocabulary.listOf(word, upos), predicted: levels.indexOf(vocabulary.cefr(word, upos)) }
  })
  const share = (of: readonly { readonly rank: number }[], most: number): string =>
    ((100 * of.filter(({ rank }) => rank <= most).length) / Math.max(1, of.length)).toFixed(1)
  const first = asked.filter(({ list }) => list === 1)
  const second = asked.filter(({ list }) => list === 2)
  const a1 = asked.filter(({ rank }) => rank === 0)
  const known = a1.filter(({ list }) => list === 1)
  console.log(
    `CEFR-J: level 1 is A1–A2 for ${share(first, 1)} % of ${first.length}, level 2 A1–B1 for ${share(second, 2)} % of ${second.length}, ${((100 * known.length) / a1.length).toFixed(1)} % of its A1 is in level 1, Spearman ${spearman(asked).toFixed(2)}`,
  )
}

function spearman(pairs: readonly { readonly rank: number; readonly predicted: number }[]): number {
  const first = ranksOf(pairs.map(({ rank }) => rank))
  const second = ranksOf(pairs.map(({ predicted }) => predicted))
  const mean = (pairs.length + 1) / 2
  let together = 0
  let spread = 0
  let other = 0
  for (const [at, rank] of first.entries()) {
    const a = rank - mean
    const b = (second[at] ?? mean) - mean
    together += a * b
    spread += a * a
    other += b * b
  }
  return together / Math.sqrt(spread * other)
}

/** Ranks from 1; equal values share the mean of their ranks. */
function ranksOf(values: readonly number[]): readonly number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value)
  const ranks = values.map(() => 0)
  for (let start = 0; start < order.length; ) {
    let end = start
    while (end < order.length && order[end]?.value === order[start]?.value) end += 1
    for (const { at } of order.slice(start, end)) ranks[at] = (start + end + 1) / 2
    start = end
  }
  return ranks
}
