import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPlainKernel, createWasmKernel, exponential } from '../../src/language/kernel.ts'
import { readModel } from '../../src/language/model-file.ts'
import { createParser, type ParsedWord, type Parser, parserMemory } from '../../src/language/parser.ts'
import { readTreebank } from '../../src/language/training/treebank.ts'

const language = join(import.meta.dirname, '../../src/language')
const sample = readTreebank(readFileSync(join(import.meta.dirname, 'news-sample.conllu'), 'utf8'))
const main = load('parser')
const second = load('second')

function load(model: 'parser' | 'second', plain = false): Parser {
  const code = new Uint8Array(readFileSync(join(language, 'kernel.wasm')))
  const fast = plain ? undefined : createWasmKernel(code, parserMemory)
  const bytes = new Uint8Array(readFileSync(join(language, 'model', `${model}.bin`)))
  return createParser(readModel(bytes), fast ?? createPlainKernel(parserMemory))
}

/** Whether each word reaches the one root. */
function isTree(words: readonly ParsedWord[]): boolean {
  if (words.filter(({ head }) => head === -1).length !== 1) return false
  return words.every((_, start) => {
    let at = start
    for (let steps = 0; steps <= words.length && at >= 0; steps += 1) at = words[at]?.head ?? Number.NaN
    return at === -1
  })
}

function shareRight(parser: Parser): { readonly tags: number; readonly heads: number; readonly trees: number } {
  let words = 0
  let tags = 0
  let heads = 0
  let trees = 0
  for (const sentence of sample) {
    const parsed = parser.parse(sentence.map(({ form }) => form))
    for (const [at, gold] of sentence.entries()) {
      const word = parsed[at]
      words += 1
      if (word?.upos === gold.upos) tags += 1
      if (word?.head !== gold.head) continue
      heads += 1
      if (word.relation.split(':')[0] === gold.relation.split(':')[0]) trees += 1
    }
  }
  return { tags: tags / words, heads: heads / words, trees: trees / words }
}

test('the main parser reads the sample of short news sentences nearly without fault', () => {
  const { tags, heads, trees } = shareRight(main)
  expect(tags).toBeGreaterThan(0.97)
  expect(heads).toBeGreaterThan(0.94)
  expect(trees).toBeGreaterThan(0.92)
})

test('the second parser reads the sample well', () => {
  const { tags, heads, trees } = shareRight(second)
  expect(tags).toBeGreaterThan(0.96)
  expect(heads).toBeGreaterThan(0.92)
  expect(trees).toBeGreaterThan(0.89)
})

test.each([
  ['The bank was fined by the court in May .', 'court', 'obl:agent', 'fined'],
  ['Police said two men were arrested .', 'arrested', 'ccomp', 'said'],
  ['The law , passed in June , bans bags .', 'passed', 'acl', 'law'],
  ['Workers who lost their jobs will receive help .', 'lost', 'acl:relcl', 'Workers'],
  ['Three people were hurt when a bus hit a wall .', 'hit', 'advcl', 'hurt'],
])('in "%s", %s is %s of %s', (text, form, relation, head) => {
  const forms = text.split(' ')
  const word = main.parse(forms)[forms.indexOf(form)]
  expect([word?.relation, forms[word?.head ?? -1]]).toEqual([relation, head])
})

describe('any input', () => {
  test('nothing gives nothing', () => {
    expect(main.parse([])).toEqual([])
  })

  test('any strings give a tree with probabilities', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 30 }), (forms) => {
        const words = main.parse(forms)
        expect(words).toHaveLength(forms.length)
        expect(isTree(words)).toBe(true)
        for (const { confidence, upos, xpos, relation } of words) {
          for (const value of Object.values(confidence)) {
            expect(value).toBeGreaterThan(0)
            expect(value).toBeLessThanOrEqual(1)
          }
          expect([upos, xpos, relation].every((name) => name.length > 0)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test.each([159, 160, 161, 320, 2000])('a sentence of %i words is one tree', (count) => {
    const forms = Array.from({ length: count }, (_, at) => ['The', 'dog', 'saw', 'a', 'cat', ','][at % 6] ?? '')
    const words = main.parse(forms)
    expect(words).toHaveLength(count)
    expect(isTree(words)).toBe(true)
  })

  test('one word of a million letters is read', () => {
    expect(main.parse(['x'.repeat(1_000_000), 'fell', '.'])).toHaveLength(3)
  })
})

describe('the same on every machine', () => {
  test('WebAssembly and plain JavaScript give the same words to the last bit', () => {
    const plain = load('parser', true)
    for (const sentence of sample.slice(0, 12)) {
      const forms = sentence.map(({ form }) => form)
      expect(plain.parse(forms)).toEqual(main.parse(forms))
    }
  })

  test('what was read before changes nothing', () => {
    const forms = ['Prices', 'rose', 'again', '.']
    const before = main.parse(forms)
    for (const sentence of sample) main.parse(sentence.map(({ form }) => form))
    expect(main.parse(forms)).toEqual(before)
  })

  test.each([-30, -7.3, -0.5, 0, 0.3, 1, 12.25, 30])('e to the power of %d', (x) => {
    expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 4)
  })
})

test('a file that is no model is refused with what it starts with', () => {
  expect(() => readModel(new TextEncoder().encode('{"words": []}                    '))).toThrow(/starts with/)
})
