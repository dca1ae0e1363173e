/** A headline as the last part of an address: "Rain, wind & floods" → "rain-wind-floods"; at most 60 characters, cut between words. */
export function slugOf(headline: string): string {
  const plain = headline
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  if (plain === '') return 'story'
  if (plain.length <= 60) return plain
  const cut = plain.slice(0, 60)
  return cut.slice(0, Math.max(20, cut.lastIndexOf('-')))
}
