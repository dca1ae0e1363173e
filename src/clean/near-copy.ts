/** Runs of five words, lower case: what two copies of one story share. */
function shingles(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const all = new Set<string>()
  for (let at = 0; at + 5 <= words.length; at += 1) all.add(words.slice(at, at + 5).join(' '))
  return all
}

/** How much two texts share, 0–1: runs of five words in both, by the smaller of the two (Broder 1997, containment). */
export function overlap(a: string, b: string): number {
  const first = shingles(a)
  const second = shingles(b)
  const [small, large] = first.size <= second.size ? [first, second] : [second, first]
  if (small.size === 0) return 0
  let shared = 0
  for (const run of small) if (large.has(run)) shared += 1
  return shared / small.size
}

/** Whether one text is mostly the other with small changes. */
export function isNearCopy(a: string, b: string): boolean {
  return overlap(a, b) > 0.7
}
