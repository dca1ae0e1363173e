import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadVocabulary } from '../../src/knowledge/load-vocabulary.ts'
import { featuresOf } from '../../src/readability/difficulty.ts'
import type { Vocabulary } from '../../src/readability/vocabulary.ts'

/** A word with a difficulty that people or a profile gave it. */
export interface RatedWord {
  readonly word: string
  readonly upos: string
  readonly rating: number
}

interface Sample extends RatedWord {
  readonly values: readonly number[]
  readonly weight: number
}

const levels: readonly string[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']
const folds = 5
/** CompLex knows rare words and CEFR-J knows taught ones; the profile counts for more. */
const complexShare = 0.3
/** The steps between harder levels are drawn wider. */
const power = 1.3

/**
 * Fits the weights of `difficulty.tsv` anew and prints them, with each fold's rank correlation:
 * `npm run quality -- difficulty [FOLDER]`. FOLDER holds `data/simplification`; without it, ../shared.
 */
export function run([folder = join(import.meta.dirname, '../../../shared')]: readonly string[]): void {
  const vocabulary = loadVocabulary()
  const samples = samplesOf(folder, vocabulary)
  if (samples.length === 0) {
    console.log(`no rated words in ${folder}`)
    return
  }
  reportFolds(folder, vocabulary)
  const weights = fitWeights(samples)
  for (const [at, name] of names(vocabulary).entries()) console.log(`${name}\t${(weights[at] ?? 0).toFixed(5)}`)
}

/** Prints how well the predicted difficulty ranks words that it was not fitted on. */
export function reportFolds(folder: string, vocabulary: Vocabulary): void {
  const samples = samplesOf(folder, vocabulary)
  if (samples.length === 0) return
  const guessed: { readonly sample: Sample; readonly value: number }[] = []
  const ofFolds: string[] = []
  for (let fold = 0; fold < folds; fold += 1) {
    const weights = fitWeights(samples.filter(({ word }) => foldOf(word) !== fold))
    const tested = samples
      .filter(({ word }) => foldOf(word) === fold)
      .map((sample) => ({ sample, value: sum(sample.values, weights) }))
    guessed.push(...tested)
    ofFolds.push(correlation(tested.filter(({ sample }) => sample.weight === 1)))
  }
  const complex = guessed.filter(({ sample }) => sample.weight !== 1)
  console.log(
    `difficulty, each fifth predicted from the other four: Spearman ${correlation(guessed.filter(({ sample }) => sample.weight === 1))} against CEFR-J (folds ${ofFolds.join(', ')}), ${correlation(complex)} against ${complex.length} words of CompLex`,
  )
}

function correlation(pairs: readonly { readonly sample: Sample; readonly value: number }[]): string {
  return spearman(pairs.map(({ sample, value }) => [sample.rating, value])).toFixed(3)
}

/** The words of CEFR-J by part of speech, 0 (A1) to 5; empty where it is not there. */
export function readCefrj(folder: string): readonly RatedWord[] {
  const path = join(folder, 'data/simplification/wordlists/cefrj-vocabulary-profile-1.5.csv')
  if (!existsSync(path)) return []
  const parts: Readonly<Record<string, string>> = { noun: 'NOUN', verb: 'VERB', adjective: 'ADJ', adverb: 'ADV' }
  const easiest = new Map<string, RatedWord>()
  for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
    const [forms = '', part = '', level = ''] = line.split(',')
    const upos = parts[part]
    const rating = levels.indexOf(level.trim())
    if (upos === undefined || rating < 0) continue
    for (const form of forms.split('/')) {
      const word = form.trim().toLowerCase()
      if (!/^[a-z]+$/.test(word)) continue
      const known = easiest.get(`${word}/${upos}`)
      if (known === undefined || known.rating > rating) easiest.set(`${word}/${upos}`, { word, upos, rating })
    }
  }
  return [...easiest.values()]
}

