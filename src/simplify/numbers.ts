const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const values: ReadonlyMap<string, number> = new Map([
  ...units.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, (index + 2) * 10]),
])

/** The value of one written number word or figure: "nine" 9, "4,200" 4200, "3.5" 3.5; undefined for anything else. */
export function numberValue(text: string): number | undefined {
  const plain = text.toLowerCase().replace(/^[$€£]/u, '')
  if (/^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''))
  const [first = '', second] = plain.split('-')
  const value = values.get(first)
  if (value === undefined) return undefined
  if (second === undefined) return value
  const unit = values.get(second)
  return value >= 20 && unit !== undefined && unit < 10 ? value + unit : undefined
}

/** Whether two writings are the same number: "nine" and "9". */
export function sameNumber(a: string, b: string): boolean {
  if (a.toLowerCase() === b.toLowerCase()) return true
  const value = numberValue(a)
  return value !== undefined && value === numberValue(b)
}
