import { describe, expect, test } from 'vitest'
import { failed } from '../../src/failure.ts'
import type { Task } from '../../src/jobs/queue.ts'
import { doTask, type TaskParts } from '../../src/jobs/tasks.ts'
import type { Voice } from '../../src/speech/voice.ts'
import { humming, now, storyOf, taskParts } from './parts.ts'

const silent = async (): Promise<void> => undefined

/** Does all that waits, and answers what was done. */
async function drain(parts: TaskParts): Promise<readonly Task[]> {
  const tasks: Task[] = []
  for (let lease = await parts.queue.lease('one'); lease !== undefined; lease = await parts.queue.lease('one')) {
    await doTask(lease.task, parts, silent)
    await parts.queue.finish(lease, 'one')
    tasks.push(lease.task)
  }
  return tasks
}

test('an article goes all the way by itself: both editions, their sound, the wrap and its sound', async () => {
  const parts = taskParts()
  const { article } = await parts.store.saveArticle(storyOf('Arlen'), now)
  await parts.queue.add({ kind: 'prepare', article: article.id, version: 1 })
  await drain(parts)
  for (const level of [1, 2] as const) {
    const narration = await parts.store.narration({ kind: 'story', article: article.id, level })
    expect(await parts.media.find(narration?.file ?? '')).toBeDefined()
  }
  expect((await parts.store.wrap('2026-11-22'))?.articles).toEqual([article.id])
  expect(await parts.store.narration({ kind: 'wrap', date: '2026-11-22' })).toBeDefined()
})

test('every task done a second time changes nothing', async () => {
  const parts = taskParts()
  const { article } = await parts.store.saveArticle(storyOf('Arlen'), now)
  await parts.queue.add({ kind: 'prepare', article: article.id, version: 1 })
  const tasks = await drain(parts)
  const seen = async () => [
    await parts.store.articles({}),
    await parts.store.story(article.id),
    await parts.store.wraps(5),
    await parts.store.narrationFiles(),
    await parts.media.list(),
  ]
  const before = JSON.stringify(await seen())
  for (const task of tasks) await doTask(task, parts, silent)
  await drain(parts)
  expect(JSON.stringify(await seen())).toBe(before)
})

test('a sweep asks again for an article whose task was never kept', async () => {
  const parts = taskParts()
  const { article } = await parts.store.saveArticle(storyOf('Arlen'), now)
  await doTask({ kind: 'sweep' }, parts, silent)
  await drain(parts)
  expect((await parts.store.article(article.id))?.state).toBe('ready')
})

test('a sweep asks again for lost sound and a lost wrap, and for nothing when all is there', async () => {
  const parts = taskParts()
  const { article } = await parts.store.saveArticle(storyOf('Arlen'), now)
  const other = await parts.store.saveArticle(storyOf('Bexley'), now)
  for (const { id } of [article, other.article]) await parts.queue.add({ kind: 'prepare', article: id, version: 1 })
  await drain(parts)
  await doTask({ kind: 'sweep' }, parts, silent)
  expect(await drain(parts)).toEqual([])

  const narration = await parts.store.narration({ kind: 'story', article: article.id, level: 1 })
  const second = await parts.store.narration({ kind: 'story', article: article.id, level: 2 })
  await parts.media.remove(second?.file ?? '')
  await parts.media.remove(narration?.file ?? '')
  await parts.store.removeArticles({ id: other.article.id })
  await doTask({ kind: 'sweep' }, parts, silent)
  const kinds = (await drain(parts)).map((task) => task.kind)
  expect(kinds).toEqual(['wrap', 'narrate', 'narrate', 'narrate'])
  expect((await parts.store.wrap('2026-11-22'))?.articles).toEqual([article.id])
  const again = await parts.store.narration({ kind: 'story', article: article.id, level: 1 })
  expect(await parts.media.find(again?.file ?? '')).toBeDefined()
})

test('a sweep takes away sound that nothing names, and leaves the rest', async () => {
  const parts = taskParts()
  await parts.media.put('narration-old.mp3', new Uint8Array(1))
  await parts.media.put('clip-old.pcm', new Uint8Array(1))
  await parts.media.put('recording-own.pcm', new Uint8Array(1))
  await doTask({ kind: 'sweep' }, parts, silent)
  expect(await parts.media.list()).toEqual(['recording-own.pcm'])
})

test.each([
  ['that nobody approved, where review is required', 'required', {}],
  ['whose licence allows no sound', 'off', { mayMakeAudio: false }],
  ['whose licence allows no changed text', 'off', { mayAdapt: false }],
] as const)('a wrap never tells a story %s', async (_name, review, permissions) => {
  const parts = taskParts({ review })
  const { article } = await parts.store.saveArticle(storyOf('Arlen', permissions), now)
  await parts.queue.add({ kind: 'prepare', article: article.id, version: 1 })
  await drain(parts)
  expect(await parts.store.wraps(5)).toEqual([])
})

describe('a voice that fails', () => {
  /** Says some sentences and then no more. */
  const breaking = (sentences: number): Voice => {
    let said = 0
    return {
      ...humming,
      name: 'breaking',
      speak: (utterance) => {
        said += 1
        return said > sentences
          ? Promise.resolve(failed('voice-failed', 'The voice could not say this sentence.'))
          : humming.speak(utterance)
      },
    }
  }
  const narrated = async (change: Partial<TaskParts>) => {
    const parts = taskParts(change)
    const { article } = await parts.store.saveArticle(storyOf('Arlen'), now)
    await parts.queue.add({ kind: 'prepare', article: article.id, version: 1 })
    await drain(parts)
    return parts.store.narration({ kind: 'story', article: article.id, level: 1 })
  }

  test.each([
    ['from the first sentence on', 0],
    ['half-way', 2],
  ])('%s is replaced for the whole story, and the narration says so', async (_name, sentences) => {
    const narration = await narrated({ voice: breaking(sentences), fallback: humming })
    expect([narration?.voice, narration?.insteadOf]).toEqual(['humming', 'breaking'])
  })

  test('once, as a busy server does, speaks at the second try, and nothing is said', async () => {
    let tries = 0
    const voice: Voice = {
      ...humming,
      name: 'busy',
      speak: (utterance) => {
        tries += 1
        return tries === 1 ? Promise.resolve(failed('unreachable', 'Busy.')) : humming.speak(utterance)
      },
    }
    const narration = await narrated({ voice, fallback: { ...humming, name: 'other' } })
    expect([narration?.voice, narration?.insteadOf]).toEqual(['busy', undefined])
  })

  test('to be there at all is named too', async () => {
    const narration = await narrated({ missingVoice: 'sherpa' })
    expect([narration?.voice, narration?.insteadOf]).toEqual(['humming', 'sherpa'])
  })
})
