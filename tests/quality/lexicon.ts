import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDefinitions } from '../../src/knowledge/load-definitions.ts'
import { loadDerived, loadGlossary, readGlossaryRows } from '../../src/knowledge/load-glossary.ts'
import { loadLexicon, readLexiconData } from '../../src/knowledge/load-lexicon.ts'
import { loadReader } from '../../src/knowledge/load-reader.ts'
import { loadVocabulary } from '../../src/knowledge/load-vocabulary.ts'
import { rowsOf } from '../../src/knowledge/rows.ts'
import type { AnalysedSentence, Reader } from '../../src/language/analysis.ts'
import type { Vocabulary } from '../../src/readability/vocabulary.ts'
import { createFallback } from '../../src/study/fallback.ts'
import { readCefrj, reportFolds, spearman } from './difficulty.ts'

const contentClasses = new Set(['NOUN', 'VERB', 'ADJ', 'ADV'])

/**
 * Prints how far the word data reach: `npm run quality -- lexicon [FOLDER] [NUMBER]`. FOLDER holds `articles/dev` and
 * `data/simplification`; without it, ../shared. NUMBER: how many of the commonest uncovered words to list (300).
 */
export function run([folder = join(import.meta.dirname, '../../../shared'), number = '300']: readonly string[]): void {
  const started = performance.now()
  const heap = process.memoryUsage().rss
  const lexicon = loadLexicon()
  const vocabulary = loadVocabulary()
  const glossary = loadDerived(loadGlossary(), vocabulary)
  console.log(
    `word data load in ${(performance.now() - started).toFixed(0)} ms and take ${((process.memoryUsage().rss - heap) / 1_048_576).toFixed(0)} MB`,
  )
  const isExplained = (term: string): boolean => glossary.entry(term) !== undefined
  const fallback = createFallback(loadDefinitions(), vocabulary, isExplained)
  const unsure = createFallback(loadDefinitions({ uncounted: true }), vocabulary, isExplained)
  const unfiltered = loadDefinitions({ uncounted: true })
  const data = readLexiconData()
  console.log(
    `${data.words.length} words, ${data.phrases.length} phrases, ${data.abbreviations.length} short forms, ${data.actors.length} places that act, ${readGlossaryRows().length} meanings`,
  )
  reportLists(folder, vocabulary)
  const reader = loadReader()
  for (const [name, texts] of [
    ['articles/dev', devArticles(folder)],
    ['OneStopEnglish, advanced', oneStop(folder)],
    [
      'OneStopEnglish, advanced, the third that no word was chosen from',
      oneStop(folder).filter((_, at) => at % 3 === 2),
    ],
    ['treebank news (GUM)', treebankNews(folder)],
  ] as const) {
    if (texts.length === 0) {
      console.log(`\n${name}: no texts in ${folder}`)
      continue
    }
    const uncovered = new Map<string, number>()
    const seen = { running: 0, hard: 0, replaced: 0, explained: 0, derived: 0, fallback: 0, unsure: 0, unfiltered: 0 }
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
        else if (glossary.derived?.(sentence, at) !== undefined) seen.derived += 1
        else {
          const lemma = word.lemma.toLowerCase()
          if (fallback(lemma, word.upos) !== undefined) seen.fallback += 1
          if (unsure(lemma, word.upos) !== undefined) seen.unsure += 1
          if (unfiltered(lemma, word.upos).length > 0) seen.unfiltered += 1
          if (fallback(lemma, word.upos) !== undefined) continue
          const key = `${word.lemma.toLowerCase()}/${word.upos}`
          uncovered.set(key, (uncovered.get(key) ?? 0) + 1)
        }
      }
    }
    const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
    const own = seen.replaced + seen.explained
    const ruled = own + seen.derived
    console.log(
      `\n${name}: ${seen.running} running words, names out; ${seen.hard} beyond level 2 (${share(seen.hard, seen.running)}); of these an easier word ${share(seen.replaced, seen.hard)}, a meaning of our own ${share(seen.explained, seen.hard)}: together ${share(own, seen.hard)}; made by rule ${share(seen.derived, seen.hard)}: with them ${share(ruled, seen.hard)}; with the fallback ${share(ruled + seen.fallback, seen.hard)}; if also words with senses never counted had one ${share(ruled + seen.unsure, seen.hard)}; without the filter of easy words ${share(ruled + seen.unfiltered, seen.hard)}`,
    )
    if (number === '0') continue
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

/** The sentences of the treebank's news texts, as one text. */
function treebankNews(folder: string): readonly string[] {
  const path = join(folder, 'data/treebanks/gumnews-dev.conllu')
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').matchAll(/^# text = (.+)$/gm)
  return [[...lines].map(([, text = '']) => text).join('\n')]
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

/** The lists against CEFR-J, and the predicted difficulty against it and CompLex. */
function reportLists(folder: string, vocabulary: Vocabulary): void {
  const rated = readCefrj(folder)
  if (rated.length === 0) {
    console.log(`no CEFR-J list in ${folder}: the level lists are not checked`)
    return
  }
  const sizes = ['level-1', 'level-2', 'news-core'].map((name) => {
    const path = new URL(`../../src/readability/lists/${name}.tsv`, import.meta.url)
    return `${name} ${rowsOf(readFileSync(path, 'utf8')).length}`
  })
  console.log(`lemmas on the lists: ${sizes.join(', ')}`)
  // What stands on a list itself, in this part of speech; words made from listed ones are not asked.
  const asked = rated.map(({ word, upos, rating }) => ({ rating, list: vocabulary.facts(word, upos).list }))
  const share = (of: readonly { readonly rating: number }[], most: number): string =>
    ((100 * of.filter(({ rating }) => rating <= most).length) / Math.max(1, of.length)).toFixed(1)
  const first = asked.filter(({ list }) => list === 1)
  const second = asked.filter(({ list }) => list === 2)
  const a1 = asked.filter(({ rating }) => rating === 0)
  const known = a1.filter(({ list }) => list === 1)
  const shipped = spearman(rated.map(({ word, upos, rating }) => [rating, vocabulary.difficulty(word, upos)]))
  console.log(
    `CEFR-J: level 1 is A1–A2 for ${share(first, 1)} % of ${first.length}, level 2 A1–B1 for ${share(second, 2)} % of ${second.length}, ${((100 * known.length) / a1.length).toFixed(1)} % of its A1 is in level 1; Spearman of the weights in use ${shipped.toFixed(3)}`,
  )
  reportFolds(folder, vocabulary)
}
