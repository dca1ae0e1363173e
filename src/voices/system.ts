import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import say from 'say'
import { failed, type Result } from '../failure.ts'
import type { Utterance, Voice } from '../speech/voice.ts'
import { alignedVoice, onlyWords } from './aligned-voice.ts'
import { asSound } from './espeak.ts'
import type { Sound } from './wave.ts'

/** Writes a spoken text to a file, as the package `say` does. */
export type ExportSpeech = (
  text: string,
  voice: string | undefined,
  speed: number,
  file: string,
  finished: (error?: unknown) => void,
) => void

/** How long one sentence may take. */
const deadline = 60_000
const missing = "The computer's own voice works on macOS and Windows only."

/**
 * The computer's own voice through the package `say`: on macOS and Windows only. On Linux that package hands text to a
 * Scheme expression, so it is never used there. The voice is the computer's default one, the file name is ours.
 */
export function createSystemVoice(
  reference: Voice,
  platform: string,
  exportSpeech: ExportSpeech = (...given) => say.export(...given),
): Voice {
  const isThere = platform === 'darwin' || platform === 'win32'
  let last: Promise<unknown> = Promise.resolve()
  return alignedVoice(
    {
      name: 'say',
      availability: async () => (isThere ? { available: true } : { available: false, reason: missing }),
      // The package knows one child only, so sentences wait for one another.
      sound: (utterance, speed, signal) => {
        if (!isThere) return Promise.resolve(failed('voice-missing', missing))
        const made = last.then(() => speakWith(utterance, speed, exportSpeech, signal))
        last = made
        return made
      },
      ownWordSeconds: 0.34,
      slowest: 0.4,
      fastest: 2,
    },
    reference,
  )
}

async function speakWith(
  utterance: Utterance,
  speed: number,
  exportSpeech: ExportSpeech,
  signal?: AbortSignal,
): Promise<Result<Sound>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsease-voice-'))
  const file = path.join(folder, 'sentence.wav')
  try {
    // The name is written into a PowerShell line on Windows.
    if (!/^[\w .:\\/~-]+$/.test(file))
      return failed(
        'voice-failed',
        "The computer's voice could not say this sentence.",
        'the temporary folder has marks in its name',
      )
    await inTime((finished) => exportSpeech(onlyWords(utterance.text), undefined, speed, file, finished), signal)
    return asSound({ ok: true, value: await readFile(file) })
  } catch (error) {
    return failed('voice-failed', "The computer's voice could not say this sentence.", String(error))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function inTime(start: (finished: (error?: unknown) => void) => void, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Error('stopped'))
    const timer = setTimeout(() => reject(new Error('it took too long')), deadline)
    const tidy = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
    }
    if (signal?.aborted === true) stop()
    signal?.addEventListener('abort', stop, { once: true })
    start((error) => {
      tidy()
      if (error) reject(new Error(String(error)))
      else resolve()
    })
  })
}
