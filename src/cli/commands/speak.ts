import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Config, loadConfig } from '../../config/config.ts'
import { prepareEdition, readArrival } from '../../edition/prepare.ts'
import { readArrivals } from '../../ingest/read-arrivals.ts'
import { loadKnowledge } from '../../knowledge/load-knowledge.ts'
import { createMemoryMedia } from '../../media/memory.ts'
import { narrate } from '../../media/narrate.ts'
import { writeScript } from '../../speech/script.ts'
import { chooseVoice, createVoices } from '../../voices/all.ts'
import { readInput, readLevel, UsageError } from '../input.ts'

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
  const config = loadConfig(environment) as Config
  const bytes = await readInput(positionals[0])
  const parts = loadKnowledge()
  const read = await readArrivals(bytes, positionals[0] === undefined ? {} : { name: positionals[0] })
  const [arrival] = read.ok ? read.value : []
  const document =
    arrival === undefined
      ? parts.reader.read('text', [{ kind: 'paragraph', text: new TextDecoder().decode(bytes) }])
      : given.level === undefined
        ? readArrival(arrival, parts.reader).document
        : prepareEdition(readArrival(arrival, parts.reader), readLevel(given.level), parts).edition.document
  const voices = createVoices()
  const chosen = await chooseVoice(config.voice, voices)
  if (chosen === undefined) throw new UsageError('There is no voice on this computer.')
  if (chosen.note !== undefined) process.stderr.write(`${chosen.note}\n`)
  const media = createMemoryMedia()
  const made = await narrate(writeScript(document), {
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
  await writeFile(given.out, (await media.get(made.value.file)) ?? new Uint8Array())
  if (given.timings !== undefined) {
    const { file: _file, ...timings } = made.value
    await writeFile(
      given.timings,
      `${JSON.stringify({ text: document.text, tokens: document.tokens.map((token) => token.span), ...timings }, undefined, 1)}\n`,
    )
  }
  return 0
}
