import { folded, literally } from './facts-text.ts'

/** The hard terms that stand in the sentences (folded) and are not explained in the same sentence or the next. */
export function unexplainedTerms(terms: readonly string[], sentences: readonly string[]): readonly string[] {
  return terms.filter((term) => {
    const base = withoutPlural(folded(term))
    const found = new RegExp(`(?<!\\w)${literally(base)}(?:s|es)?(?!\\w)`)
    const places = sentences.flatMap((sentence, at) => (found.test(sentence) ? [at] : []))
    if (places.length === 0) return false
    const { here, next } = explaining(term, base)
    const says = (at: number, patterns: readonly RegExp[]): boolean =>
      patterns.some((pattern) => pattern.test(sentences[at] ?? ''))
    return !places
      .slice(0, 3)
      .some(
        (at) =>
          says(at, here) ||
          says(at + 1, [...here, ...next]) ||
          (found.test(sentences[at - 1] ?? '') && says(at - 1, here)),
      )
  })
}

function withoutPlural(term: string): string {
  return term.replace(/s$/, '')
}

/** How an explanation of a term may read: in a sentence that names it (`here`), or only in the one behind it (`next`). */
function explaining(
  term: string,
  base: string,
): { readonly here: readonly RegExp[]; readonly next: readonly RegExp[] } {
  const head = withoutPlural(folded(term).split(' ').at(-1) ?? '')
  const subject = `(?:${literally(base)}|${literally(head)})(?:s|es|d|ed|ing)?`
  const here = [
    `^an? ${subject} (?:\\w+s|can|has)\\b`,
    `^(?:the )?${subject} (?:causes?|helps?|makes?|carries|carry)\\b`,
    `(?:^|[:,;] |\\bso )(?:to |an? |the |being )?(?:\\w+ )??${subject}(?: here| also)?,? (?:is|are|was|means?|shows?|happens)\\b`,
    `\\bcalled (?:an? |the )?${subject}`,
    `\\b${subject}(?:,| \\(|: | -) ?(?:which (?:is|are|means)|or |a |an |the |that is|meaning)`,
    `${subject}[^.]*\\b(?:means|meaning|in other words|that is,)`,
  ]
  const next = [
    '^(?:this|that|it|these|they|here) (?:\\w+ )??(?:means?|(?:is|are) (?:an? |the |when|where|how|what|who|about|one|money|people|places?|rules?|like|called|used))',
    `^(?:to be |to )?${subject} (?:here )?(?:is|are|means)`,
  ]
  return { here: here.map((pattern) => new RegExp(pattern)), next: next.map((pattern) => new RegExp(pattern)) }
}
