import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { done, failed } from '../failure.ts'
import type { Voice } from '../speech/voice.ts'
import { alignedVoice } from './aligned-voice.ts'
import { askWorker } from './asking-worker.ts'
import type { SherpaAnswer, SherpaRequest, SherpaSetup } from './sherpa-worker.ts'

/** A Piper or Kokoro model through the package sherpa-onnx. The user brings both; neither comes with the project. */
export function createSherpa(folder: string | undefined, reference: Voice, from = findPackage()): Voice {
  const model = folder === undefined ? 'SPEECH_FOLDER is not set.' : describeModel(folder)
  const reason =
    typeof model === 'string' ? model : from === undefined ? 'The package sherpa-onnx is not installed.' : undefined
  const worker = askWorker<Omit<SherpaRequest, 'id'>, SherpaAnswer>(
    new URL('./sherpa-worker.ts', import.meta.url),
    { from: from ?? '', model: typeof model === 'string' ? {} : model } satisfies SherpaSetup,
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

/** Where the package is, if the user installed it beside us. */
function findPackage(): string | undefined {
  try {
    return pathToFileURL(createRequire(import.meta.url).resolve('sherpa-onnx')).href
  } catch {
    return undefined
  }
}

/** The package's description of the model in a folder, or what is missing there. */
function describeModel(folder: string): object | string {
  let names: readonly string[]
  try {
    names = readdirSync(folder)
  } catch {
    return `There is no folder ${folder}.`
  }
  const place = (name: string): string => path.join(folder, name)
  const onnx = names.find((name) => name.endsWith('.onnx'))
  if (onnx === undefined) return `There is no file that ends in .onnx in ${folder}.`
  if (!names.includes('tokens.txt')) return `There is no tokens.txt in ${folder}.`
  const shared = { model: place(onnx), tokens: place('tokens.txt') }
  const dataDir = names.includes('espeak-ng-data') ? place('espeak-ng-data') : ''
  const run = { numThreads: 1, debug: 0, provider: 'cpu' }
  return names.includes('voices.bin')
    ? { ...run, offlineTtsKokoroModelConfig: { ...shared, voices: place('voices.bin'), dataDir, lengthScale: 1 } }
    : {
        ...run,
        offlineTtsVitsModelConfig: {
          ...shared,
          dataDir,
          lexicon: '',
          noiseScale: 0.667,
          noiseScaleW: 0.8,
          lengthScale: 1,
        },
      }
}
