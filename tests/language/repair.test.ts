import { expect, test } from 'vitest'
import type { ParsedWord } from '../../src/language/parser.ts'
import { repair } from '../../src/language/repair.ts'

/** Words written as "form/XPOS/head/relation"; heads count from 1, 0 is the root. */
function read(text: string): { readonly forms: readonly string[]; readonly words: readonly ParsedWord[] } {
  const cells = text.split(' ').map((word) => word.split('/'))
  return {
    forms: cells.map(([form = '']) => form),
    words: cells.map(([, xpos = '', head = '0', relation = '']) => ({
      upos: /^NNP/.test(xpos) ? 'PROPN' : /^NN/.test(xpos) ? 'NOUN' : 'X',
      xpos,
      head: Number(head) - 1,
      relation,
      confidence: { tag: 1, arc: 1, label: 1 },
    })),
  }
}

function mended(text: string): string {
  const { forms, words } = read(text)
  return repair(forms, words)
    .map(({ xpos, head, relation }, at) => `${forms[at]}/${xpos}/${head + 1}/${relation}`)
    .join(' ')
}

test.each([
  [
    'a verb with a subject and no helper is past',
    'Rates/NNS/2/nsubj remained/VBN/0/root high/JJ/2/xcomp',
    'Rates/NNS/2/nsubj remained/VBD/0/root high/JJ/2/xcomp',
  ],
  [
    'a verb after "had" is a participle',
    'They/PRP/3/nsubj had/VBD/3/aux cut/VBD/0/root costs/NNS/3/obj',
    'They/PRP/3/nsubj had/VBD/3/aux cut/VBN/0/root costs/NNS/3/obj',
  ],
  [
    'an -ing word before a bare noun and a comma opens a clause',
    'Opposing/VBG/2/amod bail/NN/6/obl ,/,/2/punct the/DT/5/det lawyer/NN/6/nsubj spoke/VBD/0/root',
    'Opposing/VBG/6/advcl bail/NN/1/obj ,/,/1/punct the/DT/5/det lawyer/NN/6/nsubj spoke/VBD/0/root',
  ],
  [
    'an -ing word that was read as a preposition opens a clause',
    'Opposing/VBG/2/case bail/NN/6/obl ,/,/2/punct the/DT/5/det lawyer/NN/6/nsubj spoke/VBD/0/root',
    'Opposing/VBG/6/advcl bail/NN/1/obj ,/,/1/punct the/DT/5/det lawyer/NN/6/nsubj spoke/VBD/0/root',
  ],
  [
    'the maker of an object is no agent of the -ing verb',
    'Citing/VBG/7/advcl figures/NNS/1/obj by/IN/4/case banks/NNS/1/obl:agent ,/,/1/punct he/PRP/7/nsubj spoke/VBD/0/root',
    'Citing/VBG/7/advcl figures/NNS/1/obj by/IN/4/case banks/NNS/2/nmod ,/,/1/punct he/PRP/7/nsubj spoke/VBD/0/root',
  ],
  [
    '"with" and a participle have a subject',
    'With/IN/3/mark prices/NNS/6/obl rising/VBG/6/advcl ,/,/3/punct people/NNS/6/nsubj save/VBP/0/root',
    'With/IN/3/mark prices/NNS/3/nsubj rising/VBG/6/advcl ,/,/3/punct people/NNS/6/nsubj save/VBP/0/root',
  ],
  [
    'a year is no agent',
    'It/PRP/3/nsubj:pass was/VBD/3/aux:pass rebuilt/VBN/0/root by/IN/5/case 1990/CD/3/obl:agent',
    'It/PRP/3/nsubj:pass was/VBD/3/aux:pass rebuilt/VBN/0/root by/IN/5/case 1990/CD/3/obl',
  ],
  [
    'a number of votes is no agent',
    'It/PRP/3/nsubj:pass was/VBD/3/aux:pass passed/VBN/0/root by/IN/6/case 83/CD/6/nummod votes/NNS/3/obl:agent',
    'It/PRP/3/nsubj:pass was/VBD/3/aux:pass passed/VBN/0/root by/IN/6/case 83/CD/6/nummod votes/NNS/3/obl',
  ],
  [
    'a name before a verb without a subject is its subject',
    'Mr/NNP/2/nmod:desc Lee/NNP/4/vocative had/VBD/4/aux known/VBN/0/root it/PRP/4/obj',
    'Mr/NNP/2/nmod:desc Lee/NNP/4/nsubj had/VBD/4/aux known/VBN/0/root it/PRP/4/obj',
  ],
  [
    'a noun between "said" and a clause without a subject is its subject',
    'She/PRP/2/nsubj said/VBD/0/root the/DT/4/det ticket/NN/2/obj ,/,/4/punct bought/VBN/4/acl here/RB/6/advmod ,/,/4/punct was/VBD/10/cop his/PRP$/2/ccomp',
    'She/PRP/2/nsubj said/VBD/0/root the/DT/4/det ticket/NN/10/nsubj ,/,/4/punct bought/VBN/4/acl here/RB/6/advmod ,/,/4/punct was/VBD/10/cop his/PRP$/2/ccomp',
  ],
  [
    'a source at the end of a claim shows it',
    'Rents/NNS/2/nsubj rose/VBD/0/root last/JJ/4/amod year/NN/2/obl ,/,/8/punct new/JJ/8/amod data/NN/8/compound show/NN/2/parataxis ././2/punct',
    'Rents/NNS/2/nsubj rose/VBD/0/root last/JJ/4/amod year/NN/2/obl ,/,/8/punct new/JJ/7/amod data/NN/8/nsubj show/VBP/2/parataxis ././2/punct',
  ],
])('%s', (_, text, expected) => {
  expect(mended(text)).toBe(expected)
})

test.each([
  ['a participle with its helper', 'They/PRP/3/nsubj have/VBP/3/aux left/VBN/0/root'],
  [
    'a second participle under the same helper',
    'He/PRP/3/nsubj has/VBZ/3/aux met/VBN/0/root and/CC/6/cc they/PRP/6/nsubj agreed/VBN/3/conj',
  ],
  ['a participle after its noun', 'bags/NNS/0/root made/VBN/1/acl here/RB/2/advmod'],
  ['an -ing word that describes', 'Rising/VBG/2/amod prices/NNS/3/nsubj hurt/VBP/0/root families/NNS/3/obj'],
  [
    'a true agent',
    'He/PRP/3/nsubj:pass was/VBD/3/aux:pass bitten/VBN/0/root by/IN/6/case two/CD/6/nummod dogs/NNS/3/obl:agent',
  ],
  ['a past verb after "did not" stays as it is', 'He/PRP/3/nsubj did/VBD/3/aux go/VB/0/root'],
  [
    'a report on a talk show',
    'He/PRP/2/nsubj read/VBD/0/root it/PRP/2/obj today/NN/2/obl ,/,/9/punct a/DT/9/det report/NN/2/parataxis on/IN/9/case show/NN/7/nmod',
  ],
])('leaves alone: %s', (_, text) => {
  expect(mended(text)).toBe(text)
})
