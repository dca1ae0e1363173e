import type { SimplifyParts } from '../../../src/simplify/simplify.ts'
import { easyStory, firstWords, gradeOf } from './editions.ts'
import { readOutput, wordsOf } from './facts-text.ts'
import { sari } from './sari.ts'
import type { StoryPair } from './sets.ts'
import { digits, type Places, printTable, writeText } from './table.ts'

/** Prints length, sentence length, grade and SARI of whole stories against a teacher's easiest version. */
export function reportStories(pairs: readonly StoryPair[], parts: SimplifyParts, places: Places): void {
  if (pairs.length === 0) {
    console.log('\nOneStopEnglish stories: none there.')
    return
  }
  const made = pairs.map((pair) => ({ pair, ...easyStory(pair, parts) }))
  for (const { pair, easy } of made) {
    for (const level of [1, 2] as const)
      writeText(places, `stories-level-${level}`, `${fileOf(pair.name)}.txt`, easy[level].text)
  }
  const none = (): undefined => undefined
  const ways = [
    { name: 'level 2', text: (at: number) => made[at]?.easy[2].text, grade: (at: number) => made[at]?.easy[2].grade },
    { name: 'level 1', text: (at: number) => made[at]?.easy[1].text, grade: (at: number) => made[at]?.easy[1].grade },
    {
      name: 'teacher',
      text: (at: number) => pairs[at]?.easy,
      grade: (at: number) => gradeOf(pairs[at]?.easy ?? '', parts),
    },
    { name: 'source', text: (at: number) => pairs[at]?.hard, grade: (at: number) => made[at]?.source },
    { name: 'first 80 %', text: (at: number) => firstWords(pairs[at]?.hard ?? ''), grade: none },
  ]
  console.log(`\nOneStopEnglish dev, whole stories (${pairs.length}), against the elementary version`)
  printTable(
    ['', 'words/s', 'long %', 'grade', 'length', 'SARI', 'add', 'keep', 'delete'],
    ways.map(({ name, text, grade }) => {
      const texts = pairs.map((_, at) => text(at) ?? '')
      const grades = pairs.flatMap((_, at) => grade(at) ?? [])
      const lengths = texts.flatMap((one) => readOutput(one).sentences.map((sentence) => wordsOf(sentence.text).length))
      const words = texts.reduce((sum, one) => sum + wordsOf(one).length, 0)
      const sourceWords = pairs.reduce((sum, { hard }) => sum + wordsOf(hard).length, 0)
      const score = sari(
        pairs.map(({ hard, easy }, at) => ({ source: hard, output: texts[at] ?? '', references: [easy] })),
      )
      return [
        name,
        digits(lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)),
        digits((100 * lengths.filter((length) => length > 20).length) / Math.max(1, lengths.length)),
        grades.length === 0 ? '–' : digits(grades.reduce((sum, one) => sum + one, 0) / grades.length),
        digits(words / sourceWords, 2),
        // Against itself a text says nothing.
        ...(name === 'teacher'
          ? ['–', '–', '–', '–']
          : [score.sari, score.add, score.keep, score.delete].map((one) => digits(one))),
      ]
    }),
  )
}

function fileOf(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()
}
