import { failed, type Result } from '../failure.ts'
import type { Utterance, Voice } from '../speech/voice.ts'
import { alignedVoice } from './aligned-voice.ts'
import { asSound } from './espeak.ts'
import type { Sound } from './wave.ts'

/** A speech server in the OpenAI form, and how patient to be with it. */
export interface SpeechServer {
  /** Where its API starts: `http://localhost:8880/v1`. */
  readonly url: string
  readonly model: string
  readonly voice: string
  /** Sent to the server and told to nobody else. */
  readonly key?: string
  /** Milliseconds for one sentence. */
  readonly patience?: number
}

/** Most bytes of one sentence: two minutes of sound. */
const mostBytes = 30_000_000

/** A voice behind a speech server. Each sentence is sent to that server and to no other. */
export function createServerVoice(server: SpeechServer, reference: Voice): Voice {
  const name = `server-${server.model}-${server.voice}`.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-')
  return alignedVoice(
    {
      name,
      // Whether it answers shows with the first sentence; asking before would cost its owner.
      availability: async () => ({ available: true }),
      sound: (utterance, speed, signal) => ask(server, utterance, speed, signal),
      ownWordSeconds: 0.36,
      slowest: 0.5,
      fastest: 2,
    },
    reference,
  )
}

async function ask(
  server: SpeechServer,
  { text }: Utterance,
  speed: number,
  signal?: AbortSignal,
): Promise<Result<Sound>> {
  const late = AbortSignal.timeout(server.patience ?? 60_000)
  try {
    const response = await fetch(addressOf(server.url), {
      method: 'POST',
      // A key is never carried on to another place.
      redirect: 'error',
      signal: signal === undefined ? late : AbortSignal.any([late, signal]),
      headers: {
        'content-type': 'application/json',
        ...(server.key === undefined ? {} : { authorization: `Bearer ${server.key}` }),
      },
      body: JSON.stringify({ model: server.model, voice: server.voice, input: text, response_format: 'wav', speed }),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return failed('voice-failed', 'The speech server did not answer well.', `status ${response.status}`)
    }
    const bytes = await readLimited(response)
    return bytes === undefined
      ? failed('voice-failed', 'The speech server did not answer well.', 'its answer was too long')
      : asSound({ ok: true, value: bytes })
  } catch (error) {
    if (late.aborted) return failed('too-slow', 'The speech server was too slow.')
    // What the runtime says of a request may hold its address, never its headers; only the kind is told.
    const kind = error instanceof Error ? error.name : 'error'
    return failed('unreachable', 'The speech server did not answer.', signal?.aborted === true ? 'stopped' : kind)
  }
}

function addressOf(url: string): string {
  const bare = url.replace(/\/+$/, '')
  return bare.endsWith('/audio/speech') ? bare : `${bare}/audio/speech`
}

async function readLimited(response: Response): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > mostBytes) return undefined
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}
