import { beforeEach, expect, test } from 'vitest'
import type { Queue, Task } from '../../src/jobs/queue.ts'

const task: Task = { kind: 'wrap', date: '2026-11-23' }

/** What every queue must do. `open` answers a new, empty one that asks the given clock, in milliseconds. */
export function queueContract(open: (clock: () => number) => Queue): void {
  let time = 0
  let queue: Queue
  beforeEach(() => {
    time = 1_000_000
    queue = open(() => time)
  })

  async function taken(worker = 'one') {
    const lease = await queue.lease(worker)
    if (lease === undefined) throw new Error('there was no task')
    return lease
  }

  test('a task that waits or runs is not added twice, and can be added again when it is done', async () => {
    await queue.add(task)
    await queue.add(task)
    expect(await queue.counts()).toMatchObject({ waiting: 1 })
    const lease = await taken()
    await queue.add(task)
    expect(await queue.counts()).toMatchObject({ waiting: 0, running: 1 })
    await queue.finish(lease, 'one')
    await queue.add(task)
    expect(await queue.counts()).toMatchObject({ waiting: 1 })
  })

  test('higher priority comes first, then the oldest', async () => {
    await queue.add({ kind: 'sweep' })
    await queue.add(task)
    await queue.add({ kind: 'wrap', date: '2026-11-24' }, { priority: 5 })
    expect([(await taken()).task, (await taken()).task, (await taken()).task]).toEqual([
      { kind: 'wrap', date: '2026-11-24' },
      { kind: 'sweep' },
      task,
    ])
    expect(await queue.lease('one')).toBeUndefined()
  })

  test('a worker that dies gives its task back when the lease ends; its late answer changes nothing', async () => {
    await queue.add(task)
    const first = await taken('one')
    expect(await queue.lease('two')).toBeUndefined()
    time += 61_000
    const second = await taken('two')
    expect(second).toMatchObject({ id: first.id, attempt: 2 })
    await queue.finish(first, 'one')
    expect(await queue.progress(task)).toMatchObject({ state: 'running' })
    expect(await queue.renew(first, 'one')).toBe(false)
    await queue.finish(second, 'two')
    expect(await queue.progress(task)).toMatchObject({ state: 'done' })
  })

  test('a failing task waits twice as long each time and is kept as failed after the fifth', async () => {
    await queue.add(task)
    for (const wait of [2_000, 4_000, 8_000, 16_000]) {
      await queue.fail(await taken(), 'one', 'no voice')
      time += wait - 1
      expect(await queue.lease('one')).toBeUndefined()
      time += 1
    }
    await queue.fail(await taken(), 'one', 'no voice')
    time += 1_000_000
    expect(await queue.lease('one')).toBeUndefined()
    expect(await queue.counts()).toMatchObject({ failed: 1 })
  })

  test('progress is what the worker last said', async () => {
    expect(await queue.progress(task)).toBeUndefined()
    await queue.add(task)
    const lease = await taken()
    await queue.renew(lease, 'one', { share: 0.5, message: 'The audio is being made.' })
    expect(await queue.progress(task)).toEqual({ state: 'running', share: 0.5, message: 'The audio is being made.' })
  })

  test('what was tried twice already goes behind all other work', async () => {
    await queue.add(task, { priority: 9 })
    await taken('one')
    time += 61_000
    await taken('two')
    time += 61_000
    await queue.add({ kind: 'sweep' })
    expect([(await taken('three')).task, (await taken('three')).task]).toEqual([{ kind: 'sweep' }, task])
  })

  test('a task that brings its worker down each time is given up', async () => {
    await queue.add(task)
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await taken()).toMatchObject({ attempt })
      time += 61_000
    }
    expect(await queue.lease('one')).toBeUndefined()
    expect(await queue.progress(task)).toMatchObject({ state: 'failed' })
  })
}
