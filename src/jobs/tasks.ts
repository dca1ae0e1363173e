import type { Arrival } from '../document/article.ts'
import { textOf } from '../document/document.ts'
import { prepareArticle, readArrival } from '../edition/prepare.ts'
import { done, type Result } from '../failure.ts'
import type { Media } from '../media/media.ts'
import { clipPlaces, narrate, scriptHash } from '../media/narrate.ts'
import { askRewriter, usualLimits } from '../simplify/outside/ask-rewriter.ts'
import type { Rewriter, Suggestions } from '../simplify/outside/rewriter.ts'
import type { SimplifyParts } from '../simplify/simplify.ts'
import type { Saying } from '../speech/saying.ts'
import { type ScriptLine, writeScript } from '../speech/script.ts'
import type { Narration } from '../speech/timings.ts'
import type { Voice } from '../speech/voice.ts'
import type { Spoken, Store, StoredArticle } from '../store/store.ts'
import { buildWrap } from '../wrap/build-wrap.ts'
import type { Queue, Task } from './queue.ts'

/** What tasks work with. All of it is given by the worker's start. */
export interface TaskParts {
  readonly store: Store
  readonly queue: Queue
  readonly media: Media
  readonly knowledge: SimplifyParts
  readonly saying: Saying
  readonly voice: Voice | undefined
  /** Speaks where `voice` fails. */
  readonly fallback?: Voice
  /** The voice that the setting names and that is not here: pages say that another one speaks. */
  readonly missingVoice?: string
  /** An outside rewriter whose sentences may stand if they pass the judge. */
  readonly rewriter?: Rewriter
  /** `required`: only texts that a person approved are told in a wrap. */
  readonly review: 'off' | 'required'
  readonly pace: number
  readonly siteName: string
  readonly language: string
  readonly clock: () => Date
}

type Report = (share: number, message: string) => Promise<void>

/** Does one task. It may be asked again for what is done: it looks first, and the second time changes nothing. */
export async function doTask(task: Task, parts: TaskParts, report: Report): Promise<void> {
  switch (task.kind) {
    case 'prepare':
      return prepare(task.article, task.version, parts, report)
    case 'narrate':
      return narrateSpoken(task.spoken, parts, report)
    case 'wrap':
      return makeWrap(task.date, parts)
    case 'sweep':
      return sweep(parts)
  }
}

async function prepare(id: string, version: number, parts: TaskParts, report: Report): Promise<void> {
  const article = await parts.store.article(id)
  if (article === undefined || article.version !== version) return
  const { permissions } = article.arrival.fields
  if (!permissions.mayAdapt) {
    await parts.store.failArticle(id, 'The licence of this source does not allow a changed text.')
    return
  }
  if (article.state !== 'ready') {
    const suggestions = await suggestionsFor(article.arrival, parts, report)
    await parts.store.savePrepared(
      id,
      version,
      prepareArticle(article.arrival, parts.knowledge, suggestions),
      parts.clock().toISOString(),
    )
  }
  if (permissions.mayMakeAudio) {
    for (const level of [1, 2] as const)
      await parts.queue.add({ kind: 'narrate', spoken: { kind: 'story', article: id, level } }, { priority: 1 })
  }
  await parts.queue.add({ kind: 'wrap', date: article.date }, { priority: 2 })
}

/** What an outside rewriter suggests for an article; undefined where there is none, or where it answers nothing. */
async function suggestionsFor(
  arrival: Arrival,
  { rewriter, knowledge }: TaskParts,
  report: Report,
): Promise<Suggestions | undefined> {
  if (rewriter === undefined) return undefined
  return askRewriter(readArrival(arrival, knowledge.reader), rewriter, usualLimits, (share) =>
    report(share, 'The outside model is being asked.'),
  )
}

async function scriptOf(spoken: Spoken, { store, saying }: TaskParts): Promise<Script | undefined> {
  if (spoken.kind === 'story') {
    const edition = await store.edition(spoken.article, spoken.level)
    if (edition === undefined) return undefined
    const { document } = edition.edition
    const headline = document.blocks[0]
    return {
      title: headline === undefined ? 'Story' : textOf(document, headline.span),
      lines: writeScript(document, saying),
      marks: [],
    }
  }
  const wrap = await store.wrap(spoken.date)
  if (wrap === undefined) return undefined
  const marks = await Promise.all(
    wrap.parts.map(async (part) => {
      const article = part.article === undefined ? undefined : await store.article(part.article)
      return { title: part.title, sentence: part.from, ...(article === undefined ? {} : { path: pathOf(article) }) }
    }),
  )
  const lines = writeScript(wrap.document, saying, new Set(wrap.parts.map((part) => part.to - 1)))
  return { title: wrap.title, lines, marks }
}

function pathOf(article: StoredArticle): string {
  return `/news/${article.date.replaceAll('-', '/')}/${article.slug}/1`
}

