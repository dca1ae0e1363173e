import type { Level } from '../document/article.ts'
import { tokens } from '../document/span.ts'
import type { Analysis, Reader } from '../language/analysis.ts'
import { isRelation } from '../language/tree.ts'
import type { Cast } from './cast.ts'
import { applyRewrite, contentOf, type Draft } from './draft.ts'
import type { Lexicon } from './lexicon.ts'
import { keep, type Piece, put } from './rewrite.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const partsOfDay = /^(?:night|morning|afternoon|evening)$/

/** What has been written out so far in one edition. */
export interface Written {
  readonly dates: ReadonlySet<string>
  readonly abbreviations: ReadonlySet<string>
}

/** Nothing has been written out yet. */
export const nothingWritten: Written = { dates: new Set(), abbreviations: new Set() }

/**
 * A draft with the day of the month behind a weekday ("Monday 16 November") and short forms written out
 * ("the United Nations"), each at its first place in the edition. Quotes are not touched.
 */
export function writeInFull(
  draft: Draft,
  written: Written,
  analysis: Analysis,
  lexicon: Lexicon,
  reader: Reader,
  cast: Cast,
  level: Level,
): { readonly draft: Draft; readonly written: Written } {
  const dated = withDates(draft, written, analysis, reader, cast, level)
  // What the article spells out itself means what it says there.
  const own = new Set([...analysis.document.text.matchAll(/\(([A-Z][A-Za-z]{1,7})\)/g)].map(([, short = '']) => short))
  return withLongForms(withActors(dated.draft, lexicon, reader, cast), dated.written, lexicon, reader, cast, own)
}

/** What governments and offices do: only then does a capital or a building stand for them. */
const officialActs = new Set(
  'accept accuse agree announce argue approve ask back ban block call cancel claim condemn confirm consider criticise cut demand deny describe dismiss expel fulfil fund hint hope impose insist join launch lift negotiate object offer oppose order plan pledge press pressure promise propose provoke reject recognise refuse respond sanction say seek send sign summon support suspect suspend tell threaten try urge veto vow want warn welcome withdraw'.split(
    ' ',
  ),
)

/** "Canberra said" → "the Australian government said"; "Canberra is cold" stays. */
function withActors(draft: Draft, lexicon: Lexicon, reader: Reader, cast: Cast): Draft {
  let current = draft
  const quoted = quoteDepth(draft)
  for (let at = draft.sentence.words.length - 1; at >= 0; at -= 1) {
    const { words } = current.sentence
    const word = words[at]
    if (word?.upos !== 'PROPN' || quoted[at] || word.head < 0) continue
    // "Moscow and Washington are backing": both act.
    const first = isRelation(word.relation, 'conj') ? words[word.head] : word
    const doer =
      first !== undefined && isRelation(first.relation, 'nsubj', 'obl:agent') && first.relation !== 'nsubj:pass'
    if (!doer || !officialActs.has(words[first.head]?.lemma ?? '')) continue
    const beside = words.filter((other) => other.head === words.indexOf(first) && isRelation(other.relation, 'conj'))
    if (
      beside.some((other) => other.upos === 'PROPN' && lexicon.actor(other.text) === undefined) ||
      (first !== word && lexicon.actor(first.text) === undefined)
    )
      continue
    if (words.some((other) => other.head === at && isRelation(other.relation, 'appos', 'nmod:poss'))) continue
    let start = at
    while (words[start - 1]?.upos === 'PROPN' && words[start - 1]?.head === at) start -= 1
    let end = at + 1
    while (words[end]?.upos === 'PROPN' && words[end]?.head === at) end += 1
    const place = words
      .slice(start, end)
      .map((one) => one.text)
      .join(' ')
    const found = lexicon.actor(place) ?? lexicon.actor(`the ${place}`)
    const article = words[start - 1]?.text.toLowerCase() === 'the' ? start - 1 : start
    // "the New Delhi": an article before a place makes it a thing.
    if (found === undefined || (article !== start && lexicon.actor(`the ${place}`) === undefined)) continue
    const pieces = [keep(tokens(0, article)), put(found.actor, tokens(article, end)), keep(tokens(end, words.length))]
    const [made] = applyRewrite(
      current,
      [pieces.filter((piece) => piece.kind === 'put' || piece.span.end > piece.span.start)],
      'who-is-meant',
      reader,
      cast,
    )
    if (made !== undefined) current = made
  }
  return current
}

