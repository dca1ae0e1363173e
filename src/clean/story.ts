import type { Arrival } from '../document/article.ts'
import { done, failed, type Result } from '../failure.ts'
import { mostCharacters } from './characters.ts'
import { isEnglish } from './english.ts'

/** Fewest words that make a story. */
export const fewestWords = 40

/** The arrival, if it is a whole news story in English; else one plain sentence why not, and the cause for the operator. */
export function checkStory(arrival: Arrival): Result<Arrival> {
  const paragraphs = arrival.body.map((block) => block.text)
  const text = paragraphs.join('\n')
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (text.length > mostCharacters)
    return failed('too-long', 'This text is too long. The most is 1 megabyte of text.', `${text.length} characters`)
  if (words.length === 0) return failed('empty', 'There is no text here.')
  const wall = paywall(paragraphs)
  if (wall !== undefined && words.length < 220)
    return failed('paywall', 'This page shows only the start of the story. The rest is for people who pay.', wall)
  if (words.length < fewestWords)
    return failed(
      'too-short',
      `This text is too short. A story needs at least ${fewestWords} words.`,
      `${words.length} words`,
    )
  if (!isEnglish(text)) return failed('not-english', 'This text is not in English.')
  return notAStory(arrival, paragraphs, words.length) ?? done(arrival)
}

function paywall(paragraphs: readonly string[]): string | undefined {
  const pattern =
    /\b(?:to (?:continue|keep) reading|subscribe (?:now )?to (?:read|continue|unlock)|already a subscriber|subscribers? only|for subscribers|unlock this (?:article|story)|create a free account|log in to (?:read|continue)|sign in to (?:read|continue)|start your (?:free )?trial)\b/i
  return paragraphs.find((paragraph) => pattern.test(paragraph) && paragraph.length < 300)
}

function notAStory(arrival: Arrival, paragraphs: readonly string[], words: number): Result<Arrival> | undefined {
  const { headline } = arrival.fields
  const first = paragraphs.slice(0, 3).join(' ')
  if (
    /^(?:sponsored|advertorial|paid post|partner content|promoted)\b/i.test(first) ||
    /\b(?:buy now|shop now|order (?:now|today)|use (?:the )?(?:promo )?code|limited time offer|add to cart)\b/i.test(
      first,
    ) ||
    count(paragraphs, /\b(?:buy now|shop now|add to cart|% off|promo code|free shipping)\b/i) >= 2
  )
    return failed('advert', 'This is an advertisement, not a news story.', first.slice(0, 200))
  if (
    /\b(?:live blog|live updates?|as it happened|rolling coverage)\b/i.test(headline) ||
    count(paragraphs, /^(?:\d{1,2}[.:]\d{2}\s?(?:am|pm|AEDT|AEST|GMT)?|\d{1,2}\s?(?:am|pm))\b/i) >= 4
  )
    return failed('live-blog', 'This is a live blog. It is many short notes and not one story.', headline)
  if (
    /\b(?:crossword|sudoku|wordle|quiz answers?|puzzle answers?)\b/i.test(headline) &&
    count(paragraphs, /^(?:\d{1,2}[.)]?\s|across\b|down\b)/i) >= 3
  )
    return failed('puzzle', 'This is a puzzle, not a news story.', headline)
  if (count(paragraphs, /^(?:\d{1,2}\.?\s|across|down)\b.*\(\d(?:,\d)*\)$/i) >= 4)
    return failed('puzzle', 'This is a puzzle, not a news story.')
  const sentences = paragraphs.filter((paragraph) => /[.!?]["')\]]*$/.test(paragraph)).length
  const short = paragraphs.filter(
    (paragraph) => paragraph.split(' ').length <= 14 && !/[.!?]["')\]]*$/.test(paragraph),
  ).length
  if (paragraphs.length >= 5 && short / paragraphs.length > 0.6)
    return failed(
      'link-list',
      'This is a list of links or headings, not a story.',
      `${short} of ${paragraphs.length} lines are headings`,
    )
  const last = arrival.body.findLast((block) => block.kind === 'paragraph')?.text ?? ''
  if (/(?:\.{3}|…|\[\.\.\.\]|\[…\])$/u.test(last) && words < 150)
    return failed('cut-off', 'This text stops in the middle. The whole story is needed.', last.slice(-120))
  if (sentences === 0) return failed('no-article', 'There are no whole sentences here.')
  return undefined
}

function count(paragraphs: readonly string[], pattern: RegExp): number {
  return paragraphs.filter((paragraph) => pattern.test(paragraph)).length
}
