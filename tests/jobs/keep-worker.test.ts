import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { keepWorker } from '../../src/jobs/keep-worker.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'newsease-keep-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A thread that notes each of its starts, then does as told; only its third life is a good one. */
const script = pathToFileURL(path.join(folder, 'thread.mjs'))
writeFileSync(
  script,
  `import { appendFileSync, readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
appendFileSync(workerData.notes, 'x')
const life = readFileSync(workerData.notes, 'utf8').length
if (life < 3 && workerData.fault === 'falls') throw new Error('fell')
if (life < 3) for (;;);
const beat = setInterval(() => parentPort.postMessage({ kind: 'beat' }), 20)
parentPort.postMessage({ kind: 'log', level: 'warn', message: 'well' })
parentPort.on('message', () => { clearInterval(beat); parentPort.close() })
`,
)

test.each(['falls', 'hangs'])(
  'a worker that %s is started again until it is well, and then left alone',
  async (fault) => {
    const notes = path.join(folder, fault)
    const told: string[] = []
    const well = new Promise<void>((resolve) => {
      const kept = keepWorker({
        script,
        data: { notes, fault },
        log: (_level, message) => {
          told.push(message)
          if (message === 'well') setTimeout(() => void kept.stop(2000).then(resolve), 500)
        },
        look: 50,
        mostSilent: 8,
        pause: 10,
      })
    })
    await well
    expect(readFileSync(notes, 'utf8')).toBe('xxx')
    expect(told).toHaveLength(3)
    expect(told[0]).toContain(fault === 'falls' ? 'the worker fell' : 'the worker was stuck')
  },
)
