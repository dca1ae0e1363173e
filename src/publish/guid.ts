import { createHash } from 'node:crypto'

/** The podcast namespace's own UUID, from which feeds derive theirs (podcastindex.org, "guid"). */
const namespace = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6'

/** A UUID version 5 of a feed's address without its scheme: the same address always has the same. */
export function createHashGuid(address: string): string {
  const name = address.replace(/^https?:\/\//, '').replace(/\/+$/, '')
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
