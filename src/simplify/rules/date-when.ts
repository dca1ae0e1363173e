import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkFrom, clauseFollows } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isFiniteVerb } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** "…since 2011, when a fire killed six people" → "In 2011, a fire killed six people." */
export const dateWhen: Rule = {
  name: 'date-when',
  because: 'What happened on that date now stands in a sentence of its own.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The tower by the river has been empty since 2011, when a fire killed six people on the ninth floor.',
      'The tower by the river has been empty since 2011.',
      'In 2011, a fire killed six people on the ninth floor.',
    ],
    [
      'The airport will stay closed until Thursday, when engineers will test the new lights on the runway.',
      'The airport will stay closed until Thursday.',
      'On Thursday, engineers will test the new lights on the runway.',
    ],
    [
      'The earthquake hit the town at 4.17am on Monday, when most people in the valley were still asleep.',
      'The earthquake hit the town at 4.17am on Monday.',
      'At that time, most people in the valley were still asleep.',
    ],
  ],
  leavesAlone: [
    'The mayor said nothing on Monday, when asked about the money for the new road to the coast.',
    'The shop is busiest on Fridays, when people from the villages come to town to sell their cheese.',
    'The club will know on Sunday, when or where the last game of the season can be played.',
  ],

  rewrite({ words }): Rewrite | undefined {
    if (isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const end = bodyEnd(words)
    for (let open = 4; open < end - 4; open += 1) {
      if (words[open]?.text !== ',' || !/^when$/i.test(words[open + 1]?.text ?? '')) continue
      const isClause = opensSubject(words, open + 2) && words.slice(open + 3, end).some(isFiniteVerb)
      if (!isClause) continue
      const start = dateBefore(words, open)
      if (start === undefined || !words.slice(0, start).some(isFiniteVerb)) continue
      const close = closeOf(words, open, end)
      if (close === undefined) continue
      const rest = close === end ? end : close + 1
      const date = tokens(open + 1, open + 2)
      const text = words
        .slice(start, open)
        .map((word) => word.text)
        .join(' ')
      return [
        [keep(tokens(0, open)), keep(tokens(rest, words.length))],
        [put(jointFor(words, start, text), date), keep(tokens(open + 2, close))],
      ]
    }
    return undefined
  },
}

/** "the town", "more than 97,000": a subject, also one that is only a count. */
function opensSubject(words: readonly Word[], at: number): boolean {
  if (chunkFrom(words, at) !== undefined) return true
  const count = words.findIndex((word, place) => place >= at && word.upos === 'NUM')
  return (
    count >= at &&
    count < at + 4 &&
    /^(?:more|fewer|less|at|about|around|almost|nearly|up|over|only)$/i.test(words[at]?.text ?? '')
  )
}

const month = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/
const weekday = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/
const year = /^(?:19|20)\d\d$/

/** Where the date that ends before the mark begins; undefined where none does. */
function dateBefore(words: readonly Word[], open: number): number | undefined {
  let at = open
  const text = (place: number): string => words[place]?.text ?? ''
  if (year.test(text(at - 1))) at -= 1
  if (text(at - 1) === ',' && at < open) at -= 1
  if (/^\d{1,2}$/.test(text(at - 1)) && month.test(text(at - 2))) at -= 2
  else if (month.test(text(at - 1))) at -= /^\d{1,2}$/.test(text(at - 2)) ? 2 : 1
  if (at === open && /^(?:morning|afternoon|evening|night)$/.test(text(at - 1)) && weekday.test(text(at - 2))) at -= 2
  else if (weekday.test(text(at - 1))) at -= 1
  if (text(at) === ',') at += 1
  if (at === open && /^(?:week|month|year)$/.test(text(at - 1)) && /^(?:last|next)$/.test(text(at - 2))) at -= 2
  return at < open && at > 1 ? at : undefined
}

/** "in 2011", "on Thursday", "last year"; where an hour stands before the day, what follows is true of that hour. */
function jointFor(words: readonly Word[], start: number, text: string): string {
  const before = words.slice(Math.max(0, start - 5), start)
  if (
    before.some(
      (word) =>
        /^(?:\d{1,2}(?:[.:]\d\d)?(?:am|pm)?|am|pm|noon|midnight|dawn|early|late|[ap]\.m\.)$/i.test(word.text) &&
        /^(?:on|in|,)$/.test(words[start - 1]?.text ?? ''),
    )
  )
    return 'at that time,'
  if (/^(?:last|next)/.test(text)) return `${text},`
  return /^\p{L}+ ?(?:(?:19|20)\d\d)?$/u.test(text) && !weekday.test(text)
    ? `in ${text},`
    : /^\d{4}$/.test(text)
      ? `in ${text},`
      : `on ${text},`
}

/** The end of the clause: that of the sentence, or a comma behind which a phrase of the main clause stands. */
function closeOf(words: readonly Word[], open: number, end: number): number | undefined {
  for (let at = open + 3; at < end; at += 1) {
    if (words[at]?.text !== ',') continue
    const isList = words.slice(at + 1, at + 6).some((word) => /^(?:and|or)$/i.test(word.text))
    const isPhrase =
      words[at + 1]?.upos === 'ADP' && !words.slice(at + 1, end).some((word) => word.text === ',' || isFiniteVerb(word))
    if (isPhrase) return at
    if (!isList || clauseFollows(words, at + 1) || /^(?:IN|TO|VBG|VBN|WP|WDT|WRB|CC)$/.test(words[at + 1]?.xpos ?? ''))
      return undefined
  }
  return end
}
