import { expect, test } from 'vitest'
import { createMemoryMedia } from '../../src/media/memory.ts'
import { keepAnswers } from '../../src/rewriters/keep-answers.ts'
import { createChatRewriter } from '../../src/rewriters/openai-chat.ts'
import { answer, paragraphOf, startChatStub } from './chat-stub.ts'

const request = { level: 2, paragraph: 'The mayor, Ann Lee, opened the bridge.', names: ['Ann Lee'] } as const
const quick = { model: 'small-model', firstWait: 1, patience: 2000 }

test('a paragraph is asked for with the style, its names and the key, and the answer comes back', async () => {
  await using stub = await startChatStub((messages, response) => answer(response, ` ${paragraphOf(messages)} `))
  const rewriter = createChatRewriter({ ...quick, url: stub.url, key: 'secret-key' })
  expect(await rewriter.rewrite(request)).toEqual({ ok: true, value: request.paragraph })
  expect(stub.requests).toHaveLength(1)
  expect(stub.requests[0]?.key).toBe('Bearer secret-key')
  expect(JSON.parse(stub.requests[0]?.body ?? '')).toMatchObject({
    model: 'small-model',
    temperature: 0,
    stream: false,
  })
  expect(stub.requests[0]?.body).toContain('Names to keep: Ann Lee')
  expect(stub.requests[0]?.body).toContain('CEFR B1')
})

test('what a model thinks aloud is left out', async () => {
  await using stub = await startChatStub((_, response) => answer(response, '<think>Hm. 5 > 4.</think>\nShe came.'))
  expect(await createChatRewriter({ ...quick, url: stub.url }).rewrite(request)).toEqual({
    ok: true,
    value: 'She came.',
  })
})

test('a busy server is asked again, and then again', async () => {
  let count = 0
  await using stub = await startChatStub((_, response) => {
    count += 1
    response.statusCode = count < 3 ? 500 : 200
    answer(response, 'She came.')
  })
  expect((await createChatRewriter({ ...quick, url: stub.url }).rewrite(request)).ok).toBe(true)
  expect(stub.requests).toHaveLength(3)
})

test.each([
  ['a server that is always broken', 500, 3],
  ['a key that is refused', 401, 1],
  ['too many requests', 429, 3],
])('%s is told as a failure without the key', async (_, status, requests) => {
  await using stub = await startChatStub((_messages, response) => {
    response.statusCode = status
    response.end('secret-key is wrong')
  })
  const result = await createChatRewriter({ ...quick, url: stub.url, key: 'secret-key' }).rewrite(request)
  expect(result).toMatchObject({ ok: false, failure: { kind: 'unreachable', cause: `status ${status}` } })
  expect(JSON.stringify(result)).not.toContain('secret-key')
  expect(stub.requests).toHaveLength(requests)
})

test('a server that says nothing is waited for only so long', async () => {
  await using stub = await startChatStub(() => undefined)
  const started = performance.now()
  const result = await createChatRewriter({ ...quick, url: stub.url, patience: 100 }).rewrite(request)
  expect(result).toMatchObject({ ok: false, failure: { kind: 'too-slow' } })
  expect(performance.now() - started).toBeLessThan(1500)
})

test('a server that stops in the middle of its answer is waited for only so long', async () => {
  await using stub = await startChatStub((_, response) => void response.write('{"choices":'))
  const result = await createChatRewriter({ ...quick, url: stub.url, patience: 100 }).rewrite(request)
  expect(result).toMatchObject({ ok: false, failure: { kind: 'too-slow' } })
})

test('no server at all', async () => {
  const { url } = await startChatStub(() => undefined).then(async (stub) => {
    await stub[Symbol.asyncDispose]()
    return stub
  })
  const result = await createChatRewriter({ ...quick, url }).rewrite(request)
  expect(result).toMatchObject({ ok: false, failure: { kind: 'unreachable' } })
})

test.each([
  ['a web page', '<html>Welcome</html>', 'invalid'],
  ['another form', '{"text":"She came."}', 'invalid'],
  ['an empty answer', '{"choices":[{"message":{"content":"  "}}]}', 'empty'],
  ['far too much', 'x'.repeat(300_000), 'too-long'],
])('%s is a failure', async (_, body, kind) => {
  await using stub = await startChatStub((_messages, response) => void response.end(body))
  const result = await createChatRewriter({ ...quick, url: stub.url }).rewrite(request)
  expect(result).toMatchObject({ ok: false, failure: { kind } })
})

test('a key is not carried on to another place', async () => {
  await using other = await startChatStub((_, response) => answer(response, 'She came.'))
  await using stub = await startChatStub((_, response) => {
    response.writeHead(307, { location: `${other.url}/chat/completions` }).end()
  })
  const result = await createChatRewriter({ ...quick, url: stub.url, key: 'secret-key' }).rewrite(request)
  expect(result.ok).toBe(false)
  expect(other.requests).toHaveLength(0)
})

test('the same words are asked for once; other words, another level and failures are asked again', async () => {
  let works = false
  await using stub = await startChatStub((messages, response) => {
    response.statusCode = works ? 200 : 401
    answer(response, paragraphOf(messages))
  })
  const rewriter = keepAnswers(createChatRewriter({ ...quick, url: stub.url }), createMemoryMedia())
  expect((await rewriter.rewrite(request)).ok).toBe(false)
  works = true
  const first = await rewriter.rewrite(request)
  expect(await rewriter.rewrite(request)).toEqual(first)
  expect(stub.requests).toHaveLength(2)
  await rewriter.rewrite({ ...request, level: 1 })
  await rewriter.rewrite({ ...request, paragraph: 'She came.' })
  expect(stub.requests).toHaveLength(4)
})
