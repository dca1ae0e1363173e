import { expect, test } from 'vitest'
import { work } from '../../src/jobs/worker.ts'
import { knowledge } from '../support/knowledge.ts'
import { humming, now, storyOf, taskParts } from './parts.ts'

test('a task that never ends counts as failed, and the next one is done', async () => {
  const stop = new AbortController()
  const problems: string[] = []
  const parts = taskParts({ voice: { ...humming, speak: () => new Promise(() => undefined) } })
  const { article } = await parts.store.saveArticle(storyOf('Arlen'), now)
  const stuck = { kind: 'narrate', spoken: { kind: 'story', article: article.id, level: 1 } } as const
  await parts.queue.add({ kind: 'prepare', article: article.id, version: 1 }, { priority: 9 })
  await parts.queue.add(stuck, { priority: 8 })
  await parts.queue.add({ kind: 'sweep' })
  const watch = setInterval(async () => {
    if ((await parts.queue.progress({ kind: 'sweep' }))?.state === 'done') stop.abort()
  }, 20)
  await work('one', parts, stop.signal, (problem) => problems.push(problem), 200)
  clearInterval(watch)
  expect(await parts.queue.progress(stuck)).toMatchObject({ state: 'waiting' })
  expect(problems[0]).toContain('narrate: nothing was heard of it')
})

test('an article whose every try failed says so; the one after it is made', async () => {
  const stop = new AbortController()
  // Each look at the clock is an hour later, so that no try has to wait.
  let time = 0
  const broken = {
    ...knowledge,
    get reader() {
      return readers.shift() ?? knowledge.reader
    },
  }
  const failing = new Proxy(knowledge.reader, {
    get: () => () => {
      throw new Error('the reader broke')
    },
  })
  const readers = Array.from({ length: 5 }, () => failing)
  const parts = taskParts({ knowledge: broken, voice: undefined }, () => (time += 10))
  const bad = await parts.store.saveArticle(storyOf('Arlen'), now)
  const good = await parts.store.saveArticle(storyOf('Bexley'), now)
  await parts.queue.add({ kind: 'prepare', article: bad.article.id, version: 1 }, { priority: 9 })
  const watch = setInterval(async () => {
    time += 100_000
    const { state } = (await parts.store.article(bad.article.id)) ?? {}
    if (state === 'failed') await parts.queue.add({ kind: 'prepare', article: good.article.id, version: 1 })
    if ((await parts.store.article(good.article.id))?.state === 'ready') stop.abort()
  }, 20)
  await work('one', parts, stop.signal, () => undefined)
  clearInterval(watch)
  expect(await parts.store.article(bad.article.id)).toMatchObject({
    state: 'failed',
    problem: 'An easy text could not be made.',
  })
})