/** The words of CompLex (trial and train) with their mean complexity. */
function readComplex(folder: string): readonly RatedWord[] {
  const seen = new Map<string, number[]>()
  for (const part of ['trial', 'train']) {
    const path = join(folder, `data/simplification/complex_lcp/lcp_single_${part}.tsv`)
    if (!existsSync(path)) continue
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      const [, token = '', complexity = ''] = line.split('\t')
      const word = token.toLowerCase()
      if (/^[a-z]+$/.test(word)) seen.set(word, [...(seen.get(word) ?? []), Number(complexity)])
    }
  }
  return [...seen].map(([word, all]) => ({ word, upos: 'NOUN', rating: mean(all) }))
}

function samplesOf(folder: string, vocabulary: Vocabulary): readonly Sample[] {
  const profile = readCefrj(folder).map((rated) => ({ ...rated, rating: rated.rating ** power }))
  const complex = readComplex(folder)
  const centre = mean(profile.map(({ rating }) => rating))
  const scale = deviation(profile.map(({ rating }) => rating)) / deviation(complex.map(({ rating }) => rating))
  const low = mean(complex.map(({ rating }) => rating))
  const make = (rated: RatedWord, weight: number): Sample => {
    const features = featuresOf(vocabulary.facts(rated.word, rated.upos))
    return { ...rated, weight, values: [...Object.values(features), weight === 1 ? 0 : 1] }
  }
  return [
    ...profile.map((rated) => make(rated, 1)),
    // The words of CompLex are harder on the whole: their own constant takes up what is left.
    ...complex.map((rated) => make({ ...rated, rating: centre + (rated.rating - low) * scale }, complexShare)),
  ]
}

function names(vocabulary: Vocabulary): readonly string[] {
  return Object.keys(featuresOf(vocabulary.facts('word', 'NOUN')))
}

/** Weights of a ridge regression, one for each value. */
function fitWeights(samples: readonly Sample[]): readonly number[] {
  const width = samples[0]?.values.length ?? 0
  const rows = Array.from({ length: width }, (_, at) =>
    Array.from({ length: width + 1 }, (_unused, other): number => (at === other && at > 0 ? 3 : 0)),
  )
  for (const { values, rating, weight } of samples) {
    for (const [at, row] of rows.entries()) {
      const value = (values[at] ?? 0) * weight
      if (value === 0) continue
      for (let other = 0; other < width; other += 1) row[other] = (row[other] ?? 0) + value * (values[other] ?? 0)
      row[width] = (row[width] ?? 0) + value * rating
    }
  }
  return solve(rows)
}

/** Gauss–Jordan elimination; the last column is the right side. */
function solve(given: readonly (readonly number[])[]): readonly number[] {
  const rows = given.map((row) => [...row])
  for (const [at, pivot] of rows.entries()) {
    const by = pivot[at] ?? 1
    for (let column = 0; column < pivot.length; column += 1) pivot[column] = (pivot[column] ?? 0) / by
    for (const [other, row] of rows.entries()) {
      const factor = row[at] ?? 0
      if (other === at || factor === 0) continue
      for (let column = 0; column < row.length; column += 1)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0)
    }
  }
  return rows.map((row) => row.at(-1) ?? 0)
}

function foldOf(word: string): number {
  let hash = 7
  for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return hash % folds
}

function sum(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / Math.max(1, values.length)
}

function deviation(values: readonly number[]): number {
  const centre = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)))
}

/** Rank correlation of pairs. */
export function spearman(pairs: readonly (readonly [number, number])[]): number {
  const first = ranksOf(pairs.map(([value]) => value))
  const second = ranksOf(pairs.map(([, value]) => value))
  const middle = (pairs.length + 1) / 2
  let together = 0
  let spread = 0
  let other = 0
  for (const [at, rank] of first.entries()) {
    const a = rank - middle
    const b = (second[at] ?? middle) - middle
    together += a * b
    spread += a * a
    other += b * b
  }
  return together / Math.sqrt(spread * other)
}

/** Ranks from 1; equal values share the mean of their ranks. */
function ranksOf(values: readonly number[]): readonly number[] {
  const sorted = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value)
  const ranks = values.map(() => 0)
  for (let start = 0; start < sorted.length; ) {
    let end = start
    while (end < sorted.length && sorted[end]?.value === sorted[start]?.value) end += 1
    for (const { at } of sorted.slice(start, end)) ranks[at] = (start + end + 1) / 2
    start = end
  }
  return ranks
}
