import { parseArgs } from 'node:util'
import { blocksOfText } from '../../clean/blocks.ts'
import { plainCharacters } from '../../clean/characters.ts'
import { readArrivals } from '../../ingest/read-arrivals.ts'
import { loadReader } from '../../knowledge/load-reader.ts'
import { loadVocabulary } from '../../knowledge/load-vocabulary.ts'
import { scoreText } from '../../readability/score.ts'
import type { Scores } from '../../readability/scores.ts'
import { readInput, standsAlone, UsageError, write } from '../input.ts'

/** `score`: how hard a text is. An article is cleaned first; a text too short to be one is scored as it stands. */
export async function score(values: readonly string[]): Promise<number> {
  const { values: given, positionals } = parseArgs({
    args: [...values],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  })
  if (given.format !== 'text' && given.format !== 'json')
    throw new UsageError(`The format is text or json, not "${given.format}".`)
  const bytes = await readInput(positionals[0])
  const read = await readArrivals(bytes, positionals[0] === undefined ? {} : { name: positionals[0] })
  const reader = loadReader()
  const arrival = read.ok ? read.value[0] : undefined
  if (!read.ok && !standsAlone(read.failure)) {
    process.stderr.write(`${read.failure.reason}\n`)
    return 1
  }
  const blocks =
    arrival === undefined
      ? blocksOfText(plainCharacters(new TextDecoder().decode(bytes)))
      : [{ kind: 'headline' as const, text: arrival.fields.headline }, ...arrival.body]
  const scores = scoreText(reader.analyse(reader.read('text', blocks)), loadVocabulary())
  await write(given.format === 'json' ? `${JSON.stringify(scores, undefined, 2)}\n` : asText(scores))
  return 0
}

function asText(scores: Scores): string {
  const { counts, formulas, withoutNames } = scores
  const rows: readonly (readonly [string, number, number])[] = [
    ['Flesch reading ease', formulas.fleschReadingEase, withoutNames.fleschReadingEase],
    ['Flesch–Kincaid grade', formulas.fleschKincaid, withoutNames.fleschKincaid],
    ['SMOG', formulas.smog, withoutNames.smog],
    ['Coleman–Liau', formulas.colemanLiau, withoutNames.colemanLiau],
    ['Automated readability', formulas.automatedReadability, withoutNames.automatedReadability],
    ['Dale–Chall', formulas.daleChall, withoutNames.daleChall],
    ['Linsear Write', formulas.linsearWrite, withoutNames.linsearWrite],
    ['Gunning fog', formulas.gunningFog, withoutNames.gunningFog],
  ]
  const share = (value: number): string => `${Math.round(value * 100)} %`
  return [
    `${scores.band.name}: ${scores.band.because}`,
    ...(scores.unsure ? ['This text has fewer than 100 words, so these numbers are unsure.'] : []),
    `${counts.sentences} sentences, ${counts.words} words, ${counts.syllables} syllables, longest sentence ${counts.longestSentence} words`,
    `On the level 1 list: ${share(scores.onLevel1List)}. On the level 2 list: ${share(scores.onLevel2List)}. Passive sentences: ${share(scores.passiveShare)}.`,
    '',
    `${'formula'.padEnd(24)}${'text'.padStart(8)}${'without names'.padStart(16)}`,
    ...rows.map(
      ([name, all, unnamed]) => `${name.padEnd(24)}${String(all).padStart(8)}${String(unnamed).padStart(16)}`,
    ),
    '',
  ].join('\n')
}
