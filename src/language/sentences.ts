import type { Token } from '../document/document.ts'
import { type TokenSpan, tokens } from '../document/span.ts'
import { dottedTitles } from './abbreviations.ts'
import { datelineLength } from './dateline.ts'

/** Words that begin a sentence after "U.S.", "Inc." or "5 p.m.". */
const starters = new Set(
  `The A An It He She They We You I In On At But And So Then There This That These Those If When While After Before As For
  From With By His Her Their Its Our My Some Many Most Police However Meanwhile Since Until Under Last Mr Mr. Mrs Mrs. Ms
  Ms. Dr Dr. Officials Residents Authorities Investigators Nobody Everyone Two Three No Not All Both Each Such Another
  Several Few Now Here What Who Where Why How Earlier Later Also Still Yet Despite During Because Although Though Unlike
  According Asked Instead Today Yesterday Only Even Just Once Among Between Without Within Across Over Critics Experts
  Analysts Shares Doctors Supporters More About Nearly Almost`.split(/\s+/),
)
/** Short forms that something always follows. */
const titles = new Set([
  ...dottedTitles,
  'No',
  'Nos',
  'vs',
  'approx',
  'Approx',
  'est',
  'p',
  'pp',
  'eg',
  'ie',
  'cf',
  'viz',
  'ca',
])
const reporting = /^(?:said|says|asked|asks|told|added|shouted|replied|cried|wrote|yelled|screamed|demanded|wondered)$/

/**
 * The sentences of one block, as spans of its tokens that cover them all. A full stop ends one only where what follows
 * can begin another. A dateline ("SYDNEY (AAP) –") is a sentence of its own.
 */
export function splitSentences(text: string, all: readonly Token[], offset = 0): readonly TokenSpan[] {
  const form = (at: number): string => {
    const token = all[at]
    return token === undefined ? '' : text.slice(token.span.start - offset, token.span.end - offset)
  }
  const spaceBefore = (at: number): boolean => (all[at - 1]?.span.end ?? -1) !== all[at]?.span.start
  const closed = bracketsThatClose(all.length, form)
  const found: TokenSpan[] = []
  let start = datelineLength(all.length, form, spaceBefore)
  if (start > 0) found.push(tokens(0, start))
  let depth = 0
  for (let at = start; at < all.length; at += 1) {
    const here = form(at)
    // A whole sentence in brackets is cut like any other; brackets inside one keep it together.
    if (closed.has(at) && at > start) depth += 1
    if (/^[)\]]$/.test(here)) depth = Math.max(0, depth - 1)
    if (!endsSentence(here)) continue
    let end = at + 1
    while (end < all.length && isClosing(form(end)) && !spaceBefore(end)) end += 1
    if (end < all.length) {
      if (depth > (/[)\]]/.test(form(end - 1)) ? 1 : 0)) continue
      if (!spaceBefore(end) && !touchesNext(form(at - 1), here, form(end))) continue
      if (!canBegin(form(end), form(end + 1)) || isAbbreviation(here, form(end), form(end + 1))) continue
      // "1. The plan": a number at the start of a line is no sentence.
      if (here === '.' && at === start + 1 && /^(?:\d{1,3}|\p{L}|[ivx]+)$/u.test(form(start))) continue
      // "Stop!" Mr Lee said: the sentence goes on after the mark.
      const isQuoted = end > at + 1 && /[!?]/.test(here)
      if (isQuoted && [0, 1, 2, 3, 4].some((step) => reporting.test(form(end + step)))) continue
    }
    found.push(tokens(start, end))
    start = end
    depth = 0
    at = end - 1
  }
  if (start < all.length) found.push(tokens(start, all.length))
  return found
}

/** Where brackets open that close again within a sentence's length; one that never closes must not hide all that follows. */
function bracketsThatClose(length: number, form: (at: number) => string): ReadonlySet<number> {
  const open: number[] = []
  const closed = new Set<number>()
  for (let at = 0; at < length; at += 1) {
    const here = form(at)
    if (/^[([]$/.test(here)) open.push(at)
    else if (/^[)\]]$/.test(here)) {
      const from = open.pop()
      if (from !== undefined && at - from < 80) closed.add(from)
    }
  }
  return closed
}

function endsSentence(form: string): boolean {
  return (
    /^(?:[.!?…]+|\[(?:\.{3}|…)\])$/u.test(form) || /^(?:\p{L}\.)+$/u.test(form) || /^\p{L}+\.(?:\p{L}\.)*$/u.test(form)
  )
}

function isClosing(form: string): boolean {
  return /^(?:["”'’)\]]|''|’’)$/u.test(form)
}

/** A new sentence without a space before it: after a quote that closes, or where the space was forgotten ("home.The"). */
function touchesNext(before: string, mark: string, next: string): boolean {
  if (/^["“”'’]$/u.test(next)) return true
  return mark === '.' && /^\p{Ll}{2,}$/u.test(before) && /^\p{Lu}\p{Ll}*$/u.test(next)
}

function canBegin(form: string, next: string): boolean {
  if (/^(?:["“”'‘([]|``|''|‘’)$/u.test(form)) return /^[\p{Lu}\d$€£“"'‘(.…]/u.test(next)
  return /^[\p{Lu}\d$€£•*–—-]/u.test(form) || /^(?:\p{Ll}\p{Lu}|https?:|www\.)/u.test(form)
}

/** Whether a form with a full stop is only a short form here. What follows tells: "U.S. troops", but "the U.S. He left". */
function isAbbreviation(form: string, next: string, afterNext: string): boolean {
  if (form.startsWith('[')) return !starters.has(next)
  if (!/\p{L}\.$/u.test(form)) return false
  if (titles.has(form.slice(0, -1))) return true
  const first = /^["“'‘([]$/u.test(next) ? afterNext : next
  return !starters.has(first)
}
