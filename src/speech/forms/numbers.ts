const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ordinals = new Map<string, string>(
  Object.entries({
    one: 'first',
    two: 'second',
    three: 'third',
    five: 'fifth',
    eight: 'eighth',
    nine: 'ninth',
    twelve: 'twelfth',
  }),
)

/** A whole number below a thousand million million in words, with the Australian "and": 345 → "three hundred and forty five". */
export function sayNumber(value: number): string {
  if (value < 20) return ones[value] ?? ''
  if (value < 100)
    return [tens[Math.floor(value / 10)], value % 10 === 0 ? '' : ones[value % 10]].filter((part) => part).join(' ')
  if (value < 1000)
    return `${sayNumber(Math.floor(value / 100))} hundred${value % 100 === 0 ? '' : ` and ${sayNumber(value % 100)}`}`
  for (const [size, name] of [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
    [1e3, 'thousand'],
  ] as const) {
    if (value >= size) {
      const rest = value % size
      return `${sayNumber(Math.floor(value / size))} ${name}${rest === 0 ? '' : rest < 100 ? ` and ${sayNumber(rest)}` : ` ${sayNumber(rest)}`}`
    }
  }
  return String(value)
}

/** Digits one by one: "042" → "zero four two". */
export function sayDigits(text: string): string {
  return [...text].map((digit) => ones[Number(digit)] ?? '').join(' ')
}

/** "4,200" or "3.75" in words. */
export function sayFigure(text: string): string {
  const plain = text.replaceAll(',', '')
  const [whole = '0', decimals] = plain.split('.')
  if (whole.length > 15) return sayDigits(whole)
  const said = sayNumber(Number(whole))
  return decimals === undefined ? said : `${said} point ${sayDigits(decimals)}`
}

/** 21 → "twenty first". */
export function sayOrdinal(value: number): string {
  const words = sayNumber(value).split(' ')
  const last = words.pop() ?? ''
  const made = ordinals.get(last) ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)
  return [...words, made].join(' ')
}

/** A year: 1999 → "nineteen ninety nine", 2026 → "twenty twenty six", 2005 → "two thousand and five". */
export function sayYear(year: number): string {
  if (year >= 2000 && year < 2010) return sayNumber(year)
  const first = Math.floor(year / 100)
  const second = year % 100
  if (second === 0) return `${sayNumber(first)} hundred`
  return `${sayNumber(first)} ${second < 10 ? `oh ${sayNumber(second)}` : sayNumber(second)}`
}
