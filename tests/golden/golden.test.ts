import { expect, test } from 'vitest'
import { knowledge } from '../support/knowledge.ts'
import { makeEditions, slugs, storedEdition } from './articles.ts'

test('there is an article for each of the eight kinds of news', () => {
  expect(slugs).toHaveLength(8)
})

// A difference is no fault by itself: read it, and if the new text is better and true, run `npm run golden`.
test.each(slugs)('%s is written as it was when a person last read it', async (slug) => {
  const editions = await makeEditions(slug, knowledge)
  for (const level of [1, 2] as const) {
    const stored = storedEdition(slug, level)
    if (stored === undefined)
      throw new Error(`No edition is stored for ${slug} level ${level}: run npm run golden, and read it.`)
    expect(editions[level]).toBe(stored)
  }
})
