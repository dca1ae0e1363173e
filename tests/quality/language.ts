import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPlainKernel, createWasmKernel } from '../../src/language/kernel.ts'
import { readModel } from '../../src/language/model-file.ts'
import { createParser, type ParsedWord, type Parser, parserMemory } from '../../src/language/parser.ts'
import { repair } from '../../src/language/repair.ts'
import { type GoldWord, readTreebank } from '../../src/language/training/treebank.ts'
import { reportWholeTexts } from './language/whole-texts.ts'

const language = join(import.meta.dirname, '../../src/language')
const sample = join(import.meta.dirname, '../language/news-sample.conllu')
const articles = join(import.meta.dirname, '../../../shared/articles')
const weakest = ['appos', 'parataxis', 'advcl', 'ccomp', 'acl', 'acl:relcl', 'xcomp', 'conj', 'nsubj', 'obl:agent']

/** One word with its gold answer. */
interface Pair {
  readonly gold: GoldWord
  readonly parsed: ParsedWord
}

/**
 * Prints how well the parsers read: `npm run quality -- language [FOLDER]`. FOLDER holds treebanks (CoNLL-U, the measured
 * ones have "dev" in their names); without it, ../shared/data/treebanks; without that, only the sample in tests/language.
 */
export function run([folder = join(import.meta.dirname, '../../../shared/data/treebanks')]: readonly string[]): void {
  const resident = residentWithParser()
  const outside = ['ewt-dev', 'gumnews-dev', 'gum-dev'].map((name) => join(folder, `${name}.conllu`)).filter(existsSync)
  if (outside.length === 0) console.log(`No treebanks in ${folder}: only the small sample of our own is measured.`)
  const sets = [...outside, sample].map((path) => ({
    name: path.slice(path.lastIndexOf('/') + 1, -'.conllu'.length),
    sentences: readTreebank(readFileSync(path, 'utf8')),
  }))
  console.log(`resident after the main parser has read the sample twenty times: ${resident.toFixed(0)} MB`)
  for (const model of ['parser', 'second']) {
    const path = join(language, 'model', `${model}.bin`)
    if (!existsSync(path)) continue
    const started = performance.now()
    const parser = load(path)
    const loaded = performance.now() - started
    console.log(`\n${model}.bin: ${(readFileSync(path).length / 1e6).toFixed(1)} MB, loads in ${loaded.toFixed(0)} ms`)
    for (const { name, sentences } of sets) report(name, sentences, parser)
  }
  agreement(sets[0]?.sentences ?? [], sets[0]?.name ?? '')
  reportWholeTexts(folder, articles, sample)
}

/** Megabytes that the whole process holds, before anything else is loaded. */
function residentWithParser(): number {
  const parser = load(join(language, 'model/parser.bin'))
  const sentences = readTreebank(readFileSync(sample, 'utf8'))
  for (let round = 0; round < 20; round += 1) {
    for (const sentence of sentences) parser.parse(sentence.map(({ form }) => form))
  }
  return process.memoryUsage.rss() / 1e6
}

function load(path: string): Parser {
  const code = new Uint8Array(readFileSync(join(language, 'kernel.wasm')))
  const kernel = createWasmKernel(code, parserMemory) ?? createPlainKernel(parserMemory)
  return createParser(readModel(new Uint8Array(readFileSync(path))), kernel)
}

function report(name: string, sentences: readonly (readonly GoldWord[])[], parser: Parser): void {
  const forms = sentences.map((sentence) => sentence.map(({ form }) => form))
  for (const sentence of forms.slice(0, 100)) parser.parse(sentence)
  const started = performance.now()
  const parsed = forms.map((sentence) => parser.parse(sentence))
  const seconds = (performance.now() - started) / 1000
  const pairs = pair(sentences, parsed)
  const mended = pair(
    sentences,
    parsed.map((words, at) => repair(forms[at] ?? [], words)),
  )
  const figures = (all: readonly Pair[]): string =>
    `UPOS ${share(all, hasTag)}, XPOS ${share(all, hasPennTag)}, UAS ${share(all, hasHead)}, LAS ${share(all, hasTree)}`
  console.log(`${name}: ${pairs.length} words, ${figures(pairs)}, ${Math.round(pairs.length / seconds)} words a second`)
  console.log(`  after mending: ${figures(mended)}`)
  if (pairs.length < 10_000) return
  const plain = pairs.filter(({ gold }) => gold.upos !== 'PUNCT')
  console.log(`  without punctuation: UAS ${share(plain, hasHead)}, LAS ${share(plain, hasTree)}`)
  console.log(`  F1 by relation: ${weakest.map((relation) => `${relation} ${relationF1(pairs, relation)}`).join(', ')}`)
  reliability(
    'tag',
    pairs.map(({ gold, parsed: word }) => [word.confidence.tag, gold.upos === word.upos]),
  )
  reliability(
    'arc',
    pairs.map((each) => [each.parsed.confidence.arc, hasHead(each)]),
  )
  reliability(
    'label',
    pairs.filter(hasHead).map((each) => [each.parsed.confidence.label, each.gold.relation === each.parsed.relation]),
  )
}

