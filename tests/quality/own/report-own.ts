import type { Level } from '../../../src/document/article.ts'
import type { SimplifyParts } from '../../../src/simplify/simplify.ts'
import { genres, patterns } from '../../pairs/names.ts'
import type { Pair } from '../../pairs/read-pairs.ts'
import { bleu, copies } from '../simplify/bleu.ts'
import { lineWriter } from '../simplify/editions.ts'
import { sari } from '../simplify/sari.ts'
import { digits, type Places, percent, printTable, writeText } from '../simplify/table.ts'
import { changesStructure, isLeftWhole, isPartedByUs, lengthsOf, type Made, mostWords } from './made.ts'

const levels: readonly Level[] = [2, 1]
/** So many look-alikes are printed; all of them are in the written texts. */
const mostShown = 10

/** Runs the engine over our own pairs at both levels and prints its figures: in all, by pattern, by genre, and for look-alikes. */
export function reportOwn(pairs: readonly Pair[], parts: SimplifyParts, places: Places): void {
  const write = lineWriter(parts)
  const all = levels.flatMap((level) =>
    pairs.map((pair): Made => ({ pair, level, output: write(pair.source, level), ours: oursAt(pair, level) })),
  )
  const at = (level: Level): readonly Made[] => all.filter((made) => made.level === level)
  console.log('')
  printTable(
    ['', ...scoreHeads, 'ours: words', ...wholeHeads],
    levels.map((level) => [
      `level ${level}`,
      ...scoreCells(at(level)),
      digits(mean(lengthsOf(at(level).map(({ ours }) => ours)))),
      ...wholeCells(at(level)),
    ]),
  )
  const second = at(2)
  printGroups('pattern', patterns, second, (name, { pair }) => pair.patterns.some((pattern) => pattern === name))
  printGroups('genre', genres, second, (name, { pair }) => pair.genre === name)
  for (const level of levels) reportLookAlikes(pairs, level, write, places)
  for (const level of levels) writeText(places, 'own', `level-${level}.txt`, at(level).map(asText).join('\n\n'))
}

function oursAt(pair: Pair, level: Level): string {
  return level === 1 ? pair.level1 : pair.level2
}

const scoreHeads = ['SARI', 'add', 'keep', 'delete', 'BLEU', 'copies', 'words', 'over %']
const wholeHeads = ['parted by us', 'left whole', '%']

function scoreCells(made: readonly Made[]): readonly string[] {
  const lines = made.map(({ pair, output, ours }) => ({ source: pair.source, output, references: [ours] }))
  const score = sari(lines)
  const lengths = made.map(({ output, level }) => ({ level, words: lengthsOf([output]) }))
  const over = lengths.flatMap(({ level, words }) => words.filter((count) => count > mostWords[level]))
  const every = lengths.flatMap(({ words }) => words)
  const scores = [score.sari, score.add, score.keep, score.delete, bleu(lines)]
  return [
    ...scores.map((one) => digits(one)),
    digits(copies(lines), 2),
    digits(mean(every)),
    percent(over.length, every.length),
  ]
}

function wholeCells(made: readonly Made[]): readonly string[] {
  const parted = made.filter(isPartedByUs).length
  const whole = made.filter(isLeftWhole).length
  return [String(parted), String(whole), percent(whole, parted)]
}

function printGroups(
  title: string,
  names: readonly string[],
  made: readonly Made[],
  belongs: (name: string, made: Made) => boolean,
): void {
  console.log(`\nLevel 2 by ${title}, those that the engine leaves whole most first`)
  const groups = names
    .map((name) => ({ name, own: made.filter((one) => belongs(name, one)) }))
    .filter(({ own }) => own.length > 0)
    .map((group) => {
      const parted = group.own.filter(isPartedByUs).length
      return { ...group, share: group.own.filter(isLeftWhole).length / Math.max(1, parted) }
    })
  printTable(
    [title, 'items', ...wholeHeads, 'words', 'over %', 'SARI', 'copies'],
    groups
      .sort((one, other) => other.share - one.share)
      .map(({ name, own }) => {
        const [score = '', , , , , copied = '', words = '', over = ''] = scoreCells(own)
        return [name, String(own.length), ...wholeCells(own), words, over, score, copied]
      }),
  )
}

function reportLookAlikes(
  pairs: readonly Pair[],
  level: Level,
  write: (line: string, level: Level) => string,
  places: Places,
): void {
  const alike = pairs.flatMap(({ id, lookAlike }) =>
    lookAlike === undefined ? [] : [{ id, lookAlike, output: write(lookAlike, level) }],
  )
  const changed = alike.filter(({ lookAlike, output }) => changesStructure(lookAlike, output))
  const same = alike.filter(({ lookAlike, output }) => lookAlike === output)
  console.log(
    `\nLook-alikes at level ${level}: ${alike.length}, with another structure ${changed.length}, as they were ${same.length}`,
  )
  const lines = changed.map(({ id, lookAlike, output }) => `${id} ${lookAlike} → ${output}`)
  for (const line of lines.slice(0, mostShown)) console.log(`  ${line}`)
  writeText(places, 'own', `look-alikes-${level}.txt`, lines.join('\n'))
}

function asText(made: Made): string {
  const { pair, output, ours } = made
  const heads = [pair.id, pair.patterns.join(' '), isLeftWhole(made) ? 'LEFT WHOLE' : ''].join(' | ')
  return `${heads}\n  source: ${pair.source}\n  engine: ${output}\n  ours:   ${ours}`
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
