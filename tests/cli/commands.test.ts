import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')
const data = mkdtempSync(path.join(tmpdir(), 'newsease-cli-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

function run(values: readonly string[], input: string): Promise<{ code: number; out: string; problem: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [path.join(root, 'src', 'cli', 'main.ts'), ...values],
      { env: { PATH: process.env.PATH ?? '', DATA_DIR: data }, maxBuffer: 64_000_000 },
      (error, out, problem) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, out, problem }),
    )
    child.stdin?.end(input)
  })
}

const story = `Council closes pool after storm

The council has closed the town pool after a storm damaged its roof on Monday night.

Mayor Anna Reid said the pool, which was built in 1962, would stay closed until at least May.

"We know that families will miss it," Ms Reid said.

The storm also cut power to about 340 homes, but nobody was hurt, according to the emergency service.

Source: Our Town News
`

test('simplify prints headline, paragraphs and source, and nothing else', async () => {
  const { code, out } = await run(['simplify', '--level', '2', '--published', '2026-11-18'], story)
  expect(code).toBe(0)
  const [headline, blank] = out.split('\n')
  expect(headline).toBe('Council closes pool after storm')
  expect(blank).toBe('')
  expect(out.trimEnd().endsWith('Source: Our Town News')).toBe(true)
  expect(out).toContain('340 homes')
})

test('simplify as JSON tells sentences, sources, fidelity and scores', async () => {
  const { out } = await run(['simplify', '--level', '1', '--format', 'json'], story)
  const parsed = JSON.parse(out) as Record<string, unknown>
  expect(Object.keys(parsed)).toEqual(
    expect.arrayContaining(['headline', 'level', 'sentences', 'glosses', 'fidelity', 'scores']),
  )
})

test('simplify --lines answers one line for each line, whatever it holds', async () => {
  const lines = [
    'The dog barked.',
    '',
    '???',
    '<script>alert(1)</script>',
    'x'.repeat(5000),
    '"Unclosed, he',
    '\u{1F600} 日本語 \u0000',
    '- - -',
  ]
  const { code, out } = await run(['simplify', '--lines', '--level', '1'], `${lines.join('\n')}\n`)
  expect(code).toBe(0)
  const answers = out.split('\n').slice(0, -1)
  expect(answers).toHaveLength(lines.length)
  expect(answers[0]).toBe('The dog barked.')
  expect(answers[1]).toBe('')
})

test('analyse --conllu keeps the tokens that it is given', async () => {
  const { out } = await run(['analyse', '--conllu'], '# a comment\n1\tRates\t_\n2\trose\t_\n3\t.\t_\n\n')
  const rows = out
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  expect(rows.map((row) => row[1])).toEqual(['Rates', 'rose', '.'])
  expect(rows.every((row) => row.length === 10)).toBe(true)
})

test('score tells the formulas and says when a text is too short for them', async () => {
  const { out } = await run(['score'], 'The cat sat on the mat. It was warm.')
  expect(out).toContain('Flesch–Kincaid grade')
  expect(out).toContain('fewer than 100 words')
})

test('easier answers sentence, word and candidates with tabs', async () => {
  const { out } = await run(['easier'], 'The firm purchased a truck.\tpurchased\nThe cat sat.\tcat\n')
  expect(out).toBe('The firm purchased a truck.\tpurchased\tbought\nThe cat sat.\tcat\n')
})

test('add, list and remove work on the data folder', async () => {
  const added = await run(['add'], story)
  expect(added.out).toMatch(/^new\t[0-9a-f]{16}\t/)
  expect((await run(['add'], story)).out).toMatch(/^same\t/)
  const id = added.out.split('\t')[1] ?? ''
  expect((await run(['list'], '')).out).toContain('Council closes pool after storm')
  expect((await run(['remove', id], '')).out).toBe('1 article was removed.\n')
})

test.each([
  [['nonsense'], 2],
  [['simplify', '--level', '3'], 2],
  [['analyse'], 2],
  [['wrap', '--date', '2026-13-45'], 2],
  [['simplify', '--level', '1', '--published', '2026-02-30'], 2],
  [['simplify', '--level', '1', '/no/such/file'], 2],
  [['speak', '--out', '/no/such/folder/x.mp3', '--level', '3'], 2],
  [['remove', 'nothing'], 2],
])('%s is a mistake that is told in words', async (values, expected) => {
  const { code, problem } = await run(values, '')
  expect(code).toBe(expected)
  expect(problem.length).toBeGreaterThan(5)
  expect(problem).not.toContain('    at ')
})

test('a text that is no story is refused in one plain sentence', async () => {
  const { code, out, problem } = await run(['simplify', '--level', '1'], 'Too short.')
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(problem.trim()).toBe('This text is too short. A story needs at least 40 words.')
})

test('a reader that has heard enough is fine, a full disk is not', async () => {
  const through = (target: string): Promise<number> =>
    new Promise((resolve) => {
      const command = `"${process.execPath}" "${path.join(root, 'src', 'cli', 'main.ts')}" analyse --text ${target}`
      const child = execFile(
        'bash',
        ['-c', `set -o pipefail; ${command}`],
        { env: { PATH: process.env.PATH ?? '' } },
        (error) => resolve(typeof error?.code === 'number' ? error.code : 0),
      )
      child.stdin?.end(story.repeat(50))
    })
  expect(await through('| head -1')).toBe(0)
  if (existsSync('/dev/full')) expect(await through('> /dev/full')).not.toBe(0)
})
