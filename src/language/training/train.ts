// Rebuilds the weights of both parsers: npm run train -- --treebanks DIR --vectors FILE [--raw FILE] [--epochs N] [--work DIR] [--out DIR]
// What it needs and how long it takes stands in README.md beside it.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { calibrate } from './calibrate.ts'
import { compact, withTemperatures } from './compact.ts'
import { meanOfTrained } from './mean.ts'
import { type Mean, type Run, recipe } from './recipe.ts'
import { readTreebank } from './treebank.ts'
import { readVectors, type Vectors } from './vectors.ts'

const { values: options } = parseArgs({
  options: {
    treebanks: { type: 'string' },
    vectors: { type: 'string' },
    raw: { type: 'string' },
    epochs: { type: 'string' },
    work: { type: 'string', default: join(tmpdir(), 'newsease-training') },
    out: { type: 'string', default: join(import.meta.dirname, '../model') },
  },
})
const { treebanks, vectors: vectorFile, raw, epochs, work, out } = options
if (treebanks === undefined || vectorFile === undefined) {
  console.error('Say where the data is: npm run train -- --treebanks DIR --vectors FILE')
  process.exit(1)
}

mkdirSync(work, { recursive: true })
mkdirSync(out, { recursive: true })
const files = readdirSync(treebanks)
  .filter((name) => name.endsWith('.conllu'))
  .sort()
const pathsOf = (part: string): readonly string[] =>
  files.filter((name) => name.includes(part)).map((name) => join(treebanks, name))

const vectors = readVectors(readFileSync(vectorFile, 'utf8'))
writeFileSync(join(work, 'vectors.bin'), Buffer.from(vectors.values.buffer))
writeFileSync(join(work, 'vectors.txt'), `${vectors.words.join('\n')}\n`)

const trainer = join(work, 'trainer')
const source = join(import.meta.dirname, 'parser-trainer.cpp')
await call('g++', ['-std=c++20', '-O3', '-march=native', '-fno-math-errno', '-Wno-psabi', '-o', trainer, source])

for (const step of recipe.steps) await Promise.all(step.map((part) => make(part)))
for (const name of recipe.models) finish(name, vectors, out)

/** Where the weights of a run stand before they are made small. */
function trainedPath(name: string): string {
  return join(work, `${name}.trained`)
}

function readPath(name: string): Uint8Array {
  return new Uint8Array(readFileSync(trainedPath(name)))
}

/** One part of a step; what is there already is not made again. */
async function make(part: Run | Mean): Promise<void> {
  const path = trainedPath(part.name)
  if (existsSync(path)) return
  switch (part.kind) {
    case 'run':
      return train(part, path)
    case 'mean':
      return writeFileSync(path, meanOfTrained(part.of.map(readPath)))
  }
}

async function train(run: Run, path: string): Promise<void> {
  const settings = Object.entries(epochs === undefined ? run.options : { ...run.options, epochs })
  const data = ['--train', pathsOf('train').join(','), '--dev', pathsOf('dev').join(',')]
  const words = ['--vectors', join(work, 'vectors.bin'), '--vector-words', join(work, 'vectors.txt')]
  const start = run.start === undefined ? [] : ['--start', trainedPath(run.start)]
  const teachers = run.teachers === undefined ? [] : ['--teachers', run.teachers.map(trainedPath).join(',')]
  const text = run.readsRaw === true && raw !== undefined ? ['--raw', raw] : []
  const options = settings.flatMap(([name, value]) => [`--${name}`, String(value)])
  await call(trainer, [...data, ...words, ...start, ...teachers, ...text, ...options, '--out', path])
}

/** Makes the weights small, sets the temperatures on the dev parts, and writes the model file. */
function finish(name: string, { values, words }: Vectors, folder: string): void {
  const model = compact(readPath(name), values, words, { tag: 1, arc: 1, label: 1 })
  const code = new Uint8Array(readFileSync(join(import.meta.dirname, '../kernel.wasm')))
  const gold = pathsOf('dev').flatMap((path) => readTreebank(readFileSync(path, 'utf8')))
  const temperatures = calibrate(model, code, gold)
  writeFileSync(join(folder, `${name}.bin`), withTemperatures(model, temperatures))
  console.log(name, temperatures)
}

function call(program: string, values: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...values], { stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`training: ${program} ended with ${code}`))))
  })
}
