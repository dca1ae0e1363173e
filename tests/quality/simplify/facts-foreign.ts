import { plain, wordPattern, wordsOf } from './facts-text.ts'

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const values: ReadonlyMap<string, number> = new Map([
  ...units.map((word, value) => [word, value] as const),
  ...tens.map((word, value) => [word, 10 * (value + 2)] as const),
])
const multiples: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
  ['dozens', 12],
])
const months = 'january february march april may june july august september october november december'.split(' ')
const days = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const numberPattern = new RegExp(
  `\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+\\.\\d+|\\d+|\\b(?:${[...tens, ...units].join('|')})(?:-(?:${units.join('|')}))?\\b`,
  'gi',
)

/** A number in a text: its own value, and the value with the "million" behind it. */
interface Found {
  readonly whole: number
  readonly value: number
  readonly text: string
  readonly at: number
  readonly inWords: boolean
}

function numbersIn(text: string): readonly Found[] {
  return [...text.matchAll(numberPattern)].map((match) => {
    const written = match[0].toLowerCase()
    const inWords = !/^\d/.test(written)
    const value = inWords
      ? written.split('-').reduce((sum, part) => sum + (values.get(part) ?? 0), 0)
      : Number(written.replaceAll(',', ''))
    const rest = text.slice(match.index + written.length)
    const unit = /^[ -]?([a-z]+)\b/.exec(rest.toLowerCase())?.[1] ?? ''
    // "5 m" may be metres.
    const multiple = /^(?:m|b)$/.test(unit) && rest.startsWith(' ') ? 1 : (multiples.get(unit) ?? 1)
    return { whole: value * multiple, value, text: match[0], at: match.index, inWords }
  })
}

