import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answer, startChatStub } from './chat-stub.ts'

const root = path.join(import.meta.dirname, '..', '..')
const data = mkdtempSync(path.join(tmpdir(), 'newsease-rewriter-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

const story = `Council opens new library

The council opened a new library on Monday in front of about 300 people, and the mayor thanked the builders.

Workers built it in two years, and the town paid $4 million for it, which was less than the council had planned.
`

function simplify(
  environment: Readonly<Record<string, string>>,
  values: readonly string[],
): Promise<{ code: number; out: string; problem: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [path.join(root, 'src', 'cli', 'main.ts'), 'simplify', '--format', 'json', ...values],
      { env: { PATH: process.env.PATH ?? '', DATA_DIR: data, ...environment } },
      (error, out, problem) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, out, problem }),
    )
    child.stdin?.end(story)
  })
}

test('--rewriter asks the server of the options once for each paragraph and level, and keeps the answers', async () => {
  await using stub = await startChatStub((_, response) =>
    answer(response, 'The council opened a new library on Monday.'),
  )
  const environment = { REWRITER_URL: stub.url, REWRITER_MODEL: 'stub', REWRITER_KEY: 'secret-key' }
  const first = await simplify(environment, ['--rewriter'])
  expect(first.code).toBe(0)
  expect(stub.requests).toHaveLength(4)
  const second = await simplify(environment, ['--rewriter'])
  expect(second.out).toBe(first.out)
  expect(stub.requests).toHaveLength(4)
  expect(first.out + first.problem).not.toContain('secret-key')
  // Half of the paragraph is not enough: 300 people and the mayor would be lost.
  expect((JSON.parse(first.out) as { madeBy: string }).madeBy).toBe('newsease-1')
})

test('nobody is asked without --rewriter', async () => {
  await using stub = await startChatStub((_, response) => answer(response, 'It is new.'))
  const { code } = await simplify({ REWRITER_URL: stub.url, REWRITER_MODEL: 'stub' }, [])
  expect(code).toBe(0)
  expect(stub.requests).toHaveLength(0)
})

test('--rewriter without a server says what is missing', async () => {
  const { code, problem } = await simplify({}, ['--rewriter'])
  expect(code).toBe(2)
  expect(problem).toContain('REWRITER_URL')
})

test('a server that is not there is told, and the text is our own', async () => {
  const { code, out, problem } = await simplify({ REWRITER_URL: 'http://127.0.0.1:9/v1', REWRITER_MODEL: 'gone' }, [
    '--rewriter',
  ])
  expect(code).toBe(0)
  expect(out).toContain('newsease-1')
  expect(problem).toContain('did not answer')
})