function pair(
  sentences: readonly (readonly GoldWord[])[],
  parsed: readonly (readonly ParsedWord[])[],
): readonly Pair[] {
  return sentences.flatMap((sentence, s) =>
    sentence.flatMap((gold, at) => {
      const word = parsed[s]?.[at]
      return word === undefined ? [] : [{ gold, parsed: word }]
    }),
  )
}

function hasTag({ gold, parsed }: Pair): boolean {
  return gold.upos === parsed.upos
}

function hasPennTag({ gold, parsed }: Pair): boolean {
  return gold.xpos === parsed.xpos
}

function hasHead({ gold, parsed }: Pair): boolean {
  return gold.head === parsed.head
}

/** Head and relation, subtypes left out, as the CoNLL shared tasks count. */
function hasTree({ gold, parsed }: Pair): boolean {
  return gold.head === parsed.head && gold.relation.split(':')[0] === parsed.relation.split(':')[0]
}

function share(pairs: readonly Pair[], isRight: (pair: Pair) => boolean): string {
  return ((100 * pairs.filter(isRight).length) / Math.max(1, pairs.length)).toFixed(2)
}

/** F1 of heads and relation together, for one relation with its subtype. */
function relationF1(pairs: readonly Pair[], relation: string): string {
  const inGold = pairs.filter(({ gold }) => gold.relation === relation).length
  const found = pairs.filter(({ parsed }) => parsed.relation === relation).length
  const right = pairs.filter(
    (each) => each.gold.relation === relation && each.parsed.relation === relation && hasHead(each),
  ).length
  return ((200 * right) / Math.max(1, inGold + found)).toFixed(1)
}

/** Ten steps of confidence with the share that is right in each, and the expected calibration error. */
function reliability(name: string, answers: readonly (readonly [number, boolean])[]): void {
  const steps = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995, 1.01]
  let error = 0
  const rows = steps.slice(0, -1).map((from, at) => {
    const inside = answers.filter(([confidence]) => confidence >= from && confidence < (steps[at + 1] ?? 2))
    const right = inside.filter(([, isRight]) => isRight).length / Math.max(1, inside.length)
    const said = inside.reduce((sum, [confidence]) => sum + confidence, 0) / Math.max(1, inside.length)
    error += (inside.length / answers.length) * Math.abs(right - said)
    return `${said.toFixed(3)}→${right.toFixed(3)} (${inside.length})`
  })
  console.log(`  ${name}: ECE ${error.toFixed(4)}; said→right (words): ${rows.join(' ')}`)
}

/** How often the main parser is right where the second agrees with it, and where not. */
function agreement(sentences: readonly (readonly GoldWord[])[], name: string): void {
  const paths = ['parser', 'second'].map((model) => join(language, 'model', `${model}.bin`))
  if (!paths.every(existsSync)) return
  const [first, second] = paths.map(load)
  const same: Pair[] = []
  const other: Pair[] = []
  for (const sentence of sentences) {
    const forms = sentence.map(({ form }) => form)
    const check = second?.parse(forms)
    for (const [at, parsed] of (first?.parse(forms) ?? []).entries()) {
      const gold = sentence[at]
      if (gold === undefined) continue
      const agrees = check?.[at]?.head === parsed.head && check[at]?.relation === parsed.relation
      ;(agrees ? same : other).push({ gold, parsed })
    }
  }
  const part = (100 * same.length) / Math.max(1, same.length + other.length)
  console.log(`both parsers on ${name}: the same for ${part.toFixed(1)} % of words`)
  console.log(`  LAS where they agree ${share(same, hasTree)}, where they do not ${share(other, hasTree)}`)
}
