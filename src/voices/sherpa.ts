import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { done, failed } from '../failure.ts'
import type { Voice } from '../speech/voice.ts'
import { alignedVoice } from './aligned-voice.ts'
import { askProcess } from './asking-worker.ts'
import type { SherpaAnswer, SherpaRequest, SherpaSetup } from './sherpa-worker.ts'

/**
 * A Piper or Kokoro model through the package sherpa-onnx-node or sherpa-onnx. The user brings both; neither comes with the
 * project. It has a process of its own: a damaged model ends the process that loads it.
 */
export function createSherpa(folder: string | undefined, reference: Voice, find = findPackage): Voice {
  const from = find()
  const model = folder === undefined ? 'SPEECH_FOLDER is not set.' : describeModel(folder)
  const reason =
    typeof model === 'string'
      ? model
      : from === undefined
        ? 'The package sherpa-onnx-node is not installed.'
        : undefined
  const worker = askProcess<Omit<SherpaRequest, 'id'>, SherpaAnswer>(
    new URL('./sherpa-worker.ts', import.meta.url),
    typeof model === 'string' ? {} : ({ from: from ?? '', ...model } satisfies SherpaSetup),
    120_000,
  )
  return alignedVoice(
    {
      name: `sherpa-${path
        .basename(folder ?? 'none')
        .toLowerCase()
        .replaceAll(/[^a-z0-9-]+/g, '-')}`,
      availability: async () => (reason === undefined ? { available: true } : { available: false, reason }),
      sound: async ({ text }, speed, signal) => {
        if (reason !== undefined) return failed('voice-missing', reason)
        const answer = await worker.ask({ text, speed }, signal)
        if (!('samples' in answer) || answer.samples === undefined || answer.sampleRate === undefined)
          return failed('voice-failed', 'The voice could not say this sentence.', answer.problem)
        return done({ samples: answer.samples, sampleRate: answer.sampleRate })
      },
      ownWordSeconds: 0.36,
      slowest: 0.5,
      fastest: 2,
      close: worker.close,
    },
    reference,
  )
}

/** Where the package is, if the user installed one beside us: the native one first. */
function findPackage(): string | undefined {
  const { resolve } = createRequire(import.meta.url)
  for (const name of ['sherpa-onnx-node', 'sherpa-onnx']) {
    try {
      return pathToFileURL(resolve(name)).href
    } catch {
      // Then the other one.
    }
  }
  return undefined
}

/** The files of the model in a folder, or what is missing there. */
function describeModel(folder: string): Omit<SherpaSetup, 'from'> | string {
  let names: readonly string[]
  try {
    names = readdirSync(folder)
  } catch {
    return `There is no folder ${folder}.`
  }
  const placeOf = (name: string): string => (names.includes(name) ? path.join(folder, name) : '')
  const onnx = names.find((name) => name.endsWith('.onnx'))
  if (onnx === undefined) return `There is no file that ends in .onnx in ${folder}.`
  if (!names.includes('tokens.txt')) return `There is no tokens.txt in ${folder}.`
  const voices = placeOf('voices.bin')
  return {
    kind: voices === '' ? 'vits' : 'kokoro',
    model: placeOf(onnx),
    tokens: placeOf('tokens.txt'),
    voices,
    dataDir: placeOf('espeak-ng-data'),
  }
}
