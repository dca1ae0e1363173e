/** Signs that mteval-v13a always sets apart: ASCII signs without `'`, `,`, `-` and `.`. */
const sign = /([!-&(-+/:-@[-`{-~])/g

/** One lower-cased line as mteval-v13a (sacreBLEU's "13a") splits it: the tokens that SARI and BLEU count. */
export function tokens13a(line: string): readonly string[] {
  const text = line
    .toLowerCase()
    .replaceAll('<skipped>', '')
    .replaceAll('-\n', '')
    .replaceAll('\n', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
  return ` ${text} `
    .replaceAll(sign, ' $1 ')
    .replaceAll(/([^0-9])([.,])/g, '$1 $2 ')
    .replaceAll(/([.,])([^0-9])/g, ' $1 $2')
    .replaceAll(/([0-9])-/g, '$1 - ')
    .split(/\s+/)
    .filter((token) => token !== '')
}

/** How often each run of `length` tokens stands in a list. */
export function countRuns(tokens: readonly string[], length: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + length <= tokens.length; at += 1) {
    const run = tokens.slice(at, at + length).join(' ')
    counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}

/** SARI and BLEU count runs of one to four tokens. */
export const runLengths = [1, 2, 3, 4] as const
