// Stores the editions of the golden articles as the engine makes them now: npm run golden [-- SLUG…]. Read the difference!
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { makeEditions, slugs, storedEdition, storeEdition } from './articles.ts'

const asked = process.argv.slice(2)
const unknown = asked.filter((slug) => !slugs.includes(slug))
if (unknown.length > 0) {
  console.error(`No golden article ${unknown.join(', ')}: there are ${slugs.join(', ')}.`)
  process.exitCode = 1
} else {
  const parts = loadKnowledge()
  for (const slug of asked.length === 0 ? slugs : asked) {
    const editions = await makeEditions(slug, parts)
    for (const level of [1, 2] as const) {
      const before = storedEdition(slug, level)
      storeEdition(slug, level, editions[level])
      const change = before === undefined ? 'new' : before === editions[level] ? 'the same' : 'changed'
      console.log(`${slug} level ${level}: ${change}`)
    }
  }
}
