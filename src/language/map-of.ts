/** A map of words written as an object: unlike the object, it knows nothing of "constructor" and "valueOf". */
export function mapOf(entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(entries))
}
