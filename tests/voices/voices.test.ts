import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { chooseVoice, createVoices } from '../../src/voices/all.ts'
import { createEspeak } from '../../src/voices/espeak.ts'
import { createFestival } from '../../src/voices/festival.ts'
import { createFlite } from '../../src/voices/flite.ts'
import { createServerVoice } from '../../src/voices/server.ts'
import { createSherpa } from '../../src/voices/sherpa.ts'
import { createSystemVoice } from '../../src/voices/system.ts'
import { readWave, writeWave } from '../../src/voices/wave.ts'
import { clipOf, keepsTheContract, utteranceOf } from './contract.ts'
import { type Behaviour, openSpeechServer } from './speech-server.ts'

const reference = createFlite('rms')
const other = createFlite('slt')
afterAll(() => Promise.all([reference.close(), other.close()]))

/** Speaks as a server or a computer would, with the other voice of ours. */
const speak = (text: string, speed: number) =>
  clipOf(other, { ...utteranceOf(text), pace: Math.max(60, Math.min(200, 60 / ((0.3 / speed + 0.067) * 1.065))) })

keepsTheContract('flite rms', () => createFlite('rms'))
keepsTheContract('flite slt', () => createFlite('slt'))
if ((await createEspeak(reference).availability()).available)
  keepsTheContract('espeak-ng', () => createEspeak(reference))
if ((await createFestival(reference).availability()).available)
  keepsTheContract('festival', () => createFestival(reference))

const wellServer = await openSpeechServer('well', speak)
afterAll(() => wellServer.close())
const asServer = (url: string, patience = 5000) =>
  createServerVoice({ url, model: 'tts-1', voice: 'alloy', key: 'secret', patience }, reference)
keepsTheContract('a speech server', () => asServer(wellServer.url), { same: false })

