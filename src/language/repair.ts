import type { ParsedWord } from './parser.ts'

/** Verbs that take a clause without "that", so that its subject may look like their object. */
const sayVerbs = /^(?:said|says|say|told|believes?|believed|thinks?|thought|claims?|claimed|added|adds|knew|knows|hopes?|hoped|alleges?|alleged|warned|argued|found|insisted|admitted|confirmed)$/i

/**
 * Mends habits of the parser that hurt rewriting most, in this order:
 * a name before a verb without a subject is its subject, not a call ("Mr Lee, who is ill, had known");
 * what stands between "said" and a clause without a subject is that subject ("said the ticket, bought by Ann, was for Bob");
 * a past verb with a subject and no helper is VBD, not VBN ("Rates remained high").
 */
export function repair(forms: readonly string[], parsed: readonly ParsedWord[]): readonly ParsedWord[] {
  return pastVerbs(forms, claimedSubjects(forms, calledSubjects(parsed)))
}

function has(parsed: readonly ParsedWord[], head: number, pattern: RegExp): boolean {
  return parsed.some((word) => word.head === head && pattern.test(word.relation))
}

function calledSubjects(parsed: readonly ParsedWord[]): readonly ParsedWord[] {
  return parsed.map((word, at) => {
    if (word.relation !== 'vocative' || word.head <= at || has(parsed, word.head, /^[nc]subj/)) return word
    return { ...word, relation: has(parsed, word.head, /^aux:pass/) ? 'nsubj:pass' : 'nsubj' }
  })
}

function claimedSubjects(forms: readonly string[], parsed: readonly ParsedWord[]): readonly ParsedWord[] {
  return parsed.map((word, at) => {
    if (!/^(?:i?obj|obl|nsubj)$/.test(word.relation) || word.head < 0 || word.head >= at) return word
    if (!/^(?:NOUN|PROPN|PRON)$/.test(word.upos) || !sayVerbs.test(forms[word.head] ?? '')) return word
    if (has(parsed, at, /^case/)) return word
    const clause = parsed.findIndex((other, index) => index > at && other.head === word.head && other.relation === 'ccomp')
    if (clause < 0 || has(parsed, clause, /^(?:[nc]subj|expl|mark)/)) return word
    return { ...word, head: clause, relation: has(parsed, clause, /^aux:pass/) ? 'nsubj:pass' : 'nsubj' }
  })
}

function pastVerbs(forms: readonly string[], parsed: readonly ParsedWord[]): readonly ParsedWord[] {
  return parsed.map((word, at) => {
    if (word.xpos !== 'VBN' || /^(?:acl|amod|advcl|xcomp)/.test(word.relation)) return word
    if (has(parsed, at, /^(?:aux|cop)/)) return word
    const subject = parsed.findIndex((other) => other.head === at && other.relation === 'nsubj')
    // A second verb shares the helper of the first ("has met and agreed").
    const shares = word.relation.startsWith('conj') && parsed[word.head]?.xpos === 'VBN'
    const isPast = subject >= 0 && subject < at && !shares && /(?:ed|t|d|n|k|g|e)$/i.test(forms[at] ?? '')
    return isPast ? { ...word, xpos: 'VBD' } : word
  })
}
