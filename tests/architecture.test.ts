import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const source = path.join(import.meta.dirname, '..', 'src')

/** Which folders each folder may import, besides itself. A name ending in `.ts` is one file at the top. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  document: [],
  clean: ['document', 'failure.ts'],
  language: ['document'],
  readability: ['document', 'language'],
  study: ['document', 'language', 'readability'],
  simplify: ['document', 'failure.ts', 'language', 'readability', 'study'],
  speech: ['document', 'failure.ts'],
  edition: ['document', 'language', 'readability', 'simplify', 'study'],
  wrap: ['document', 'language', 'edition'],
  publish: ['document', 'speech', 'wrap'],
  ingest: ['document', 'clean', 'failure.ts'],
  knowledge: ['language', 'readability', 'simplify', 'speech', 'study'],
  media: ['speech', 'failure.ts'],
  rewriters: ['failure.ts', 'media', 'simplify'],
  voices: ['speech', 'failure.ts'],
  store: ['document', 'clean', 'edition', 'speech', 'wrap', 'failure.ts'],
  jobs: ['document', 'edition', 'failure.ts', 'media', 'simplify', 'speech', 'store', 'wrap'],
  web: [
    'document',
    'edition',
    'failure.ts',
    'jobs',
    'media',
    'publish',
    'readability',
    'speech',
    'store',
    'study',
    'wrap',
    'language',
  ],
  config: [],
}

/** Folders that only compute. */
const core = new Set([
  'document',
  'clean',
  'language',
  'readability',
  'simplify',
  'study',
  'speech',
  'edition',
  'wrap',
  'publish',
])
/** What the core may take from Node: hashing is computing. */
const pureModules = new Set(['node:crypto'])

interface SourceFile {
  readonly name: string
  readonly text: string
}

/** Every import that the table does not allow, as "file imports what". */
function violations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ name, text }) => {
    const [folder = ''] = name.split('/')
    // The trainer is a script of its own; the files at the top build all the others.
    if (name.startsWith('language/training/') || !(folder in allowed)) return []
    const imports = [
      ...text.matchAll(/^(?:import|export)\b[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm),
    ]
    return imports.flatMap((match) => {
      const target = match[1] ?? match[2] ?? match[3] ?? ''
      if (target.startsWith('.')) {
        const reached = path.posix.normalize(path.posix.join(path.posix.dirname(name), target))
        const [to = ''] = reached.split('/')
        return to === folder || allowed[folder]?.includes(to) ? [] : [`${name} imports ${reached}`]
      }
      const isNode = target.startsWith('node:')
      return core.has(folder) && isNode && !pureModules.has(target) ? [`${name} imports ${target}`] : []
    })
  })
}

function sourceFiles(): readonly SourceFile[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name: name.replaceAll(path.sep, '/'), text: readFileSync(path.join(source, name), 'utf8') }))
}

test('arrows point towards document: no folder imports what the table does not allow', () => {
  const files = sourceFiles()
  expect(files.length).toBeGreaterThan(100)
  expect(violations(files)).toEqual([])
})

test('every folder has its row, and nothing imports the command line or the starting files', () => {
  const known = new Set([...Object.keys(allowed), 'cli'])
  const folders = sourceFiles().flatMap(({ name }) => (name.includes('/') ? [name.slice(0, name.indexOf('/'))] : []))
  expect(folders.filter((folder) => !known.has(folder))).toEqual([])
  expect(Object.values(allowed).flat()).not.toContain('cli')
})

test('a planted violation is found', () => {
  expect(violations([{ name: 'simplify/planted.ts', text: "import { buildApp } from '../web/app.ts'\n" }])).toEqual([
    'simplify/planted.ts imports web/app.ts',
  ])
  expect(violations([{ name: 'language/planted.ts', text: "import { readFileSync } from 'node:fs'\n" }])).toEqual([
    'language/planted.ts imports node:fs',
  ])
  expect(violations([{ name: 'web/planted.ts', text: "const late = await import('../cli/main.ts')\n" }])).toEqual([
    'web/planted.ts imports cli/main.ts',
  ])
  expect(
    violations([{ name: 'document/planted.ts', text: "export {\n  one,\n  two,\n} from '../clean/blocks.ts'\n" }]),
  ).toEqual(['document/planted.ts imports clean/blocks.ts'])
})

test('the core asks for no clock, no chance and no environment', () => {
  const asking = sourceFiles()
    .filter(({ name }) => core.has(name.split('/')[0] ?? '') && !name.startsWith('language/training/'))
    .filter(({ text }) => /\b(?:Date\.now|Math\.random|process\.(?:env|argv)|new Date\(\))/.test(text))
  expect(asking.map(({ name }) => name)).toEqual([])
})