/** The numbers of sentences that the source does not have, and that are no date which the house style adds. */
export function foreignNumbers(source: string, sentences: readonly string[], published: string): readonly string[] {
  const known = new Set(numbersIn(plain(source)).flatMap(({ whole, value }) => [rounded(whole), rounded(value)]))
  for (const [, century, year] of source.matchAll(/\b(\d{2})\d{2}-(\d{2})\b/g)) known.add(Number(`${century}${year}`))
  if (/\b(?:hundred|century)/i.test(source)) known.add(100)
  if (/\bdecade/i.test(source)) known.add(10)
  if (/\bquarter/i.test(source)) for (const value of [3, 4]) known.add(value)
  return sentences.flatMap((sentence) =>
    numbersIn(sentence).flatMap((found) => {
      const { whole, value, text, at, inWords } = found
      if (inWords && value <= 1) return []
      if (known.has(rounded(whole)) || (whole === value && known.has(rounded(value)))) return []
      if (isNearDate(sentence, found, published)) return []
      const isAbout = /\b(?:about|almost|nearly|around|more than|over)\s+\$?$/i.test(sentence.slice(0, at))
      if (isAbout && [...known].some((one) => one > 0 && Math.abs(whole - one) / one <= 0.05)) return []
      return [text]
    }),
  )
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** Whether a number is the day of a date within ten days of the article's own (with its right weekday), or a year near it. */
function isNearDate(sentence: string, { text, at }: Found, published: string): boolean {
  const own = Date.parse(`${published.slice(0, 10)}T00:00:00Z`)
  const year = Number(published.slice(0, 4))
  const before = sentence.slice(0, at).toLowerCase()
  const after = sentence.slice(at + text.length).toLowerCase()
  const names = months.join('|')
  const month =
    new RegExp(`^(?:st|nd|rd|th)?(?: of)? (${names})\\b`).exec(after)?.[1] ??
    new RegExp(`\\b(${names}) $`).exec(before)?.[1]
  if (month !== undefined && /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 31) {
    const date = new Date(Date.UTC(year, months.indexOf(month), Number(text)))
    if (date.getUTCDate() !== Number(text) || Math.abs(date.getTime() - own) > 10 * 86_400_000) return false
    const weekday = new RegExp(`\\b(${days.join('|')}),? (?:the )?(?:${month} )?$`).exec(before)?.[1]
    return weekday === undefined || days[date.getUTCDay()] === weekday
  }
  return /^\d+$/.test(text) && Math.abs(Number(text) - year) <= 1
}

/** Words that begin a sentence with a capital and are no names. */
const common = new Set(
  `a about above according after again all almost also although an and another any are around as at back be because been before behind below
  between big both but by can companies could dear did do does doctors during each early eight either eleven even every everyone everybody families
  farmers few fewer fifteen fifty finally first five for forty four fourteen from full further good government had half has have he her here his home how
  however hundreds i if in inside instead into is it its just last late later leaders less let like local lawyers long lots made make many may maybe
  meanwhile members might millions ministers more most mr mrs ms much must my near nearly never new next nine no nobody none nor not nothing now of off
  officials often old on once one only or other others our out outside over own parents part people perhaps please police prices reporters residents
  s scientists second several shares she should since six sixteen small so some somebody someone something sometimes soon state still such ten than that the
  their them then there these they third this those thousands three through to today together tomorrow too towards twelve twenty two under until up us very
  was we well were what when where whether which while who whose why will with within without women workers would yes yesterday yet you young your`.split(
    /\s+/,
  ),
)
/** Places, peoples and days: never a common word, wherever they stand. */
const placeNames = new Set(
  `africa african america american argentina asia asian australia australian australians austria belgium berlin brazil brazilian brisbane britain
  british brussels cairo cambodia canada canadian canberra chile china chinese christian christians colombia cuba darwin denmark dutch egypt egyptian
  england english europe european fiji finland france french germany german greece greek hobart hungary iceland india indian indonesia indonesian iran iranian
  iraq iraqi ireland irish islam israel israeli italy italian japan japanese jewish jews jordan kenya korea korean kuwait lebanon libya london malaysia
  melbourne mexico mexican moscow muslim muslims myanmar nepal netherlands nigeria norway pakistan palestinian palestinians paris peru philippines poland
  polish portugal qatar queensland russia russian russians samoa scotland scottish singapore somalia spain spanish sudan sweden swedish switzerland swiss
  sydney syria syrian taiwan tasmania thailand tokyo tonga turkey turkish uganda ukraine ukrainian vanuatu venezuela victoria vietnam vietnamese wales
  washington yemen zimbabwe monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
  november december`.split(/\s+/),
)
const always = ['Mr', 'Ms', 'Mrs', 'Dr', 'Miss', 'Prof', 'I', 'US', 'UK', "I'm"]

/** What else may stand in an output besides the words of its source. */
export interface Allowed {
  readonly names: readonly string[]
  readonly published: string
  /** Every lower-case word of all sources and outputs: such a word at the start of a sentence is no name. */
  readonly lowerCase: ReadonlySet<string>
}

/** The names of sentences that the source does not have. */
export function foreignNames(source: string, sentences: readonly string[], allowed: Allowed): readonly string[] {
  const known = new Set([source, allowed.names.join(' ')].flatMap(nameParts))
  for (const name of always) known.add(name)
  for (const shift of [-30, 0, 30]) {
    const date = new Date(Date.parse(`${allowed.published.slice(0, 10)}T00:00:00Z`) + shift * 86_400_000)
    const month = months[date.getUTCMonth()] ?? ''
    known.add(month.charAt(0).toUpperCase() + month.slice(1))
  }
  const knownLower = new Set([...known].map((word) => word.toLowerCase()))
  return sentences.flatMap((sentence) => {
    const words = [...sentence.matchAll(wordPattern)]
    return words.flatMap((match, at) => {
      const name = withoutOwner(match[0])
      if (!/^\p{Lu}/u.test(name)) return []
      const parts = name.split('-').filter((part) => /^\p{Lu}/u.test(part))
      if (parts.every((part) => [part, part.replace(/s+$/, ''), part.toUpperCase()].some((form) => known.has(form))))
        return []
      const isFirst = at === 0 || /[:"\u201c(]\s*["']?$/.test(sentence.slice(0, match.index))
      return isFirst && mayBeCommon(name, words[at + 1]?.[0] ?? '', knownLower, allowed.lowerCase) ? [] : [name]
    })
  })
}

function mayBeCommon(
  name: string,
  next: string,
  knownLower: ReadonlySet<string>,
  lowerCase: ReadonlySet<string>,
): boolean {
  const low = name.toLowerCase()
  if (common.has(low) || knownLower.has(low)) return true
  if (placeNames.has(low)) return false
  if (/^(?:is|are|means|mean|here)$/i.test(next)) return true
  return !/^\p{Lu}/u.test(next) || low.split('-').every((part) => lowerCase.has(part))
}

function nameParts(text: string): readonly string[] {
  return wordsOf(text).flatMap((word) => withoutOwner(word).split('-'))
}

function withoutOwner(word: string): string {
  return word.replace(/'s?$/, '')
}
