import type { Arrival } from '../../src/document/article.ts'
import { done } from '../../src/failure.ts'
import { createSqliteQueue } from '../../src/jobs/sqlite.ts'
import type { TaskParts } from '../../src/jobs/tasks.ts'
import { loadSaying } from '../../src/knowledge/load-saying.ts'
import { createMemoryMedia } from '../../src/media/memory.ts'
import type { Voice } from '../../src/speech/voice.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createSqliteStore } from '../../src/store/sqlite.ts'
import { knowledge } from '../support/knowledge.ts'

/** A voice that hums a tenth of a second a word. */
export const humming: Voice = {
  name: 'humming',
  availability: async () => ({ available: true }),
  speak: async ({ words }) => {
    const sampleRate = 8000
    const samples = Float32Array.from({ length: words.length * 800 }, (_, at) => Math.sin(at / 5) / 4)
    return done({
      sampleRate,
      samples,
      words: words.map((_, at) => ({ start: at / 10, end: (at + 1) / 10 })),
    })
  },
  close: async () => undefined,
}

/** All that tasks need, new and empty, in memory. The clock stands still unless one is given. */
export function taskParts(change: Partial<TaskParts> = {}, clock: () => number = () => 1_000_000): TaskParts {
  const database = openDatabase(':memory:')
  return {
    store: createSqliteStore(database, 'Australia/Sydney'),
    queue: createSqliteQueue(database, clock),
    media: createMemoryMedia(),
    knowledge,
    saying: loadSaying(),
    voice: humming,
    review: 'off',
    pace: 115,
    siteName: 'Newsease',
    language: 'en-AU',
    clock: () => new Date('2026-11-23T01:00:00Z'),
    ...change,
  }
}

/** When the articles of these tests came in. */
export const now = '2026-11-23T01:00:00.000Z'

/** A short story about a town; stories of two towns are two stories. */
export function storyOf(town: string, permissions: Partial<Arrival['fields']['permissions']> = {}): Arrival {
  return {
    fields: {
      headline: `${town} opens its new bridge`,
      language: 'en-AU',
      published: '2026-11-22',
      permissions: { mayAdapt: true, mayShowOriginal: true, mayMakeAudio: true, ...permissions },
    },
    body: [
      `The mayor of ${town} opened a new bridge on Sunday in front of about 300 people.`,
      `Workers in ${town} built it in two years, and ${town} paid $4 million for it.`,
    ].map((text) => ({ kind: 'paragraph', text })),
  }
}