async function narrateSpoken(spoken: Spoken, parts: TaskParts, report: Report): Promise<void> {
  const { voice, pace } = parts
  if (voice === undefined) return
  const script = await scriptOf(spoken, parts)
  if (script === undefined || script.lines.length === 0) return
  const known = await parts.store.narration(spoken)
  const places = await clipPlaces(script.lines, { voice, pace, media: parts.media })
  const hash = scriptHash(places, voice.name, pace)
  if (known?.textHash === hash && (await parts.media.find(known.file)) !== undefined) return
  const made = await narrateWith(voice, script, parts, report)
  // A second try for what may pass, as a busy server; then the voice that is always here.
  const again = made.ok || made.failure.kind === 'media-failed' ? made : await narrateWith(voice, script, parts, report)
  const spokenBy = await orFallback(again, voice, script, parts, report)
  if (!spokenBy.ok) throw new Error(`narrate: ${spokenBy.failure.reason} ${spokenBy.failure.cause ?? ''}`)
  await parts.store.saveNarration(spoken, spokenBy.value)
}

interface Script {
  readonly title: string
  readonly lines: readonly ScriptLine[]
  readonly marks: readonly { readonly title: string; readonly sentence: number; readonly path?: string }[]
}

function narrateWith(voice: Voice, script: Script, parts: TaskParts, report: Report): Promise<Result<Narration>> {
  return narrate(script.lines, {
    voice,
    pace: parts.pace,
    media: parts.media,
    title: script.title,
    siteName: parts.siteName,
    language: parts.language,
    parts: script.marks,
    onProgress: (share) => report(share, 'The audio is being made.'),
  })
}

async function orFallback(
  made: Result<Narration>,
  voice: Voice,
  script: Script,
  parts: TaskParts,
  report: Report,
): Promise<Result<Narration>> {
  const { fallback, missingVoice } = parts
  if (made.ok) return missingVoice === undefined ? made : done({ ...made.value, insteadOf: missingVoice })
  if (fallback === undefined || made.failure.kind === 'media-failed') return made
  const other = await narrateWith(fallback, script, parts, report)
  return other.ok ? done({ ...other.value, insteadOf: voice.name }) : made
}

async function makeWrap(date: string, parts: TaskParts): Promise<void> {
  const { store } = parts
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const articles = await store.articles({ from: date, to: next, limit: 50 })
  const stories = []
  for (const [at, article] of articles.entries()) {
    const edition = (await mayBeTold(article, parts)) ? await store.edition(article.id, 1) : undefined
    if (edition === undefined) continue
    const block = edition.edition.document.blocks[0]
    const headline = block === undefined ? '' : textOf(edition.edition.document, block.span)
    // Longer reports and the newest ones lead.
    stories.push({
      id: article.id,
      headline,
      edition,
      weight: Math.min(1, edition.scores.counts.words / 200) - at * 0.01,
    })
  }
  const wrap = buildWrap({ date, stories, siteName: parts.siteName, reader: parts.knowledge.reader })
  if (wrap === undefined) return
  const known = await store.wrap(date)
  if (known === undefined || known.document.text !== wrap.document.text)
    await store.saveWrap(wrap, parts.clock().toISOString())
  await parts.queue.add({ kind: 'narrate', spoken: { kind: 'wrap', date } }, { priority: 3 })
}

/** A wrap is read and heard: its stories are ready, public, and free to change and to speak. */
async function mayBeTold({ id, state, arrival }: StoredArticle, { store, review }: TaskParts): Promise<boolean> {
  const { mayAdapt, mayMakeAudio } = arrival.fields.permissions
  if (state !== 'ready' || !mayAdapt || !mayMakeAudio) return false
  if (review === 'off') return true
  const status = await store.editionStatus(id, 1)
  return status !== undefined && ['approved', 'published', 'corrected'].includes(status.state)
}

/**
 * Takes away sound and clips that no narration names any more, and asks again for what a stopped process left undone.
 * A person's own recordings are never taken away.
 */
async function sweep(parts: TaskParts): Promise<void> {
  const { store, media } = parts
  const used = new Set(await store.narrationFiles())
  for (const name of await media.list())
    if (/^(?:narration|clip)-/.test(name) && !used.has(name)) await media.remove(name)
  await resumePreparing(parts)
  await resumeTelling(parts)
}

async function resumePreparing({ store, queue }: TaskParts): Promise<void> {
  for (const { id, version } of await store.articles({ state: 'waiting', limit: 1000 })) {
    const task: Task = { kind: 'prepare', article: id, version }
    if ((await queue.progress(task))?.state === 'failed') await store.failArticle(id, 'An easy text could not be made.')
    else await queue.add(task, { priority: 5 })
  }
}

async function resumeTelling(parts: TaskParts): Promise<void> {
  const { store, queue } = parts
  const dates = new Set<string>()
  // The newest stories are those that are read; older ones were looked at by every sweep before.
  for (const article of await store.articles({ state: 'ready', limit: 200 })) {
    dates.add(article.date)
    if (!article.arrival.fields.permissions.mayMakeAudio) continue
    for (const level of [1, 2] as const) await resumeNarration({ kind: 'story', article: article.id, level }, parts)
  }
  for (const date of dates) {
    if ((await store.wrap(date)) === undefined) await queue.add({ kind: 'wrap', date }, { priority: 2 })
    else await resumeNarration({ kind: 'wrap', date }, parts)
  }
}

async function resumeNarration(spoken: Spoken, { store, queue, media, voice }: TaskParts): Promise<void> {
  if (voice === undefined) return
  const known = await store.narration(spoken)
  if (known !== undefined && (await media.find(known.file)) !== undefined) return
  await queue.add({ kind: 'narrate', spoken }, { priority: spoken.kind === 'wrap' ? 3 : 1 })
}
