const encoder = new TextEncoder()

/** FNV-1a over UTF-8 with a closing mix: the same bucket in the trainer and here. */
export function hash(text: string): number {
  let value = 2_166_136_261
  for (const byte of encoder.encode(text)) {
    value ^= byte
    value = Math.imul(value, 16_777_619)
  }
  value ^= value >>> 15
  value = Math.imul(value, 2_246_822_519)
  value ^= value >>> 13
  return value >>> 0
}

/** Lower case of the letters A–Z only, as the trainer does. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** Beginnings, endings, shape and capital of a word, as names of features. */
export function affixesOf(form: string, isFirst: boolean): readonly string[] {
  const letters = [...lowerAscii(form)]
  const all: string[] = []
  for (let length = 1; length <= 3; length += 1) all.push(`p${length}${letters.slice(0, length).join('')}`)
  for (let length = 1; length <= 4; length += 1) all.push(`s${length}${letters.slice(-length).join('')}`)
  all.push(`h${shapeOf(form)}`)
  all.push(`f${isFirst ? '1' : '0'}${/^[A-Z]/.test(form) ? 'U' : 'l'}`)
  return all
}

/** "Canberra's" → "Xxx'x": runs are cut to two. One sign for each byte, as the trainer does. */
function shapeOf(form: string): string {
  let shape = ''
  for (const byte of encoder.encode(form)) {
    const sign =
      byte >= 128
        ? 'u'
        : byte >= 65 && byte <= 90
          ? 'X'
          : byte >= 97 && byte <= 122
            ? 'x'
            : byte >= 48 && byte <= 57
              ? 'd'
              : String.fromCharCode(byte)
    if (shape.endsWith(sign + sign)) continue
    shape += sign
  }
  return shape
}

/** Under which spellings the fixed vector of a word is looked for, best first. */
export function vectorKeys(form: string): readonly string[] {
  const lower = lowerAscii(form)
  if (lower === '“' || lower === '”') return ['"']
  if (lower === '’s') return ["'s"]
  if (lower === '’') return ["'"]
  const keys = [lower]
  if (/\d/.test(lower) && /^[\d.,]+$/.test(lower)) keys.push('0')
  const hyphen = lower.lastIndexOf('-')
  if (hyphen >= 0 && hyphen + 1 < lower.length) keys.push(lower.slice(hyphen + 1))
  return keys
}
