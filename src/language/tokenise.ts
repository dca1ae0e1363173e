import type { Token } from '../document/document.ts'
import { characters } from '../document/span.ts'
import {
  dottedBeforeNumber,
  dottedStates,
  dottedTitles,
  dottedWords,
  joinedPrefixes,
  letteredWords,
  upperCaseUnits,
} from './abbreviations.ts'

const notInWord = String.raw`(?![\p{L}\p{N}])`

/** What a token can be, the likeliest cut first; the last one takes any mark that is left. */
const pattern = new RegExp(
  [
    // Addresses and files. Lengths are bounded so that no text makes the search slow.
    String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]`,
    String.raw`[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}`,
    String.raw`[@#][\p{L}_][\p{L}\p{N}_]*`,
    String.raw`(?:[A-Za-z0-9-]{1,63}\.){1,6}(?:com|org|net|gov|edu|info|tv|io|ai)(?:\.[a-z]{2})?(?:\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])?${notInWord}`,
    String.raw`(?:[A-Za-z0-9-]{1,63}\.){1,5}(?:co|ac|org)\.(?:uk|nz|za|jp|in)${notInWord}`,
    String.raw`[\w-]{1,80}\.(?:docx?|xlsx?|pdf|jpe?g|png|gif|txt|html?|mp[34]|zip|csv)${notInWord}`,
    String.raw`[a-z]{2,20}(?:\.[a-z][a-z-]{1,30}){2,8}${notInWord}`,
    // Short forms with their full stops.
    String.raw`Ph\.D\.?s?${notInWord}`,
    String.raw`(?:\p{L}\.){2,}(?:\p{L}${notInWord})?`,
    String.raw`(?:${[...dottedTitles, ...dottedWords].join('|')})\.(?=[\s,;:)\]"”’'-]|$)`,
    String.raw`(?:${dottedBeforeNumber.join('|')})\.(?=\s?\d)`,
    String.raw`(?<=,\s)(?:${dottedStates.join('|')})\.(?=[\s,;:)]|$)`,
    // Money, numbers, times.
    String.raw`[$€£¥](?:US|AU|NZ|HK|CA|[AC])(?=\d)`,
    '(?:US|AU|NZ|HK|CA|[ACSR])?[$€£¥]',
    String.raw`(?:\d-)?\d{3}-(?:\d{3}-)?\d{4}(?![\d-])`,
    String.raw`\d{4}-\d{2}-\d{2}(?![\d-])`,
    String.raw`\d{1,2}-\d{1,2}-\d{4}(?![\d-])`,
    String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:(?:st|nd|rd|th)${notInWord})?`,
    String.raw`\d+(?:st|nd|rd|th|ST|ND|RD|TH)${notInWord}`,
    String.raw`\d{2,4}s${notInWord}`,
    String.raw`\d{1,3}0['’]s${notInWord}`,
    String.raw`\d+(?:[.:\/]\d+)+`,
    String.raw`\d+[A-Z]{1,2}${notInWord}`,
    String.raw`\d+[½¼¾⅓⅔⅛]?`,
    String.raw`(?<![\p{L}\p{N}.])\.\d+`,
    String.raw`(?<=\s|^|\()’\d\ds?${notInWord}`,
    String.raw`(?<=(?:in|of|since|the|from|summer|early|late|to|and|until|by|mid)\s)['‘]\d\ds?${notInWord}`,
    String.raw`(?:km\/h|m\/s|km²|m²|m³)${notInWord}`,
    // Words.
    `['’‘](?:em|til)${notInWord}`,
    String.raw`(?<=\s)['’‘]n['’](?!\p{L})`,
    String.raw`(?<=[\p{N}.])['’](?:s|S)${notInWord}`,
    String.raw`(?<!\p{L})\p{Lu}\+{1,2}(?![\p{L}\p{N}+])`,
    String.raw`w\/(?:o(?:ut)?)?(?=\s)`,
    String.raw`\p{Lu}{1,3}&\p{Lu}{1,3}(?![\p{L}\p{N}])`,
    String.raw`\p{L}[\p{L}\p{M}]*\d[\p{L}\p{N}]*`,
    String.raw`\p{L}[\p{L}\p{M}]*(?:['’][\p{L}][\p{L}\p{M}]*)*`,
    // Marks.
    String.raw`\[(?:\.{3}|…)\]`,
    String.raw`\.{2,}`,
    '…[.…]*',
    '-{2,}',
    String.raw`\.?[?!]+`,
    String.raw`([*_=~+#])\1+`,
    "<<|>>|['`]{2}|’’|‘’",
    String.raw`(?<=\s|^)[:;=]-?[()DP](?=[\s.,]|$)`,
    String.raw`\S`,
  ].join('|'),
  'gu',
)

