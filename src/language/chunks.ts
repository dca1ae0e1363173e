import type { Word } from './analysis.ts'
import { isFiniteVerb } from './tree.ts'

/** A noun phrase as its word classes show it, without what hangs behind its head: `[start, end)`, the head last. */
export interface NounChunk {
  readonly start: number
  readonly end: number
  readonly head: number
}

/*
 * What follows reads word classes and marks only. In a long sentence these are surer than the arcs between far words, so
 * rules that cut at marks ask here, and the new, shorter sentences are read again to see whether the cut was right.
 */

const nominal = /^(?:NOUN|PROPN)$/

/** The noun phrase that begins at `start`: pronoun, or determiners, adjectives and nouns up to the last noun of the run. */
export function chunkFrom(words: readonly Word[], start: number): NounChunk | undefined {
  const first = words[start]
  if (first === undefined) return undefined
  if (first.upos === 'PRON' && !/^(?:PRP\$|WP\$|WP|WDT)$/.test(first.xpos)) {
    return { start, end: start + 1, head: start }
  }
  if (first.text.toLowerCase() === 'no' && words[start + 1]?.text === 'one')
    return { start, end: start + 2, head: start + 1 }
  // "most of the shops"
  if (
    /^(?:most|some|many|much|all|half|each|none|several|few|both|one)$/i.test(first.text) &&
    words[start + 1]?.text === 'of'
  )
    return { start, end: start + 1, head: start }
  let at = start + amountWords(words, start)
  let head = -1
  while (at < words.length && at < start + 12 && isInChunk(words, at, start)) {
    const word = words[at]
    if (word !== undefined && (nominal.test(word.upos) || word.xpos === 'CD')) head = at
    at += 1
  }
  const isWhole = head >= start && (nominal.test(words[head]?.upos ?? '') || head === start)
  return isWhole ? { start, end: head + 1, head } : undefined
}

/** How many words of "more than", "at least", "up to", "about" stand before an amount at `start`. */
function amountWords(words: readonly Word[], start: number): number {
  const two = `${words[start]?.text} ${words[start + 1]?.text}`.toLowerCase()
  if (/^(?:more|less|fewer) than$|^at (?:least|most)$|^up to$/.test(two)) return 2
  return /^(?:about|around|almost|nearly|only|just|over|some)$/i.test(words[start]?.text ?? '') &&
    /^(?:NUM|NOUN)$/.test(words[start + 1]?.upos ?? '')
    ? 1
    : 0
}

function isInChunk(words: readonly Word[], at: number, start: number): boolean {
  const word = words[at]
  if (word === undefined) return false
  if (nominal.test(word.upos) || word.upos === 'NUM' || word.upos === 'SYM' || word.xpos === 'POS') return true
  if (/^(?:DT|PDT|PRP\$)$/.test(word.xpos)) return at === start || /^(?:DT|PDT|POS)$/.test(words[at - 1]?.xpos ?? '')
  if (word.upos === 'ADJ') return true
  if (word.text === '-') return at > start
  if (word.upos === 'ADV') return at === start || /^(?:DT|PRP\$|RB|HYPH)$/.test(words[at - 1]?.xpos ?? '')
  // "the proposed levy", "a fast-growing town"
  if (/^(?:VBN|VBG)$/.test(word.xpos))
    return at > start && /^(?:DT|PRP\$|JJ|HYPH|CD|POS|NN)$/.test(words[at - 1]?.xpos ?? '') && isBeforeNoun(words, at)
  return false
}

function isBeforeNoun(words: readonly Word[], at: number): boolean {
  return words.slice(at + 1, at + 3).some((word) => nominal.test(word.upos) || word.upos === 'ADJ')
}

/** The noun phrase that ends right before `end`. */
export function chunkBefore(words: readonly Word[], end: number): NounChunk | undefined {
  const head = end - 1
  if (!nominal.test(words[head]?.upos ?? '')) return undefined
  let start = head
  for (let at = head - 1; at >= Math.max(0, head - 10); at -= 1) {
    const found = chunkFrom(words, at)
    if (found?.head === head) start = at
  }
  return { start, end, head }
}

/** A subject with what hangs behind it by "of", "in", "for", "from": `[start, end)`, and the head that the verb agrees with. */
export function subjectFrom(words: readonly Word[], start: number): NounChunk | undefined {
  const first = chunkFrom(words, start)
  if (first === undefined) return undefined
  let { end } = first
  for (let more = 0; more < 3; more += 1) {
    if (!/^(?:of|in|for|from|at|on|to|with|between|against|over|about|among|near)$/i.test(words[end]?.text ?? '')) break
    const next = chunkFrom(words, end + 1)
    if (next === undefined) break
    end = next.end
  }
  return { start, end, head: first.head }
}

