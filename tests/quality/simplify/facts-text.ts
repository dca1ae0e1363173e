/** A sentence of an output, with the line (paragraph) that it stands in. */
export interface OutputSentence {
  readonly text: string
  readonly paragraph: number
}

const shortForms = new Set(
  'mr mrs ms dr prof st jr sr gov sen rep gen lt col sgt capt inc ltd co corp vs no jan feb aug sept oct nov dec e.g i.e mt'.split(
    ' ',
  ),
)
/** After "U.S." only one of these begins a new sentence. */
const starters = new Set(
  'The A An It He She They This That These Those In On At But And So Then There When If We I You Mr Ms Dr His Her Their Its Police'.split(
    ' ',
  ),
)

/** Straight marks and single spaces. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201c\u201d]/g, '"')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ \t]+/g, ' ')
    .trim()
}

/** The form in which facts are looked for: lower case, "4200" for "4,200", "can not" for "can't", "per cent" for "%". */
export function folded(text: string): string {
  return plain(text)
    .toLowerCase()
    .replaceAll(/(?<=\d),(?=\d{3}\b)/g, '')
    .replaceAll(/(?<=\d)\u202f?\s(?=\d{3}\b)/g, '')
    .replaceAll("won't", 'will not')
    .replaceAll("can't", 'can not')
    .replaceAll('cannot', 'can not')
    .replaceAll(/n't\b/g, ' not')
    .replaceAll(/\s*%/g, ' per cent')
    .replaceAll(/percent(?=[ .,])/g, 'per cent')
}

/** Words as the length of a sentence is counted: "12-year-old" and "4,200" are one each. */
export function wordsOf(text: string): readonly string[] {
  return plain(text).match(wordPattern) ?? []
}

/** One word of running text. */
export const wordPattern = /[A-Za-z\u00c0-\u024f0-9]+(?:[.,'-][A-Za-z\u00c0-\u024f0-9]+)*/g

/** A text as its headline (a first line without a mark at its end) and its sentences; a line "Source: …" is passed over. */
export function readOutput(text: string): { readonly headline: string; readonly sentences: readonly OutputSentence[] } {
  const lines = text
    .split('\n')
    .map(plain)
    .filter((line) => line !== '')
  const [first = ''] = lines
  const hasHeadline = first !== '' && !/[.!?:]["')\]]*$/.test(first)
  const body = hasHeadline ? lines.slice(1) : lines
  return {
    headline: hasHeadline ? first : '',
    sentences: body.flatMap((line, paragraph) =>
      /^source\s*:/i.test(line) ? [] : splitLine(line).map((sentence) => ({ text: sentence, paragraph })),
    ),
  }
}

/** The sentences of one paragraph. */
export function splitLine(line: string): readonly string[] {
  const found: string[] = []
  let start = 0
  for (const mark of line.matchAll(/[.!?]+["')\]]*(?=\s+|$)/g)) {
    const end = mark.index + mark[0].length
    const next = /^["'([]*(\S+)/.exec(line.slice(end).trimStart())?.[1]
    if (next !== undefined && !beginsSentence(next, line.slice(start, mark.index), mark[0])) continue
    if (next === undefined && line.slice(end).trim() !== '') continue
    const piece = line.slice(start, end).trim()
    if (piece !== '') found.push(piece)
    start = end
  }
  const rest = line.slice(start).trim()
  return rest === '' ? found : [...found, rest]
}

function beginsSentence(next: string, before: string, mark: string): boolean {
  if (!/^[\p{Lu}\p{N}$]/u.test(next)) return false
  if (mark !== '.') return true
  const word = (/(\S+)$/.exec(before)?.[1] ?? '').replace(/^["'(]+/, '')
  if (shortForms.has(word.toLowerCase())) return false
  if (!/^(?:[A-Za-z]\.)*[A-Za-z]$/.test(word)) return true
  if (word.length === 1) return !(/^[A-Z]$/.test(word) && word !== 'I')
  return starters.has(next.replaceAll(/\W/g, ''))
}

/** A text as a regular expression that matches exactly it. */
export function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
