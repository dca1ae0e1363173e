import type { Level } from '../document/article.ts'
import { type TokenSpan, tokens } from '../document/span.ts'
import type { Word } from '../language/analysis.ts'
import type { Cast } from './cast.ts'
import { applyRewrite, type Draft } from './draft.ts'
import type { EngineParts } from './engine.ts'
import { refusal } from './guards.ts'
import { keep, put, type Rewrite } from './rewrite.ts'

/** Whether a subject became many while its verb stayed one. */
function losesAgreement(before: readonly Word[], after: readonly Word[]): boolean {
  const isOff = (words: readonly Word[]): boolean =>
    words.some((word, at) => {
      const subject = words[at - 1]
      return (
        /^(?:has|is|was)$/.test(word.text) && word.upos === 'AUX' && subject?.xpos === 'NNS' && !hasOwner(words, at - 1)
      )
    })
  return !isOff(before) && isOff(after)
}

/** "one of the raids has", "the price of eggs is": the noun right before the verb is not its subject. */
function hasOwner(words: readonly Word[], noun: number): boolean {
  return words.slice(Math.max(0, noun - 5), noun).some((word) => word.upos === 'ADP')
}

/** "flooding inundated" → "flooding flooded": the same stem right beside. */
function isRepeat(easier: string, words: readonly Word[], { start, end }: TokenSpan): boolean {
  const near = [...words.slice(Math.max(0, start - 2), start), ...words.slice(end, end + 2)]
  return easier.length > 4 && near.some(({ text }) => text.length > 4 && sameStem(text.toLowerCase(), easier))
}

function sameStem(a: string, b: string): boolean {
  return a.slice(0, 5) === b.slice(0, 5)
}

/** Easier words, one at a time from the end, so that places before stay right. Quotes are never touched. */
export function easierWords(draft: Draft, level: Level, cast: Cast, parts: EngineParts): Draft {
  let current = draft
  for (let at = draft.sentence.words.length - 1; at >= 0; at -= 1) {
    if (isInQuote(current, at) || at >= current.sentence.words.length) continue
    for (const found of parts.lexicon.candidates(current.sentence, at, level).slice(0, 3)) {
      // "near-disastrous": half of a word.
      const { words } = current.sentence
      if (words[found.span.start - 1]?.text === '-' || words[found.span.end]?.text === '-') continue
      // "the Accord": with a capital inside a sentence a word is a name.
      if (
        found.span.start > 0 &&
        /^\p{Lu}\p{Ll}/u.test(words[found.span.start]?.text ?? '') &&
        words[found.span.start - 1]?.text !== '"'
      )
        continue
      // "most vital" → "most very important"; "possible and feasible" → "possible and possible"
      const before = words[found.span.start - 1]?.text.toLowerCase() ?? ''
      const after = words[found.span.end]?.text.toLowerCase() ?? ''
      const easier = found.text.toLowerCase().split(' ')
      if (/^(?:most|more|less|so|too|as|very|highly|quite)$/.test(before) && /^(?:very|a)$/.test(easier[0] ?? ''))
        continue
      if (before === easier[0] || after === easier.at(-1)) continue
      if (easier.some((word) => isRepeat(word, words, found.span))) continue
      if (/^(?:and|or)$/.test(before) && words[found.span.start - 2]?.text.toLowerCase() === easier.at(-1)) continue
      // "also differ" → "also are different": the adverb would need another place.
      if (
        /^(?:is|are|was|were|be|been) /.test(found.text) &&
        current.sentence.words[found.span.start - 1]?.upos === 'ADV'
      )
        continue
      const rewrite: Rewrite = [
        [
          keep(tokens(0, found.span.start)),
          put(found.text, found.span),
          keep(tokens(found.span.end, current.sentence.words.length)),
        ],
      ]
      const [made] = applyRewrite(current, rewrite, found.entry, parts.reader, cast)
      if (made === undefined || refusal({ before: current, after: [made] }, cast.nameWords) !== undefined) continue
      // "a series of raids has" → "several raids has"
      if (losesAgreement(current.sentence.words, made.sentence.words)) continue
      current = made
      break
    }
  }
  return current
}

function isInQuote(draft: Draft, at: number): boolean {
  const marks = draft.sentence.words.slice(0, at).filter((word) => word.text === '"').length
  return marks % 2 === 1
}
