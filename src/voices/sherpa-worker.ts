// Runs in a worker thread: says one text at a time with a sherpa-onnx package that the user installed.
import { parentPort, workerData } from 'node:worker_threads'

/** What the worker is started with. */
export interface SherpaSetup {
  /** Name or address of the package. */
  readonly from: string
  /** The package's own description of the model. */
  readonly model: object
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

// Started by sherpa.ts with exactly this.
const setup = workerData as SherpaSetup
let tts: Tts | undefined

async function speak({ id, text, speed }: SherpaRequest): Promise<SherpaAnswer> {
  if (tts === undefined) {
    const loaded = await import(setup.from)
    tts = (loaded.default ?? loaded).createOfflineTts({ offlineTtsModelConfig: setup.model, maxNumSentences: 1 }) as Tts
  }
  const { samples, sampleRate } = tts.generate({ text, sid: 0, speed })
  return { id, samples: Float32Array.from(samples), sampleRate }
}

parentPort?.on('message', (request: SherpaRequest) => {
  speak(request).then(
    (answer) => parentPort?.postMessage(answer),
    (error: unknown) => parentPort?.postMessage({ id: request.id, problem: String(error) } satisfies SherpaAnswer),
  )
})
