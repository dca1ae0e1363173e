import { parseArgs } from 'node:util'
import { blocksOfText } from '../../clean/blocks.ts'
import { plainCharacters } from '../../clean/characters.ts'
import { loadConfig } from '../../config/config.ts'
import { prepareEdition, readArrival } from '../../edition/prepare.ts'
import { readArrivals } from '../../ingest/read-arrivals.ts'
import { loadKnowledge } from '../../knowledge/load-knowledge.ts'
import { loadSaying } from '../../knowledge/load-saying.ts'
import { createMemoryMedia } from '../../media/memory.ts'
import { narrate } from '../../media/narrate.ts'
import { writeScript } from '../../speech/script.ts'
import { chooseVoice, createVoices } from '../../voices/all.ts'
import { readInput, readLevel, standsAlone, UsageError, writeOut } from '../input.ts'

/** `speak`: a narration of a text as MP3; of its easy edition where a level is given. */
export async function speak(
  values: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const { values: given, positionals } = parseArgs({
    args: [...values],
    allowPositionals: true,
    options: { out: { type: 'string' }, timings: { type: 'string' }, level: { type: 'string' } },
  })
  if (given.out === undefined) throw new UsageError('Say where the sound goes: --out story.mp3')
  const config = loadConfig(environment)
  if ('problems' in config) throw new UsageError(config.problems.join('\n'))
  const level = given.level === undefined ? undefined : readLevel(given.level)
  const bytes = await readInput(positionals[0])
  const parts = loadKnowledge(config.protectedTerms)
  const read = await readArrivals(bytes, positionals[0] === undefined ? {} : { name: positionals[0] })
  if (!read.ok && !standsAlone(read.failure)) {
    process.stderr.write(`${read.failure.reason}\n`)
    return 1
  }
  const [arrival] = read.ok ? read.value : []
  const document =
    arrival === undefined
      ? parts.reader.read('text', blocksOfText(plainCharacters(new TextDecoder().decode(bytes))))
      : level === undefined
        ? readArrival(arrival, parts.reader).document
        : prepareEdition(readArrival(arrival, parts.reader), level, parts).edition.document
  const voices = createVoices(config.voices)
  const chosen = await chooseVoice(config.voice, voices)
  if (chosen === undefined) throw new UsageError('There is no voice on this computer.')
  if (chosen.missing !== undefined) process.stderr.write(`${chosen.missing.reason} Another voice speaks.\n`)
  const media = createMemoryMedia()
  const made = await narrate(writeScript(document, loadSaying(config.saying)), {
    voice: chosen.voice,
    pace: config.pace,
    media,
    title: arrival?.fields.headline ?? 'Text',
    siteName: config.siteName,
    language: config.language,
  })
  await Promise.all(voices.map((voice) => voice.close()))
  if (!made.ok) {
    process.stderr.write(`${made.failure.reason} ${made.failure.cause ?? ''}\n`)
    return 1
  }
  await writeOut(given.out, (await media.get(made.value.file)) ?? new Uint8Array())
  if (given.timings !== undefined) {
    const { file: _file, ...timings } = made.value
    await writeOut(
      given.timings,
      `${JSON.stringify({ text: document.text, tokens: document.tokens.map((token) => token.span), ...timings }, undefined, 1)}\n`,
    )
  }
  return 0
}
