import type { Voice } from '../speech/voice.ts'
import { createEspeak } from './espeak.ts'
import { createFestival } from './festival.ts'
import { createFlite } from './flite.ts'
import { createServerVoice, type SpeechServer } from './server.ts'
import { createSherpa } from './sherpa.ts'
import { createSystemVoice } from './system.ts'

/** What voices outside the package need to know. */
export interface VoiceSettings {
  readonly server?: SpeechServer
  /** Folder of a model for sherpa-onnx. */
  readonly folder?: string
}

/** The voice that reads, and the one that takes its place where it fails. */
export interface ChosenVoice {
  readonly voice: Voice
  /** Absent where the voice is the default one itself. */
  readonly fallback?: Voice
  /** Set where the wanted voice is not here: its name, and why in a sentence. */
  readonly missing?: { readonly wanted: string; readonly reason: string }
}

/** Every voice that this installation may have, the default first. The default one is also what others get their word times from. */
export function createVoices({ server, folder }: VoiceSettings = {}): readonly Voice[] {
  const reference = createFlite('rms')
  return [
    reference,
    createFlite('slt'),
    createSystemVoice(reference, process.platform),
    createEspeak(reference),
    createFestival(reference),
    ...(server === undefined ? [] : [createServerVoice(server, reference)]),
    createSherpa(folder, reference),
  ]
}

/** The voice that a setting names ("flite-slt", "server"), with the default one behind it; the default one where it is not here. */
export async function chooseVoice(setting: string, voices: readonly Voice[]): Promise<ChosenVoice | undefined> {
  const first = await firstAvailable(voices)
  if (first === undefined || setting === 'auto') return first === undefined ? undefined : { voice: first }
  const wanted = voices.find(({ name }) => name === setting || name.startsWith(`${setting}-`))
  if (wanted === undefined) {
    const reason = setting === 'server' ? 'SPEECH_URL is not set.' : `There is no voice with the name "${setting}".`
    return { voice: first, missing: { wanted: setting, reason } }
  }
  const there = await wanted.availability()
  if (!there.available) return { voice: first, missing: { wanted: setting, reason: there.reason } }
  return wanted === first ? { voice: first } : { voice: wanted, fallback: first }
}

async function firstAvailable(voices: readonly Voice[]): Promise<Voice | undefined> {
  for (const voice of voices) if ((await voice.availability()).available) return voice
  return undefined
}
