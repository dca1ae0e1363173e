import type { Request, Response } from 'express'
import type { Document } from '../../document/document.ts'
import type { Spoken } from '../../store/store.ts'
import { refuse, type WebContext } from '../context.ts'
import type { PlayerView } from '../pages/player-view.ts'

/** Something that may have sound: what is spoken, its text, and the player that the page shows for it. */
export interface Sounding {
  readonly spoken: Spoken
  readonly document: Document
  readonly player: PlayerView
}

/** The MP3, whole or in ranges. */
export async function sendAudio(
  context: WebContext,
  request: Request,
  response: Response,
  { spoken, player }: Sounding,
): Promise<void> {
  const narration = player.state === 'ready' ? await context.parts.store.narration(spoken) : undefined
  const file = narration === undefined ? undefined : await context.parts.media.find(narration.file)
  if (file === undefined) {
    refuse(context, request, response, 404, player.message)
    return
  }
  open(response)
  await new Promise<void>((resolve, reject) => {
    response.sendFile(
      file.path,
      {
        acceptRanges: true,
        dotfiles: 'allow',
        // With a version in the address the bytes never change; without one they change when the story does.
        ...(request.query.v === undefined ? { maxAge: 0 } : { maxAge: '30d', immutable: true }),
        headers: { 'Content-Type': 'audio/mpeg' },
      },
      (error) => {
        // A listener who stops early is no mistake.
        if (error === undefined || response.headersSent) resolve()
        else reject(error)
      },
    )
  })
}

/** When each sentence and word sounds: what the player marks by. */
export async function sendTimings(
  context: WebContext,
  request: Request,
  response: Response,
  { spoken }: Sounding,
): Promise<void> {
  const narration = await context.parts.store.narration(spoken)
  if (narration === undefined) {
    refuse(context, request, response, 404)
    return
  }
  open(response)
  response.set('Cache-Control', 'public, no-cache').json({
    seconds: narration.seconds,
    sentences: narration.sentences.map(({ sentence, start, end, words }) => ({
      sentence,
      start,
      end,
      words: words.map((word) => [word.tokens.start, word.tokens.end, word.start, word.end]),
    })),
    chapters: narration.chapters,
  })
}

/** The text with its times, as WebVTT. */
export async function sendCaptions(
  context: WebContext,
  request: Request,
  response: Response,
  { spoken, document }: Sounding,
): Promise<void> {
  const narration = await context.parts.store.narration(spoken)
  if (narration === undefined) {
    refuse(context, request, response, 404)
    return
  }
  open(response)
  response
    .set('Cache-Control', 'public, no-cache')
    .type('text/vtt')
    .send(context.parts.publishing.captions(document, narration))
}

/** How far the sound is, for the page that waits for it. */
export async function sendAudioStatus(
  _context: WebContext,
  _request: Request,
  response: Response,
  { player }: Sounding,
): Promise<void> {
  response.set('Cache-Control', 'no-store').json(player)
}

/** Sound, captions and feeds may be used by any site and any player. */
export function open(response: Response): void {
  response.set('Access-Control-Allow-Origin', '*').set('Cross-Origin-Resource-Policy', 'cross-origin')
}
