import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { loadSaying } from '../../knowledge/load-saying.ts'
import { packClip } from '../../media/clip-file.ts'
import { recordingName } from '../../media/narrate.ts'
import { writeScript } from '../../speech/script.ts'
import { createFlite } from '../../voices/flite.ts'
import { recordedClip } from '../../voices/recording.ts'
import { readLevel, UsageError } from '../input.ts'
import { openData } from '../open-data.ts'

/** `record`: a person's own recording takes the place of a sentence's clip, as long as the sentence stays as it is. */
export async function record(
  values: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const { values: given, positionals } = parseArgs({
    args: [...values],
    allowPositionals: true,
    options: { article: { type: 'string' }, level: { type: 'string' }, sentence: { type: 'string' } },
  })
  const [file] = positionals
  const number = Number(given.sentence)
  if (file === undefined || given.article === undefined || !Number.isInteger(number) || number < 0)
    throw new UsageError('Say which: record --article ID --level 1 --sentence NUMBER sentence.wav (0 is the headline)')
  const level = readLevel(given.level ?? '1')
  const data = openData(environment)
  const voice = createFlite('rms')
  try {
    const edition = await data.store.edition(given.article, level)
    const lines = edition === undefined ? [] : writeScript(edition.edition.document, loadSaying(data.config.saying))
    const line = lines.find(({ sentence }) => sentence === number)
    if (line === undefined) throw new UsageError('There is no such sentence.')
    const clip = await recordedClip(await readFile(file), { ...line, pace: data.config.pace }, voice)
    if (clip === undefined) throw new UsageError('The file is no whole WAV file with speech (16 bits or floats).')
    const name = recordingName(line.text)
    await data.media.remove(name)
    await data.media.put(name, packClip(clip))
    await data.queue.add({ kind: 'narrate', spoken: { kind: 'story', article: given.article, level } }, { priority: 4 })
    // The wrap of the day may say the same sentence.
    const date = (await data.store.article(given.article))?.date
    if (level === 1 && date !== undefined && (await data.store.wrap(date)) !== undefined)
      await data.queue.add({ kind: 'narrate', spoken: { kind: 'wrap', date } }, { priority: 4 })
    process.stdout.write(`Kept for: ${line.text}\n`)
    return 0
  } finally {
    await voice.close()
    await data.store.close()
  }
}
