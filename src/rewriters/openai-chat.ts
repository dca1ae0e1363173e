import * as z from 'zod'
import { done, failed, type Result } from '../failure.ts'
import { messagesFor } from '../simplify/outside/house-style.ts'
import type { RewriteRequest, Rewriter } from '../simplify/outside/rewriter.ts'

/** A server that speaks the OpenAI chat form, and how patient to be with it. */
export interface ChatServer {
  /** Where its API starts: `http://localhost:11434/v1`. */
  readonly url: string
  readonly model: string
  /** Sent to the server and told to nobody else. */
  readonly key?: string
  /** Milliseconds for one answer. */
  readonly patience?: number
  /** How often one paragraph is asked for in all. */
  readonly attempts?: number
  /** Milliseconds before the second attempt; each further one waits twice as long. */
  readonly firstWait?: number
}

const usual = { patience: 60_000, attempts: 3, firstWait: 500 }
/** Most bytes of one answer, and most tokens that the server is asked to write. */
const mostBytes = 200_000
const mostTokens = 1200

const answerForm = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })

/** A rewriter behind a chat server. Only the paragraph that is asked for leaves this machine, and only to that server. */
export function createChatRewriter(server: ChatServer): Rewriter {
  const { attempts, firstWait } = { ...usual, ...server }
  return {
    name: server.model,
    rewrite: async (request) => {
      let last = await askOnce(server, request)
      for (let attempt = 1; attempt < attempts && !last.ok && mayPass(last.failure.cause); attempt += 1) {
        await new Promise((resolve) => setTimeout(resolve, firstWait * 2 ** (attempt - 1)))
        last = await askOnce(server, request)
      }
      return last
    },
  }
}

/** Whether asking again may help: a busy server, a broken line; not a refused key. */
function mayPass(cause: string | undefined): boolean {
  return cause !== undefined && /^(?:status (?:408|429|5\d\d)|no answer)/.test(cause)
}

async function askOnce(server: ChatServer, request: RewriteRequest): Promise<Result<string>> {
  const { patience } = { ...usual, ...server }
  const stop = AbortSignal.timeout(patience)
  try {
    const response = await fetch(addressOf(server.url), {
      method: 'POST',
      // A key is never carried on to another place.
      redirect: 'error',
      signal: stop,
      headers: {
        'content-type': 'application/json',
        ...(server.key === undefined ? {} : { authorization: `Bearer ${server.key}` }),
      },
      body: JSON.stringify({
        model: server.model,
        messages: messagesFor(request),
        temperature: 0,
        max_tokens: mostTokens,
        stream: false,
      }),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return failed('unreachable', 'The outside model did not answer.', `status ${response.status}`)
    }
    const text = await readLimited(response)
    return text === undefined ? failed('too-long', 'The answer of the outside model was too long.') : contentOf(text)
  } catch (error) {
    if (stop.aborted) return failed('too-slow', 'The outside model was too slow.')
    // What the runtime says of a request may hold its address, never its headers; only the kind is told.
    const kind = error instanceof Error ? error.name : 'error'
    return failed('unreachable', 'The outside model did not answer.', `no answer (${kind})`)
  }
}

function addressOf(url: string): string {
  const bare = url.replace(/\/+$/, '')
  return bare.endsWith('/chat/completions') ? bare : `${bare}/chat/completions`
}

async function readLimited(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > mostBytes) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function contentOf(text: string): Result<string> {
  try {
    const { choices } = answerForm.parse(JSON.parse(text))
    // Some models think aloud before they answer.
    const content = (choices[0]?.message.content ?? '').replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim()
    return content === '' ? failed('empty', 'The outside model said nothing.') : done(content)
  } catch {
    return failed('invalid', 'The answer of the outside model was not in the chat form.')
  }
}
