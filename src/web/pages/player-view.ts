import type { Progress } from '../../jobs/queue.ts'
import type { Narration } from '../../speech/timings.ts'
import { lengthInWords } from './dates.ts'

/** What the page shows where a text can be heard. */
export interface PlayerView {
  /** `none`: there is no voice, or the licence forbids sound. */
  readonly state: 'ready' | 'making' | 'none'
  /** One easy sentence about the sound. */
  readonly message: string
  /** Said where another voice speaks than the site wants; empty else. */
  readonly note: string
  /** 0–100, while it is being made. */
  readonly percent: number
  readonly audio: string
  readonly timings: string
  readonly captions: string
  readonly statusPath: string
  /** "2 minutes"; empty while there is no sound. */
  readonly length: string
  /** What the operating system shows while it plays. */
  readonly title: string
  readonly kind: 'story' | 'wrap'
}

/** Whether sound is there, on its way, or not to be had. `base` is the address that the file names are added to. */
export function playerView(given: {
  readonly kind: 'story' | 'wrap'
  readonly title: string
  readonly base: string
  readonly narration: Narration | undefined
  readonly progress: Progress | undefined
  readonly allowed: boolean
}): PlayerView {
  const { kind, title, base, narration, progress } = given
  const version = narration === undefined ? '' : `?v=${encodeURIComponent(narration.textHash.slice(0, 12))}`
  const note =
    narration?.insteadOf === undefined
      ? ''
      : `The voice “${narration.insteadOf}” does not work now. Another voice reads instead.`
  const addresses = {
    note,
    kind,
    title,
    audio: `${base}/${kind}.mp3${version}`,
    timings: `${base}/timings.json${version}`,
    captions: `${base}/${kind}.vtt`,
    statusPath: `${base}/audio-status`,
  }
  if (!given.allowed) {
    const message = 'There is no audio. The owner of this story does not allow it.'
    return { ...addresses, state: 'none', message, percent: 0, length: '' }
  }
  if (narration !== undefined) {
    const length = lengthInWords(narration.seconds)
    return { ...addresses, state: 'ready', message: `Audio: ${length}.`, percent: 100, length }
  }
  if (progress === undefined || progress.state === 'failed' || progress.state === 'done') {
    const message = 'There is no audio yet. You can read the text.'
    return { ...addresses, state: 'none', message, percent: 0, length: '' }
  }
  const percent = Math.round(Math.min(1, Math.max(0, progress.share)) * 100)
  const message = `The audio is being made. ${percent} per cent is done. You can read now.`
  return { ...addresses, state: 'making', message, percent, length: '' }
}
