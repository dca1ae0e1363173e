import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { indefiniteArticle, inflect } from '../../src/language/inflect.ts'
import { irregularDegrees, irregularNouns, irregularVerbs } from '../../src/language/irregular.ts'
import { lemmaOf } from '../../src/language/lemma.ts'
import { readModel } from '../../src/language/model-file.ts'

/** How each class of regular words is spelled: Penn tag → form. Written apart from the code that is tested. */
const classes: Readonly<Record<string, Readonly<Record<string, (lemma: string) => string>>>> = {
  'verb-plain': verb(
    (word) => `${word}s`,
    (word) => `${word}ed`,
    (word) => `${word}ing`,
  ),
  'verb-e': verb(
    (word) => `${word}s`,
    (word) => `${word}d`,
    (word) => `${word.slice(0, -1)}ing`,
  ),
  'verb-double': verb(
    (word) => `${word}s`,
    (word) => `${word}${word.at(-1)}ed`,
    (word) => `${word}${word.at(-1)}ing`,
  ),
  'verb-double-l': verb(
    (word) => `${word}s`,
    (word) => `${word}led`,
    (word) => `${word}ling`,
  ),
  'verb-y': verb(
    (word) => `${word.slice(0, -1)}ies`,
    (word) => `${word.slice(0, -1)}ied`,
    (word) => `${word}ing`,
  ),
  'verb-es': verb(
    (word) => `${word}es`,
    (word) => `${word}ed`,
    (word) => `${word}ing`,
  ),
  'verb-ic': verb(
    (word) => `${word}s`,
    (word) => `${word}ked`,
    (word) => `${word}king`,
  ),
  'verb-ee': verb(
    (word) => `${word}s`,
    (word) => `${word}d`,
    (word) => `${word}ing`,
  ),
  'verb-ie': verb(
    (word) => `${word}s`,
    (word) => `${word}d`,
    (word) => `${word.slice(0, -2)}ying`,
  ),
  'noun-plain': { NNS: (word) => `${word}s` },
  'noun-y': { NNS: (word) => `${word.slice(0, -1)}ies` },
  'noun-es': { NNS: (word) => `${word}es` },
  'adjective-plain': { JJR: (word) => `${word}er`, JJS: (word) => `${word}est` },
  'adjective-e': { JJR: (word) => `${word}r`, JJS: (word) => `${word}st` },
  'adjective-double': { JJR: (word) => `${word}${word.at(-1)}er`, JJS: (word) => `${word}${word.at(-1)}est` },
  'adjective-y': { JJR: (word) => `${word.slice(0, -1)}ier`, JJS: (word) => `${word.slice(0, -1)}iest` },
  'adjective-more': { JJR: (word) => `more ${word}`, JJS: (word) => `most ${word}` },
}

function verb(s: (word: string) => string, ed: (word: string) => string, ing: (word: string) => string) {
  return { VBZ: s, VBD: ed, VBN: ed, VBG: ing }
}

const rows = readFileSync(join(import.meta.dirname, 'inflect-classes.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# class'))
  .map((line) => line.split('\t'))
const regular = rows.flatMap(([name = '', words = '']) =>
  words
    .split(' ')
    .flatMap((lemma) =>
      Object.entries(classes[name] ?? {}).map(([tag, spell]) => ({ lemma, tag, form: spell(lemma) })),
    ),
)
const irregular = [
  ...[...irregularVerbs].flatMap(([lemma, { past, participle }]) => [
    { lemma, tag: 'VBD', form: lemma === 'be' ? 'was' : past },
    { lemma, tag: 'VBN', form: participle },
    { lemma, tag: 'VBZ', form: inflect(lemma, 'VBZ') },
    { lemma, tag: 'VBG', form: inflect(lemma, 'VBG') },
  ]),
  ...[...irregularNouns].filter(([one]) => one !== 'person').map(([lemma, form]) => ({ lemma, tag: 'NNS', form })),
  ...[...irregularDegrees].flatMap(([lemma, { more, most }]) => [
    { lemma, tag: 'JJR', form: more },
    { lemma, tag: 'JJS', form: most },
  ]),
]
const model = readModel(new Uint8Array(readFileSync(new URL('../../src/language/model/parser.bin', import.meta.url))))
const ranks = new Map(model.header.vectorWords.map((word, rank) => [word, rank]))
/** Two words share these forms, and the commoner one is meant: "worse" is of "bad" before it is of "ill". */
const shared = new Set(['better', 'best', 'worse', 'worst', 'axes', 'bases'])

