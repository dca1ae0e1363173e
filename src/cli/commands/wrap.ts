import { parseArgs } from 'node:util'
import { doTask } from '../../jobs/tasks.ts'
import { loadKnowledge } from '../../knowledge/load-knowledge.ts'
import { loadSaying } from '../../knowledge/load-saying.ts'
import { dayIn } from '../../store/sqlite.ts'
import { chooseVoice, createVoices } from '../../voices/all.ts'
import { readDay, write } from '../input.ts'
import { openData } from '../open-data.ts'

/** `wrap --date D`: makes the wrap of a day with its sound, and prints its text. */
export async function wrap(
  values: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const { values: given } = parseArgs({ args: [...values], options: { date: { type: 'string' } } })
  const asked = given.date === undefined ? undefined : readDay(given.date).slice(0, 10)
  const data = openData(environment)
  const date = asked ?? dayIn(data.config.timeZone, undefined, new Date().toISOString())
  const voices = createVoices(data.config.voices)
  const chosen = await chooseVoice(data.config.voice, voices)
  const parts = {
    ...data,
    knowledge: loadKnowledge(data.config.protectedTerms),
    saying: loadSaying(data.config.saying),
    voice: chosen?.voice,
    ...(chosen?.fallback === undefined ? {} : { fallback: chosen.fallback }),
    ...(chosen?.missing === undefined ? {} : { missingVoice: chosen.missing.wanted }),
    pace: data.config.pace,
    review: data.config.review,
    siteName: data.config.siteName,
    language: data.config.language,
    clock: () => new Date(),
  }
  await doTask({ kind: 'wrap', date }, parts, async () => undefined)
  await doTask({ kind: 'narrate', spoken: { kind: 'wrap', date } }, parts, async () => undefined)
  const made = await data.store.wrap(date)
  await Promise.all(voices.map((voice) => voice.close()))
  await data.store.close()
  if (made === undefined) {
    process.stderr.write(`There are no stories on ${date}.\n`)
    return 1
  }
  await write(`${made.title}\n\n${made.document.text}\n`)
  return 0
}