const clitic = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu
/** Words written together that the treebank cuts, with the length of their first part. */
const fused = new Map<string, number>(Object.entries({ cannot: 3, gonna: 3, wanna: 3, gotta: 3, lemme: 3, gimme: 3 }))
const lostApostrophe = /^(?:do|does|did|is|was|are|were|has|had|have|could|would|should|ai)(?=nt$)/i

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

/** "George W. Bush", "writer L. Ron Hubbard", not "Plan B. The", "than I. Then". */
function isInitial(text: string, at: number): boolean {
  const after = /^\.\s?(\p{Lu}[\p{L}.'’-]*)/u.exec(text.slice(at + 1, at + 40))?.[1]
  if (
    after === undefined ||
    /^(?:The|A|An|It|He|She|They|We|In|On|At|But|And|This|That|There|If|When|Its|His|Her|Their)$/.test(after)
  )
    return false
  const before = /(\S+)\s+$/u.exec(text.slice(Math.max(0, at - 30), at))?.[1]
  if (before === undefined) return true
  if (letteredWords.has(before.toLowerCase().replace(/^["“'‘(]+/u, ''))) return false
  return text[at] !== 'I' || /^["“'(]?\p{Lu}/u.test(before)
}

function cuts(form: string): readonly (readonly [number, number])[] {
  if (/^\d+[A-Z]+$/.test(form)) return cutUnit(form)
  const length = fused.get(form.toLowerCase()) ?? lostApostrophe.exec(form)?.[0].length
  if (length !== undefined)
    return [
      [0, length],
      [length, form.length],
    ]
  const parts: (readonly [number, number])[] = []
  let end = form.length
  for (
    let found = clitic.exec(form.slice(0, end));
    found !== null && found.index > 0 && !/^\d/.test(form);
    found = clitic.exec(form.slice(0, end))
  ) {
    parts.unshift([found.index, end])
    end = found.index
  }
  return [[0, end], ...parts]
}

/** "50M" → 50 M, but "3D" and "5G" stay whole. */
function cutUnit(form: string): readonly (readonly [number, number])[] {
  const digits = /^\d+/.exec(form)?.[0].length ?? form.length
  const unit = form.slice(digits)
  return upperCaseUnits.has(unit)
    ? [
        [0, digits],
        [digits, form.length],
      ]
    : [[0, form.length]]
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
    const before = tokens[at - 1]
    const isLater = before?.span.end === first.span.start && before.kind !== 'punctuation'
    const afterHyphen = before?.span.end === first.span.start && text[before.span.end - offset - 1] === '-'
    if (touches && mark === '-' && !isLater && !afterHyphen && second !== undefined && takes(own, second.kind)) {
      joined.push({ span: characters(first.span.start, second.span.end), kind: 'word' })
      at += 2
    } else joined.push(first)
  }
  return joined
}

/** Whether a prefix stays with what follows its hyphen: a word, or for some a year: "mid-1980s", "post-2020". */
function takes(prefix: string, kind: Token['kind']): boolean {
  const lower = prefix.toLowerCase()
  // "UN-brokered" has no prefix.
  if (prefix.length > 1 && prefix === prefix.toUpperCase()) return false
  return joinedPrefixes.has(lower) && (kind === 'word' || (kind === 'number' && /^(?:mid|pre|post)$/.test(lower)))
}

function kindOf(form: string): Token['kind'] {
  if (/^[$€£¥.]?\d/u.test(form)) return 'number'
  return /[\p{L}\p{N}]/u.test(form) ? 'word' : 'punctuation'
}
