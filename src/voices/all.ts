import type { Voice } from '../speech/voice.ts'
import { createFlite } from './flite.ts'
import { createSystemVoice } from './system.ts'

/** Every voice that this installation may have, the default first. */
export function createVoices(): readonly Voice[] {
  return [createFlite('rms'), createFlite('slt'), createSystemVoice(process.platform)]
}

/** The voice that a setting names, if it is there; else the first one that is, with a plain note why. */
export async function chooseVoice(
  setting: string,
  voices: readonly Voice[],
): Promise<{ readonly voice: Voice; readonly note?: string } | undefined> {
  const wanted = setting === 'auto' ? undefined : voices.find((voice) => voice.name === setting)
  if (wanted !== undefined) {
    const there = await wanted.availability()
    if (there.available) return { voice: wanted }
    const other = await firstAvailable(voices)
    return other === undefined
      ? undefined
      : { voice: other, note: `The voice "${setting}" is not here: ${there.reason}` }
  }
  const voice = await firstAvailable(voices)
  if (voice === undefined) return undefined
  return setting === 'auto' ? { voice } : { voice, note: `There is no voice with the name "${setting}".` }
}

async function firstAvailable(voices: readonly Voice[]): Promise<Voice | undefined> {
  for (const voice of voices) if ((await voice.availability()).available) return voice
  return undefined
}
