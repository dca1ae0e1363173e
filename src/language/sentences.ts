import type { Token } from '../document/document.ts'
import { type TokenSpan, tokens } from '../document/span.ts'

/** Words that begin a sentence after "U.S." or "5 p.m.". */
const starters = new Set(
  'The A An It He She They We You I In On At But And So Then There This That These Those If When While After Before As For From With By His Her Their Its Our My Some Many Most Police However Meanwhile Since Until Under Last'.split(
    ' ',
  ),
)
/** Short forms that something always follows. */
const never = /^(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Capt|Cmdr|Maj|St|Mt|vs|No|Nos|approx|est)\.$/
const reporting = /^(?:said|says|asked|asks|told|added|shouted|replied|cried|wrote)$/

/** The sentences of one block, as spans of its tokens that cover them all. A full stop ends one only where what follows can begin another. */
export function splitSentences(text: string, all: readonly Token[], offset = 0): readonly TokenSpan[] {
  const form = (at: number): string => {
    const token = all[at]
    return token === undefined ? '' : text.slice(token.span.start - offset, token.span.end - offset)
  }
  const spaceBefore = (at: number): boolean => (all[at - 1]?.span.end ?? -1) !== all[at]?.span.start
  const found: TokenSpan[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at < all.length; at += 1) {
    const here = form(at)
    if (here === '(' || here === '[') depth += 1
    if (here === ')' || here === ']') depth = Math.max(0, depth - 1)
    if (!endsSentence(here)) continue
    let end = at + 1
    while (end < all.length && isClosing(form(end)) && !spaceBefore(end)) end += 1
    if (end < all.length) {
      if (depth > 0 && !/[)\]]/.test(form(end - 1))) continue
      if (!spaceBefore(end) && !/^["“”'’]$/u.test(form(end))) continue
      if (!canBegin(form(end), form(end + 1)) || isAbbreviation(here, form(end))) continue
      // "Stop!" Mr Lee said: the sentence goes on after the mark.
      const closed = end > at + 1
      if (
        closed &&
        [form(end), form(end + 1), form(end + 2), form(end + 3)].some((word) => reporting.test(word)) &&
        /[!?]/.test(here)
      )
        continue
    }
    found.push(tokens(start, end))
    start = end
    depth = 0
    at = end - 1
  }
  if (start < all.length) found.push(tokens(start, all.length))
  return found
}

function endsSentence(form: string): boolean {
  return /^(?:[.!?…]+)$/u.test(form) || /^(?:\p{L}\.)+$/u.test(form) || /^\p{L}+\.$/u.test(form)
}

function isClosing(form: string): boolean {
  return /^["”'’)\]]$/u.test(form)
}

function canBegin(form: string, next: string): boolean {
  if (/^["“”'‘([]$/u.test(form)) return /^[\p{Lu}\d$€£“"'‘.…]/u.test(next)
  return /^[\p{Lu}\d$€£•*–—-]/u.test(form) || /^(?:iPhone|eBay|iPad)/.test(form)
}

function isAbbreviation(form: string, next: string): boolean {
  if (never.test(form)) return true
  if (/^(?:\p{L}\.)+\p{L}?\.?$/u.test(form)) return !starters.has(next)
  if (/^\p{L}+\.$/u.test(form)) return !starters.has(next)
  return false
}
