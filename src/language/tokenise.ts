import type { Token } from '../document/document.ts'
import { characters } from '../document/span.ts'

/** Titles and short forms whose full stop belongs to the word. */
const dotted =
  'Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Capt|Cmdr|Maj|St|Mt|Jr|Sr|Inc|Ltd|Co|Corp|Pty|Bros|vs|etc|No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Ave|Rd|Hwy|approx|est|ft'

/** Beginnings that stay with their word: "pre-war", "non-profit"; other hyphens are tokens of their own, as in English EWT. */
const prefixes = new Set(
  'anti bi co counter de e ex extra inter intra mega mid mini multi neo non over pan post pre pro pseudo quasi re semi sub super trans tri ultra un under'.split(
    ' ',
  ),
)

const pattern = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]`,
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`[@#][\p{L}_][\p{L}\p{N}_]*`,
    String.raw`(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?`,
    String.raw`(?:${dotted})\.(?=[\s,;:)])`,
    '(?:US|AU|NZ|HK|[ACS])?[$€£¥]',
    String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?`,
    String.raw`\d+(?:st|nd|rd|th)(?![\p{L}\p{N}])`,
    String.raw`\d{2,4}s(?![\p{L}\p{N}])`,
    String.raw`\d+(?:[.:\/]\d+)+`,
    String.raw`\d+`,
    String.raw`(?:km\/h|m\/s|km²|m²|m³)(?![\p{L}\p{N}])`,
    String.raw`\p{L}[\p{L}\p{M}]*\d[\p{L}\p{N}]*`,
    String.raw`\p{L}[\p{L}\p{M}]*(?:['’][\p{L}][\p{L}\p{M}]*)*`,
    String.raw`\.{2,}`,
    '-{2,}',
    '[?!]+',
    String.raw`\S`,
  ].join('|'),
  'gu',
)

const clitic = /(?:n['’]t|['’](?:s|S|re|ve|ll|d|m))$/u

/**
 * Words, numbers and marks of one text with their places, as English EWT cuts them: don't → do n't, cannot → can not,
 * Anna's → Anna 's, well-known → well - known, 90km → 90 km. Linear in the text; never throws.
 */
export function tokenise(text: string, offset = 0): readonly Token[] {
  const found: Token[] = []
  const push = (start: number, end: number): void => {
    if (end > start)
      found.push({ span: characters(offset + start, offset + end), kind: kindOf(text.slice(start, end)) })
  }
  for (const match of text.matchAll(pattern)) {
    const { index } = match
    const [form] = match
    const initial = /^\p{Lu}$/u.test(form) && text[index + 1] === '.' && isInitial(text, index)
    if (initial) {
      push(index, index + 2)
      continue
    }
    // The full stop of an initial was taken with its letter.
    if (form === '.' && found.at(-1)?.span.end === offset + index + 1) continue
    for (const [start, end] of cuts(form)) push(index + start, index + end)
  }
  return joinPrefixes(text, offset, found)
}

/** "George W. Bush", "J.K. Lee", not "Plan B. The". */
function isInitial(text: string, at: number): boolean {
  const after = /^\.\s?(\p{Lu}[\p{L}.'’-]*)/u.exec(text.slice(at + 1, at + 40))?.[1]
  if (after === undefined || /^(?:The|A|An|It|He|She|They|We|In|On|At|But|And|This|That|There|If|When)$/.test(after))
    return false
  const before = /(\S+)\s+$/u.exec(text.slice(Math.max(0, at - 30), at))?.[1]
  return before === undefined || /^["“'(]?\p{Lu}/u.test(before)
}

function cuts(form: string): readonly (readonly [number, number])[] {
  const lower = form.toLowerCase()
  if (lower === 'cannot')
    return [
      [0, 3],
      [3, 6],
    ]
  if (lower === 'gonna' || lower === 'wanna' || lower === 'gotta')
    return [
      [0, 3],
      [3, 5],
    ]
  const parts: (readonly [number, number])[] = []
  let end = form.length
  for (
    let found = clitic.exec(form.slice(0, end));
    found !== null && found.index > 0;
    found = clitic.exec(form.slice(0, end))
  ) {
    parts.unshift([found.index, end])
    end = found.index
  }
  return [[0, end], ...parts]
}

/** "pre" "-" "war" → "pre-war": the treebank keeps a prefix with its word. */
function joinPrefixes(text: string, offset: number, tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const [first, hyphen, second] = [tokens[at], tokens[at + 1], tokens[at + 2]]
    if (first === undefined) break
    const touches = first.span.end === hyphen?.span.start && hyphen.span.end === second?.span.start
    const own = text.slice(first.span.start - offset, first.span.end - offset)
    const mark = hyphen === undefined ? '' : text.slice(hyphen.span.start - offset, hyphen.span.end - offset)
    const before = tokens[at - 1]?.span.end === first.span.start
    if (touches && mark === '-' && !before && second?.kind === 'word' && prefixes.has(own.toLowerCase())) {
      joined.push({ span: characters(first.span.start, second.span.end), kind: 'word' })
      at += 2
    } else joined.push(first)
  }
  return joined
}

function kindOf(form: string): Token['kind'] {
  if (/^[$€£¥]?\d/u.test(form)) return 'number'
  return /[\p{L}\p{N}]/u.test(form) ? 'word' : 'punctuation'
}