function quoteDepth(draft: Draft): readonly boolean[] {
  let open = false
  return draft.sentence.words.map((word) => {
    if (word.text === '"') open = !open
    return open || word.text === '"'
  })
}

function withDates(
  draft: Draft,
  written: Written,
  analysis: Analysis,
  reader: Reader,
  cast: Cast,
  level: Level,
): { readonly draft: Draft; readonly written: Written } {
  const { words } = draft.sentence
  const quoted = quoteDepth(draft)
  const dates = new Map(
    analysis.quantities.notes.flatMap((note) =>
      note.value.kind === 'date' && note.value.date !== undefined ? [[note.span.start, note.value.date] as const] : [],
    ),
  )
  for (let at = 0; at < words.length; at += 1) {
    const token = draft.origins[at]?.tokens[0]
    const date = token === undefined ? undefined : dates.get(token)
    const day = words[at]?.text ?? ''
    if (date === undefined || !/day$/.test(day) || quoted[at] || written.dates.has(date)) continue
    const next = words[at + 1]?.text ?? ''
    // "from Monday to Thursday": each week, or nobody can tell which.
    const isSpan =
      (/^from$/i.test(words[at - 1]?.text ?? '') &&
        /^(?:to|until|till)$/i.test(next) &&
        /day$/.test(words[at + 2]?.text ?? '')) ||
      (/^(?:to|until|till)$/i.test(words[at - 1]?.text ?? '') && /day$/.test(words[at - 2]?.text ?? ''))
    if (isSpan) continue
    // "were to reopen on Thursday": still to come, whatever the tense.
    const isToCome = words
      .slice(0, at)
      .some((word, place) => /^(?:was|were)$/i.test(word.text) && words[place + 1]?.text === 'to')
    // "called a strike for Friday", "had been due to meet on Friday": planned then, for a day that the verb does not tell.
    const isPlanned =
      words[at - 1]?.text.toLowerCase() === 'for' ||
      words
        .slice(0, at)
        .some(
          (word, place) =>
            /^(?:due|scheduled|planned|set|supposed|meant|intended)$/i.test(word.text) &&
            /^(?:been|was|were)$/i.test(words[place - 1]?.text ?? ''),
        )
    // "Sheffield Wednesday lost": a club.
    const isNamed = words[at - 1]?.upos === 'PROPN' && !/^(?:Easter|Pentecost)$/.test(words[at - 1]?.text ?? '')
    // "summoned her to a meeting on Thursday": a day to come, whatever the tense.
    const isCalled =
      words[at - 1]?.text === 'on' &&
      /^(?:meeting|talks|hearing|summit|session|vote|march|rally|strike|appointment|interview|debate|inquest|briefing)$/.test(
        words[at - 2]?.text ?? '',
      ) &&
      words
        .slice(0, at)
        .some((word) =>
          /^(?:summon|invite|call|order|plan|propose|announce|demand|request|organise|organize|schedule)$/.test(
            word.lemma,
          ),
        )
    if (isCalled) continue
    // "had been told nobody could come until Tuesday": counted from the day of the telling.
    const isOfTelling = words.slice(Math.max(0, at - 9), at).some((word) => /^(?:could|would)$/i.test(word.text))
    if (isOfTelling && words.slice(0, at).some((word) => /^(?:had|told)$/i.test(word.text))) continue
    // "spent on Friday programs": each week's.
    if (isNamed || (words[at + 1]?.upos === 'NOUN' && !partsOfDay.test(next))) continue
    if (isToCome || isPlanned || /^\d/.test(next) || words[at - 1]?.text === '-' || /^['’]s?$/u.test(next)) continue
    const [, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
    const full = `${day} ${dayOfMonth} ${months[month - 1]}`
    const seen = { ...written, dates: new Set([...written.dates, date]) }
    let pieces: readonly Piece[] | undefined
    if (partsOfDay.test(next)) {
      if (words[at - 1]?.text.toLowerCase() !== 'on') continue
      pieces = [
        keep(tokens(0, at)),
        // The easiest level tells the day, not the part of it.
        put(level === 1 ? full : `the ${next} of ${full}`, tokens(at, at + 2)),
        keep(tokens(at + 2, words.length)),
      ]
    } else pieces = [keep(tokens(0, at)), put(full, tokens(at, at + 1)), keep(tokens(at + 1, words.length))]
    const [made] = applyRewrite(
      draft,
      [pieces.filter((piece) => piece.kind === 'put' || piece.span.end > piece.span.start)],
      'date-in-full',
      reader,
      cast,
    )
    return made === undefined ? { draft, written } : { draft: made, written: seen }
  }
  return { draft, written }
}

function withLongForms(
  draft: Draft,
  written: Written,
  lexicon: Lexicon,
  reader: Reader,
  cast: Cast,
  own: ReadonlySet<string>,
): { readonly draft: Draft; readonly written: Written } {
  let current = draft
  let seen = written
  const quoted = quoteDepth(draft)
  for (let at = draft.sentence.words.length - 1; at >= 0; at -= 1) {
    const word = current.sentence.words[at]
    if (word === undefined || quoted[at] || own.has(word.text) || seen.abbreviations.has(word.text)) continue
    const found = lexicon.expansion(word.text)
    // "the World Health Organization, or WHO": its long form stands there already.
    if (
      found !== undefined &&
      contentOf(current).toLowerCase().includes(found.long.replace(/^the /, '').toLowerCase())
    ) {
      seen = { ...seen, abbreviations: new Set([...seen.abbreviations, word.text]) }
      continue
    }
    if (found === undefined || found.betterShort || found.long === word.text || !isAlone(current, at, found.long))
      continue
    const pieces = [
      keep(tokens(0, at)),
      put(found.long, tokens(at, at + 1)),
      keep(tokens(at + 1, current.sentence.words.length)),
    ]
    const [made] = applyRewrite(
      current,
      [pieces.filter((piece) => piece.kind === 'put' || piece.span.end > piece.span.start)],
      'short-form-in-full',
      reader,
      cast,
    )
    if (made === undefined) continue
    current = made
    seen = { ...seen, abbreviations: new Set([...seen.abbreviations, word.text]) }
  }
  return { draft: current, written: seen }
}

/** A short form that is not a part of a longer name ("ABC News"), and not in brackets behind its own long form. */
function isAlone(draft: Draft, at: number, long: string): boolean {
  const { words } = draft.sentence
  const before = words[at - 1]
  const after = words[at + 1]
  // "US dollar", "UN envoy": before a noun the short form reads better.
  if (
    /^(?:compound|amod|nmod:desc)/.test(words[at]?.relation ?? '') &&
    (/^(?:NOUN|ADJ|PROPN)$/.test(after?.upos ?? '') || after?.xpos === 'VBG')
  )
    return false
  // "the United Nations's"
  if (after?.xpos === 'POS' && long.endsWith('s')) return false
  // "the magazine PM", "3 PM", "the PM said": an office stands before a name, or behind "the" or a possessive.
  if (/^\p{Ll}/u.test(long) && /^[A-Z]{2}$/.test(words[at]?.text ?? '') && after?.upos !== 'PROPN') {
    if (!/^(?:DT|POS|PRP\$)$/.test(before?.xpos ?? '') && before?.upos !== 'ADJ') return false
  }
  // "Japan's space agency, JAXA, has": what it is stands there already.
  const mark = before?.text.toLowerCase() === 'the' ? words[at - 2] : before
  const noun = before?.text.toLowerCase() === 'the' ? words[at - 3] : words[at - 2]
  if (mark?.text === ',' && noun?.upos === 'NOUN' && /^[,.]$/.test(after?.text ?? '')) return false
  if (before?.text === '(' || after?.text === '-' || before?.text === '-') return false
  const isPlace =
    /^[A-Z]{2,3}$/.test(words[at]?.text ?? '') &&
    /^(?:New|South|North|West|East|United|Western|Northern|Australian Capital)/.test(long)
  if (after?.upos === 'PROPN' && !isPlace) return false
  return before?.upos !== 'PROPN' || isPlace
}
