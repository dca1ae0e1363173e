import { createHash } from 'node:crypto'
import { done } from '../failure.ts'
import { messagesFor } from '../simplify/outside/house-style.ts'
import type { Rewriter } from '../simplify/outside/rewriter.ts'

/** Where answers are kept: names are plain, bytes never change. A media folder is one. */
export interface AnswerStore {
  readonly get: (name: string) => Promise<Uint8Array | undefined>
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>
}

/** The same rewriter, which asks only once for the same words: answers are kept under a hash of model and request. */
export function keepAnswers(rewriter: Rewriter, store: AnswerStore): Rewriter {
  return {
    name: rewriter.name,
    rewrite: async (request) => {
      const asked = JSON.stringify([rewriter.name, messagesFor(request)])
      const name = `answer-${createHash('sha256').update(asked).digest('hex')}.txt`
      const known = await store.get(name)
      if (known !== undefined) return done(new TextDecoder().decode(known))
      const answer = await rewriter.rewrite(request)
      if (answer.ok) await store.put(name, new TextEncoder().encode(answer.value))
      return answer
    },
  }
}