keepsTheContract(
  'the computer’s own voice',
  () =>
    createSystemVoice(reference, 'darwin', (text, voice, speed, file, finished) => {
      if (voice !== undefined || !/sentence\.wav$/.test(file)) throw new Error('voice and file name are fixed')
      if (/[^\p{L}\p{N} ,.?!']|^[^\p{L}\p{N}]/u.test(text)) throw new Error(`"${text}" went to a command line`)
      speak(text, speed).then(
        (clip) => {
          // A stopped sentence has lost its folder by now.
          if (existsSync(path.dirname(file))) writeFileSync(file, writeWave(clip))
          finished()
        },
        (error: unknown) => finished(String(error)),
      )
    }),
  { same: false },
)

describe('a speech server', () => {
  test('is asked for plain words, a model, a voice and a speed, with its key', async () => {
    await clipOf(asServer(wellServer.url), utteranceOf('Ms Albanese paid $3.20.'))
    const last = wellServer.asked.at(-1)
    expect(last?.body).toMatchObject({
      model: 'tts-1',
      voice: 'alloy',
      input: 'Ms Albanese paid three dollars and twenty cents.',
      response_format: 'wav',
    })
    expect(last?.authorization).toBe('Bearer secret')
  })

  test.each<[Behaviour, string]>([
    ['badly', 'voice-failed'],
    ['nonsense', 'voice-failed'],
    ['late', 'too-slow'],
    ['cut-off', 'unreachable'],
    ['half-a-file', 'voice-failed'],
    ['moved', 'unreachable'],
  ])('that answers %s gives a failure, and tells no key', async (behaviour, kind) => {
    const server = await openSpeechServer(behaviour, speak)
    const made = await asServer(server.url, 400).speak(utteranceOf('It opens in May.'))
    await server.close()
    expect(made).toMatchObject({ ok: false, failure: { kind } })
    expect(JSON.stringify(made)).not.toContain('secret')
  })

  test('that is not there gives a failure', async () => {
    const made = await asServer('http://127.0.0.1:1/v1').speak(utteranceOf('It opens in May.'))
    expect(made).toMatchObject({ ok: false, failure: { kind: 'unreachable' } })
  })

  test('that speaks at another pace is brought to ours', async () => {
    const slow = await openSpeechServer('well', (text, speed) => speak(text, speed * 0.75))
    const utterance = utteranceOf('The mayor of Arlen opened a new bridge in front of about 300 people.')
    const seconds = async (voice: ReturnType<typeof asServer>) => {
      const clip = await clipOf(voice, utterance)
      return clip.samples.length / clip.sampleRate
    }
    const wanted = await seconds(asServer(wellServer.url))
    expect(Math.abs((await seconds(asServer(slow.url))) / wanted - 1)).toBeLessThan(0.12)
    await slow.close()
  })
})

describe('a voice that is not there says why', () => {
  test.each([
    ['say on Linux', createSystemVoice(reference, 'linux'), /macOS and Windows/],
    ['espeak', createEspeak(reference, 'no-such-program'), /not installed/],
    ['festival', createFestival(reference, 'no-such-program'), /not installed/],
    ['sherpa without a folder', createSherpa(undefined, reference), /SPEECH_FOLDER/],
    ['sherpa without its model', createSherpa(tmpdir(), reference), /\.onnx|tokens/],
    ['sherpa with a lost folder', createSherpa('/no/such/folder', reference), /no folder/],
  ])('%s', async (_name, voice, reason) => {
    expect(await voice.availability()).toMatchObject({ available: false, reason: expect.stringMatching(reason) })
    expect((await voice.speak(utteranceOf('It opens in May.'))).ok).toBe(false)
  })

  test('a setting chooses, and the default voice stands in', async () => {
    const voices = createVoices({ server: { url: wellServer.url, model: 'kokoro', voice: 'af' } })
    expect((await chooseVoice('auto', voices))?.voice.name).toBe('flite-rms')
    expect((await chooseVoice('flite-slt', voices))?.voice.name).toBe('flite-slt')
    const server = await chooseVoice('server', voices)
    expect([server?.voice.name, server?.fallback?.name]).toEqual(['server-kokoro-af', 'flite-rms'])
    expect((await chooseVoice('sherpa', voices))?.missing).toEqual({
      wanted: 'sherpa',
      reason: 'SPEECH_FOLDER is not set.',
    })
    expect((await chooseVoice('parrot', voices))?.missing?.reason).toContain('parrot')
    await Promise.all(voices.map((voice) => voice.close()))
  })
})

/** A folder with the files of a model, empty, and a package in the words of one of the two that there are. */
function modelAndPackage(files: readonly string[], source: string): { readonly folder: string; readonly from: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsease-model-'))
  for (const name of files) writeFileSync(path.join(folder, name), '')
  const made = path.join(folder, 'package.mjs')
  const speaking = new URL('./made-sherpa.ts', import.meta.url).href
  writeFileSync(
    made,
    `import { speak } from '${speaking}'
     const same = (given, wanted) => {
       const text = JSON.stringify(given).replaceAll('${folder}/', '')
       if (text !== JSON.stringify(wanted)) throw new Error('not as documented: ' + text)
     }
     ${source}`,
  )
  return { folder, from: pathToFileURL(made).href }
}

// As in the packages' own examples: nodejs-addon-examples/test_tts_non_streaming_vits_piper_en.js and
// nodejs-examples/test-offline-tts-kokoro-en.js of sherpa-onnx.
const native = modelAndPackage(
  ['en_GB-cori-medium.onnx', 'tokens.txt', 'espeak-ng-data'],
  `export default { OfflineTts: class {
     constructor(config) {
       same(config, { model: { numThreads: 1, provider: 'cpu', debug: false, vits: { model: 'en_GB-cori-medium.onnx',
         tokens: 'tokens.txt', dataDir: 'espeak-ng-data', lengthScale: 1, lexicon: '', noiseScale: 0.667, noiseScaleW: 0.8 } },
         maxNumSentences: 1 })
     }
     generate(request) { return speak(request) }
   } }`,
)
const assembled = modelAndPackage(
  ['model.onnx', 'tokens.txt', 'voices.bin', 'espeak-ng-data'],
  `export const createOfflineTts = (config) => {
     same(config, { offlineTtsModelConfig: { numThreads: 1, provider: 'cpu', debug: 0, offlineTtsKokoroModelConfig: {
       model: 'model.onnx', tokens: 'tokens.txt', dataDir: 'espeak-ng-data', lengthScale: 1, voices: 'voices.bin' } },
       maxNumSentences: 1 })
     return { generate: speak }
   }`,
)
keepsTheContract(
  'sherpa-onnx-node with a Piper model',
  () => createSherpa(native.folder, reference, () => native.from),
  {
    same: false,
  },
)
keepsTheContract(
  'sherpa-onnx with a Kokoro model',
  () => createSherpa(assembled.folder, reference, () => assembled.from),
  {
    same: false,
  },
)

describe('sherpa', () => {
  test.each([
    ['a damaged model that ends its process', 'process.abort()'],
    ['a model that is refused', "throw new Error('Please check your config!')"],
    ['a model that says nothing', 'return { generate: () => ({ samples: new Float32Array(0), sampleRate: 22050 }) }'],
  ])('%s is a failure, and nothing else falls', async (_name, body) => {
    const { folder, from } = modelAndPackage(
      ['en.onnx', 'tokens.txt'],
      `export const createOfflineTts = () => { ${body} }`,
    )
    const voice = createSherpa(folder, reference, () => from)
    for (const _try of [1, 2])
      expect(await voice.speak(utteranceOf('It opens in May.'))).toMatchObject({
        ok: false,
        failure: { kind: 'voice-failed' },
      })
    await voice.close()
  })

  test('without its package says which one to install', async () => {
    expect(await createSherpa(native.folder, reference, () => undefined).availability()).toEqual({
      available: false,
      reason: 'The package sherpa-onnx-node is not installed.',
    })
  })
})

describe('a WAV file', () => {
  const sound = { sampleRate: 22_050, samples: Float32Array.from({ length: 500 }, (_, at) => Math.sin(at / 9) / 2) }
  const floats = (): Uint8Array => {
    const bytes = new Uint8Array(44 + 2000)
    bytes.set(writeWave({ ...sound, samples: new Float32Array(1000) }).subarray(0, 44))
    const view = new DataView(bytes.buffer)
    view.setUint16(20, 3, true)
    view.setUint16(34, 32, true)
    for (const [at, sample] of sound.samples.entries()) view.setFloat32(44 + 4 * at, sample, true)
    return bytes
  }

  test.each([
    ['whole numbers', writeWave(sound)],
    ['floats, as macOS writes them', floats()],
  ])('of %s is read as it was written', (_name, bytes) => {
    const read = readWave(bytes)
    expect(read?.sampleRate).toBe(22_050)
    expect(read?.samples).toHaveLength(500)
    for (const [at, sample] of sound.samples.entries()) expect(read?.samples[at]).toBeCloseTo(sample, 3)
  })

  test.each([
    ['cut off', writeWave(sound).subarray(0, 600)],
    ['too short', new Uint8Array(20)],
    ['of another kind', new TextEncoder().encode('x'.repeat(200))],
  ])('that is %s is none', (_name, bytes) => {
    expect(readWave(bytes)).toBeUndefined()
  })
})
