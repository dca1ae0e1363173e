import { expect, test } from 'vitest'
import { readTreebank } from '../../../src/language/training/treebank.ts'

const text = [
  '# text = It rains.',
  '1-2\tIt rains\t_\t_\t_\t_\t_\t_\t_\t_',
  '1\tIt\tit\tPRON\tPRP\t_\t2\texpl\t_\t_',
  '2\trains\train\tVERB\tVBZ\t_\t0\troot\t_\t_',
  '2.1\tdown\tdown\tADV\tRB\t_\t_\t_\t_\t_',
  '',
  '1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_',
].join('\n')

test('words are read; comments, ranges and empty nodes are passed over; the last sentence needs no empty line', () => {
  expect(readTreebank(text)).toEqual([
    [
      { form: 'It', upos: 'PRON', xpos: 'PRP', head: 1, relation: 'expl' },
      { form: 'rains', upos: 'VERB', xpos: 'VBZ', head: -1, relation: 'root' },
    ],
    [{ form: 'Yes', upos: 'INTJ', xpos: 'UH', head: -1, relation: 'root' }],
  ])
})
