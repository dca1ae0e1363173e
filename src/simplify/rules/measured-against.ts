import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isFiniteVerb } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** "…, fewer than in any of the past three years", "…, its best result since 1994": what an amount or a deed is measured against. */
export const measuredAgainst: Rule = {
  name: 'measured-against',
  because: 'How it compares now stands in a sentence of its own.',
  shows: true,
  byMarks: true,
  certain: true,
  whenLong: true,
  examples: [
    [
      'Only 212 homes were finished in the city in the first quarter, fewer than in any of the past three years.',
      'Only 212 homes were finished in the city in the first quarter.',
      'This was fewer than in any of the past three years.',
    ],
    [
      'The party raised its share to 18.9 per cent in the north, its best result since it was founded in 2013.',
      'The party raised its share to 18.9 per cent in the north.',
      'This was its best result since it was founded in 2013.',
    ],
    [
      'Growth would slow to 1.1 per cent in the year to June, the weakest rate in a decade.',
      'Growth would slow to 1.1 per cent in the year to June.',
      'This would be the weakest rate in a decade.',
    ],
    [
      'The airline has been fined $2.1 million, the largest penalty ever imposed on a carrier in the country.',
      'The airline has been fined $2.1 million.',
      'This is the largest penalty ever imposed on a carrier in the country.',
    ],
    [
      'Coverage in the region had dropped to 58 per cent by June, well below the 95 per cent that is needed.',
      'Coverage in the region had dropped to 58 per cent by June.',
      'This was well below the 95 per cent that is needed.',
    ],
  ],
  leavesAlone: [
    'About 9,000 people marched through the capital on Saturday, more than half of them women with children.',
    'The man was found 12 kilometres from the village on Tuesday, less than a week after he had left home.',
    'The town did not get its 40 new buses in the spring, more than the mayor had promised to the voters.',
    'The prince met 12 farmers and Ann Lee in the old hall, the youngest minister in the new government.',
    'The 14 climbers were found in a cave on the north face, just below the top of the mountain.',
  ],

  rewrite({ words }): Rewrite | undefined {
    if (isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const end = bodyEnd(words)
    const open = words.findLastIndex((word, at) => word.text === ',' && at < end && startsMeasure(words, at + 1, end))
    if (open < 4 || end - open < 4) return undefined
    // A second part behind it would no longer hang on what it belongs to.
    const inside = words.slice(open + 1, end)
    if (
      inside.some((word, at) => word.text === ',' || (/^(?:and|but|or)$/i.test(word.text) && isNewClause(inside, at)))
    )
      return undefined
    const be = beOf(words, open, isAmount(words, open + 1))
    if (be === undefined) return undefined
    return [
      [keep(tokens(0, open)), keep(tokens(end, words.length))],
      [put(`this ${be}`, tokens(open, open + 1)), keep(tokens(open + 1, words.length))],
    ]
  },
}

function isNewClause(words: readonly Word[], at: number): boolean {
  return words.slice(at + 1, at + 5).some(isFiniteVerb)
}

const degree =
  /^(?:well|far|just|slightly|about|almost|nearly|much|still|only|roughly|around|even|significantly|considerably)$/
const comparative =
  /^(?:more|less|fewer|higher|lower|larger|smaller|faster|slower|better|worse|bigger|longer|shorter|greater|earlier|later|cheaper|heavier|deeper|hotter|colder)$/
const levels =
  /^(?:level|rate|forecast|average|target|limit|estimate|expectation|figure|number|record|norm|amount|price|total|peak|capacity|share|size|value|cost|minimum|maximum|%)$/
/** What a deed or an amount can be called, so that "this was the worst attack" is said of all that was told. */
const measured =
  /^(?:level|rate|result|number|figure|total|rise|fall|increase|drop|decline|growth|penalty|fine|loss|profit|win|defeat|victory|cut|price|temperature|toll|margin|amount|score|share|turnout|attendance|attack|strike|disaster|accident|crash|outbreak|earthquake|protest|ballot|election|vote|round|time|sum|value|reading|performance|start|finish|quarter|month|year|day|show|showing|gap|payout|jump)$/

function textsFrom(words: readonly Word[], start: number): readonly string[] {
  const all = words.slice(start, start + 9).map((word) => word.text.toLowerCase())
  return degree.test(all[0] ?? '') ? all.slice(1) : all
}

function startsMeasure(words: readonly Word[], start: number, end: number): boolean {
  return (isAmount(words, start) && hasNumber(words, start - 1)) || isRank(words, start, end)
}

function hasNumber(words: readonly Word[], open: number): boolean {
  return words.slice(0, open).some((word) => /\d/.test(word.text) || word.upos === 'NUM')
}

/** "fewer than in any of …", "double what it was", "three times as many as", "well below the 95 per cent", "unchanged from". */
function isAmount(words: readonly Word[], start: number): boolean {
  const texts = textsFrom(words, start)
  const from = start + (degree.test(words[start]?.text.toLowerCase() ?? '') ? 1 : 0)
  const [first = '', second = '', third = ''] = texts
  if (first === 'unchanged') return /^(?:from|on)$/.test(second)
  if (comparative.test(first) && second === 'than') return !isPartOrTime(words, from + 2)
  // "almost two minutes faster than"
  if (words[from]?.upos === 'NUM' && comparative.test(third) && texts[3] === 'than')
    return !isPartOrTime(words, from + 4)
  if (/^(?:double|twice|triple|half)$/.test(first))
    return /^(?:what|as)$/.test(second) || (second === 'the' && levels.test(words[from + 2]?.lemma ?? ''))
  // "short of the 15 per cent it had demanded"
  if (first === 'short' && second === 'of') return words.slice(from + 2, from + 5).some((word) => /\d/.test(word.text))
  if (second === 'times') return /^(?:what|as|more|higher|the)$/.test(third)
  return (
    /^(?:above|below)$/.test(first) &&
    words.slice(from + 1, from + 6).some((word) => /\d/.test(word.text) || levels.test(word.lemma))
  )
}

/** "more than half of them", "less than a week after": a part of a thing, or a time. */
function isPartOrTime(words: readonly Word[], start: number): boolean {
  const next = words.slice(start, start + 4)
  if (words[start + 1]?.text === 'times') return false
  if (words[start]?.upos === 'NUM' || /^(?:half|twice|double|two-thirds)$/i.test(words[start]?.text ?? '')) return true
  const isTime = next.some((word) => isOfClass(word.lemma, 'time'))
  return isTime && words.slice(start, start + 6).some((word) => /^(?:after|before|ago|later|earlier)$/i.test(word.text))
    ? true
    : /^(?:a|one|an)$/i.test(words[start]?.text ?? '') &&
        /^(?:third|quarter|fifth|half|dozen|hundred|thousand|million)$/i.test(words[start + 1]?.text ?? '')
}

/** "the highest since 1998", "its best result since …", "the third round of cuts in two years". */
function isRank(words: readonly Word[], start: number, end: number): boolean {
  if (!/^(?:the|its|their)$/i.test(words[start]?.text ?? '')) return false
  const rank = words[start + 1]
  const isOrdinal = /^(?:first|second|third|fourth|fifth|sixth|seventh)$/i.test(rank?.text ?? '')
  const isMost =
    rank?.xpos === 'JJS' || /^(?:most|least|highest|lowest|weakest|strongest|best|worst)$/i.test(rank?.text ?? '')
  if (!isOrdinal && !isMost) return false
  const rest = words.slice(start + 2, end)
  const isBare = isMost && /^(?:since|ever|in|for|on|recorded|measured)$/i.test(rest[0]?.text ?? '')
  if (isBare) return hasNumber(words, start - 1)
  const noun = rest.findIndex((word) => word.upos === 'NOUN' && !isOfCompound(rest, word))
  if (noun < 0 || noun > 2 || (!measured.test(rest[noun]?.lemma ?? '') && rest[0]?.text !== 'such')) return false
  return rest.slice(noun + 1).some((word) => /^(?:since|ever|in|for|on|yet|of)$/i.test(word.text))
}

function isOfCompound(words: readonly Word[], word: Word): boolean {
  return words[words.indexOf(word) + 1]?.upos === 'NOUN'
}

/** The form of "be" for "this": of the last verb with a tense before the mark. What may, or did not, come about is nothing yet. */
function beOf(words: readonly Word[], open: number, isPlainAmount: boolean): string | undefined {
  const verb = words.findLastIndex((word, at) => at < open && isFiniteVerb(word))
  const finite = words[verb]
  if (finite === undefined) return undefined
  const after = words.slice(Math.max(0, verb - 2), verb + 4).map((word) => word.text.toLowerCase())
  if (after.some((text) => /^(?:not|n['’]t|never|no|if|unless|whether|hardly)$/.test(text))) return undefined
  if (finite.xpos === 'MD') {
    if (/^(?:will|would)$/.test(finite.text)) return `${finite.text} be`
    return isPlainAmount ? 'is' : undefined
  }
  const hopes = /^(?:want|hope|plan|expect|seek|intend|aim|wish|propose|try|fail)$/
  if (!isPlainAmount && words.slice(verb, open).some((word) => hopes.test(word.lemma))) return undefined
  if (finite.xpos === 'VBD') return finite.lemma === 'be' && words[verb + 1]?.text === 'to' ? undefined : 'was'
  return 'is'
}
