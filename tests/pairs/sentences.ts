/** The sentences of a plain text: they end at ".", "!" or "?" before a space and a capital, a digit or a quotation mark. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?]["”’']?)(?<!\b(?:Mr|Mrs|Ms|Dr|St)\.)\s+(?=["“‘'$€£]?[\p{Lu}\d])/u)
    .filter((sentence) => sentence !== '')
}

/** How many words a sentence has: what stands between spaces and holds a letter or a digit. */
export function wordCount(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** The sentences of a level that tell the story: those that only explain a word of `explain:…` left out. */
export function toldSentences(text: string, operations: readonly string[]): readonly string[] {
  const terms = operations.flatMap((operation) => (operation.startsWith('explain:') ? [operation.slice(8)] : []))
  return sentencesOf(text).filter((sentence) => !terms.some((term) => explains(sentence, term)))
}

function explains(sentence: string, term: string): boolean {
  // "curfew" is explained by "A curfew is …", "Curfews are …", "To capture means …"
  const start = sentence.toLowerCase().replace(/^(?:an?|the|to|in an?|in) /, '')
  const [first = ''] = term.toLowerCase().split(/[\s(→]/, 1)
  return first !== '' && start.startsWith(first.slice(0, Math.max(3, first.length - 2)))
}
