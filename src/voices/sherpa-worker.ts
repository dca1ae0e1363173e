// Runs in a process of its own: says one text at a time with a sherpa-onnx package that the user installed.
import process from 'node:process'

/** What the process is started with. */
export interface SherpaSetup {
  /** Address of the package. */
  readonly from: string
  readonly kind: 'vits' | 'kokoro'
  readonly model: string
  readonly tokens: string
  /** Both empty where the model has none. */
  readonly voices: string
  readonly dataDir: string
}

/** What is asked of it, and what it answers. */
export interface SherpaRequest {
  readonly id: number
  readonly text: string
  readonly speed: number
}
export interface SherpaAnswer {
  readonly id: number
  readonly sampleRate?: number
  readonly samples?: Float32Array
  readonly problem?: string
}

interface Tts {
  readonly generate: (request: { text: string; sid: number; speed: number }) => {
    readonly samples: Float32Array
    readonly sampleRate: number
  }
}
interface SherpaPackage {
  /** sherpa-onnx-node, the native one. */
  readonly OfflineTts?: new (
    config: object,
  ) => Tts
  /** sherpa-onnx, the one as WebAssembly. */
  readonly createOfflineTts?: (config: object) => Tts
}

// Started by sherpa.ts with exactly this.
const setup = JSON.parse(process.argv[2] ?? '{}') as SherpaSetup
let tts: Tts | undefined

/** Both packages are given the same files under names of their own. */
function load({ OfflineTts, createOfflineTts }: SherpaPackage): Tts {
  const { kind, model, tokens, voices, dataDir } = setup
  const files = { model, tokens, dataDir, lengthScale: 1 }
  const run = { numThreads: 1, provider: 'cpu' }
  const made = kind === 'kokoro' ? { ...files, voices } : { ...files, lexicon: '', noiseScale: 0.667, noiseScaleW: 0.8 }
  if (createOfflineTts !== undefined)
    return createOfflineTts({
      offlineTtsModelConfig: {
        ...run,
        debug: 0,
        [kind === 'kokoro' ? 'offlineTtsKokoroModelConfig' : 'offlineTtsVitsModelConfig']: made,
      },
      maxNumSentences: 1,
    })
  if (OfflineTts === undefined) throw new Error(`${setup.from} is no sherpa-onnx package`)
  return new OfflineTts({ model: { ...run, debug: false, [kind]: made }, maxNumSentences: 1 })
}

async function speak({ id, text, speed }: SherpaRequest): Promise<SherpaAnswer> {
  if (tts === undefined) {
    const loaded = await import(setup.from)
    tts = load(loaded.default ?? loaded)
  }
  const { samples, sampleRate } = await tts.generate({ text, sid: 0, speed })
  return { id, samples: Float32Array.from(samples), sampleRate }
}

process.on('message', (given) => {
  const request = given as SherpaRequest // Only sherpa.ts asks.
  speak(request).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ id: request.id, problem: String(error) } satisfies SherpaAnswer),
  )
})