test('3,000 forms or more of 400 irregular words and the regular classes are checked', () => {
  expect(irregularVerbs.size + irregularNouns.size).toBeGreaterThanOrEqual(400)
  expect(regular.length + irregular.length).toBeGreaterThanOrEqual(3000)
})

test('every form is spelled as its class or its row says', () => {
  const wrong = [...regular, ...irregular].flatMap(({ lemma, tag, form }) => {
    const made = inflect(lemma, tag)
    return made === form ? [] : [`${lemma} ${tag}: ${made}, not ${form}`]
  })
  expect(wrong).toEqual([])
})

test('every form leads back to its lemma', () => {
  const wrong = [...regular, ...irregular].flatMap(({ lemma, tag, form }) => {
    if (form.includes(' ') || shared.has(form)) return []
    const found = lemmaOf(form, tag, (word) => ranks.get(word))
    return found === lemma ? [] : [`${form} ${tag}: ${found}, not ${lemma}`]
  })
  expect(wrong).toEqual([])
})

test.each([
  ['go', 'VBD', 'went'],
  ['be', 'VBZ', 'is'],
  ['be', 'VBN', 'been'],
  ['have', 'VBZ', 'has'],
  ['carry out', 'VBD', 'carried out'],
  ['police officer', 'NNS', 'police officers'],
  ['lie', 'VBG', 'lying'],
  ['singe', 'VBG', 'singeing'],
  ['dye', 'VBG', 'dyeing'],
  ['quiz', 'VBD', 'quizzed'],
  ['benefit', 'VBD', 'benefited'],
  ['open', 'VBG', 'opening'],
  ['man', 'NNS', 'men'],
  ['crisis', 'NNS', 'crises'],
  ['good', 'JJS', 'best'],
  ['walk', 'NN', 'walk'],
  ['trousers', 'NNS', 'trousers'],
  ['Christmas', 'NNS', 'Christmases'],
  ['police', 'NNS', 'police'],
  ['guardsman', 'NNS', 'guardsmen'],
  ['human', 'NNS', 'humans'],
  ['superhero', 'NNS', 'superheroes'],
  ['underpin', 'VBD', 'underpinned'],
  ['forbid', 'VBG', 'forbidding'],
])('%s as %s is %s', (lemma, tag, form) => {
  expect(inflect(lemma, tag)).toBe(form)
})

test.each([
  ['hour', 'an'],
  ['European', 'a'],
  ['MP', 'an'],
  ['UN plan', 'a'],
  ['8-year-old', 'an'],
  ['11-day', 'an'],
  ['18-month', 'an'],
  ['80', 'an'],
  ['110', 'a'],
  ['one-day', 'a'],
  ['union', 'a'],
  ['uncle', 'an'],
  ['honest man', 'an'],
  ['university', 'a'],
  ['“easy” plan', 'an'],
])('%s takes %s', (word, article) => {
  expect(indefiniteArticle(word)).toBe(article)
})

test.each([
  ['sued', 'VBD', 'sue'],
  ['suing', 'VBG', 'sue'],
  ['bragging', 'VBG', 'brag'],
  ['deluded', 'VBN', 'delude'],
])('%s is of a lemma', (form, tag, lemma) => {
  expect(lemmaOf(form, tag, (word) => ranks.get(word))).toBe(lemma)
})