/** The finite verb at `at`, an adverb or two before it allowed; undefined where something else stands there. */
export function finiteVerbAt(words: readonly Word[], at: number): number | undefined {
  let place = at
  while (place < at + 2 && words[place]?.xpos === 'RB' && !/^(?:not|n['’]t)$/i.test(words[place]?.text ?? ''))
    place += 1
  return isFiniteVerb(words[place]) ? place : undefined
}

const scopeWords =
  /^(?:that|who|whom|whose|which|where|when|while|whilst|if|whether|because|although|though|since|unless|until|what|how|why|than|whatever|whoever|whenever|once|as|so|like|before|after|lest|till|wherever|whichever)$/i

/** Whether some word of `[start, end)` opens a clause inside another, which could reach over what follows. */
export function opensClause(words: readonly Word[], start: number, end: number): boolean {
  return words.slice(start, end).some((word, offset) => {
    if (!scopeWords.test(word.text)) return false
    const next = words[start + offset + 1]
    // "more than 4,000 runners took part"
    if (/^than$/i.test(word.text) && next?.upos === 'NUM') return false
    // "after the game", "as a nurse", "that day": prepositions and determiners open no clause.
    if (/^(?:after|before|since|until|till|like|as|than|once|so)$/i.test(word.text))
      return word.xpos === 'IN' && clauseFollows(words, start + offset + 1, end)
    if (/^that$/i.test(word.text) && word.xpos === 'DT' && next !== undefined && nominal.test(next.upos)) return false
    return true
  })
}

/** Whether a noun phrase with a finite verb behind it begins at `start`. */
export function clauseFollows(words: readonly Word[], start: number, end = words.length): boolean {
  const subject = subjectFrom(words, start)
  if (subject === undefined) return false
  const verb = finiteVerbAt(words, subject.end)
  return verb !== undefined && verb < end
}

/**
 * Whether a clause begins at `start` whose subject may have more behind it before the verb: "tenants who paid on time could",
 * "urgent surgery, including cancer operations, was".
 */
export function longClauseFollows(words: readonly Word[], start: number): boolean {
  if (clauseFollows(words, start)) return true
  const subject = subjectFrom(words, start)
  const next = words[subject?.end ?? -1]
  if (subject === undefined || next === undefined) return false
  if (next.text === ',') {
    const close = words.findIndex((word, at) => at > subject.end && word.text === ',')
    return close > 0 && close < subject.end + 14 && finiteVerbAt(words, close + 1) !== undefined
  }
  const own = /^(?:who|that|which)$/i.test(next.text) ? finiteVerbAt(words, subject.end + 1) : undefined
  if (own === undefined) return false
  // The second verb with a tense that nothing else opens is that of the clause.
  const second = words.findIndex(
    (word, at) => at > own + 1 && at < own + 12 && (/^(?:MD|VBZ|VBD|VBP)$/.test(word.xpos) || word.text === ','),
  )
  return (
    second > 0 &&
    words[second]?.text !== ',' &&
    (words[second]?.upos === 'AUX' || words[second]?.xpos === 'MD') &&
    !words.slice(own + 1, second).some((word) => /^(?:PRON|CCONJ|SCONJ)$/.test(word.upos))
  )
}

/** The subject and first finite verb of the main clause, from the front: a phrase before the subject may end with a comma. */
export function mainStart(
  words: readonly Word[],
  end: number,
): { readonly subject: NounChunk; readonly verb: number } | undefined {
  const starts = [0]
  const comma = words.findIndex((word) => word.text === ',')
  if (comma > 0 && comma < 14 && comma < end) starts.push(comma + 1)
  // "But the town", "Then he"
  if (/^(?:CCONJ|ADV)$/.test(words[0]?.upos ?? '')) starts.push(words[1]?.text === ',' ? 2 : 1)
  for (const start of starts) {
    const subject = subjectFrom(words, start)
    if (subject === undefined) continue
    const verb = finiteVerbAt(words, subject.end) ?? verbBehindPair(words, subject.end)
    if (verb !== undefined && verb < end) return { subject, verb }
  }
  return undefined
}

/** "The probe, Currawong, scooped": the finite verb behind two commas, where no other verb with a tense stands between them. */
function verbBehindPair(words: readonly Word[], open: number): number | undefined {
  if (words[open]?.text !== ',') return undefined
  const close = words.findIndex((word, at) => at > open && word.text === ',')
  if (close < 0 || close - open > 20) return undefined
  return words.slice(open, close).some(isFiniteVerb) ? undefined : finiteVerbAt(words, close + 1)
}

const baseForms =
  /^(?:ban|cut|end|exchange|face|force|fund|halt|hand|help|host|limit|move|name|offer|order|pay|raise|release|repair|replace|return|review|rule|share|test|train|visit)$/

/** A noun that in a list of deeds can only be a verb: "pull back the guns, exchange prisoners and allow food in". */
export function readsAsVerb(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word === undefined) return false
  if (word.xpos === 'VB' && word.upos === 'VERB') return true
  const next = words[at + 1]
  const isParticle = /^(?:over|back|out|off|up|down)$/.test(next?.text ?? '')
  return (
    word.xpos === 'NN' && baseForms.test(word.text) && (isParticle || /^(?:DT|PRP\$|NNS|JJ|CD)$/.test(next?.xpos ?? ''))
  )
}
