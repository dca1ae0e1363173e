import { readTrained, writeTrained } from './trained-file.ts'

/**
 * The mean of trained files of one shape ("model soup", Wortsman et al. 2022): runs that started from the same weights
 * lie close enough together that their mean reads better than each. The header is the last one's.
 */
export function meanOfTrained(files: readonly Uint8Array[]): Uint8Array {
  const parts = files.map(readTrained)
  const last = parts.at(-1)
  if (last === undefined) throw new Error('training: the mean of no weights was asked for')
  const sum = new Float32Array(last.values.length)
  for (const { values } of parts) {
    if (values.length !== sum.length)
      throw new Error(`training: weights of ${values.length} and ${sum.length} numbers have no mean`)
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (values[at] ?? 0) / parts.length
  }
  return writeTrained(last.head, sum)
}
