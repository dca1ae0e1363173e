import { type Document, textOf } from '../document/document.ts'
import type { Narration } from '../speech/timings.ts'

/** Longest line of a caption, in characters. */
const longestLine = 65

/** A narration's sentences as WebVTT (W3C); lines are at most 65 characters, a long sentence takes several. */
export function captions(document: Document, narration: Narration): string {
  const cues = narration.sentences.map((time, at) => {
    const span = document.sentences[time.sentence]
    const text = span === undefined ? '' : textOf(document, span)
    return `${at + 1}\n${clock(time.start)} --> ${clock(time.end)}\n${lines(text).map(escapeCue).join('\n')}`
  })
  return `WEBVTT\n\n${cues.join('\n\n')}\n`
}

function lines(text: string): readonly string[] {
  const all: string[] = []
  // An address may be longer than a line.
  for (const word of text.split(/\s+/).flatMap((each) => each.match(/.{1,65}/gu) ?? [])) {
    const last = all.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= longestLine) all[all.length - 1] = `${last} ${word}`
    else all.push(word)
  }
  return all
}

function escapeCue(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function clock(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000)
  const part = (value: number, size: number): string => String(value).padStart(size, '0')
  return `${part(Math.floor(milliseconds / 3_600_000), 2)}:${part(Math.floor(milliseconds / 60_000) % 60, 2)}:${part(Math.floor(milliseconds / 1000) % 60, 2)}.${part(milliseconds % 1000, 3)}`
}
