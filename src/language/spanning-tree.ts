/**
 * The best tree over arc scores, with exactly one word under the root (Chu–Liu–Edmonds, as in McDonald et al. 2005).
 *
 * `scores[d * n + h]` is the log score of head `h` for word `d`; word 0 is the root. Answers the head of each word; 0's is 0.
 */
export function bestTree(n: number, scores: Float64Array): Int32Array {
  const heads = edmonds(n, scores)
  const roots: number[] = []
  for (let word = 1; word < n; word += 1) if (heads[word] === 0) roots.push(word)
  if (roots.length <= 1) return heads
  let best = Number.NEGATIVE_INFINITY
  let bestHeads = heads
  for (const root of roots) {
    const only = scores.slice()
    for (let word = 1; word < n; word += 1) if (word !== root) only[word * n] = -1e6
    const tree = edmonds(n, only)
    let total = 0
    for (let word = 1; word < n; word += 1) total += only[word * n + (tree[word] ?? 0)] ?? 0
    if (total > best) {
      best = total
      bestHeads = tree
    }
  }
  return bestHeads
}

function edmonds(n: number, scores: Float64Array): Int32Array {
  const at = (d: number, h: number): number => scores[d * n + h] ?? Number.NEGATIVE_INFINITY
  const parent = new Int32Array(n)
  for (let d = 1; d < n; d += 1) {
    let best = d === 0 ? 0 : -1
    for (let h = 0; h < n; h += 1) if (h !== d && (best < 0 || at(d, h) > at(d, best))) best = h
    parent[d] = best
  }
  const cycle = findCycle(n, parent)
  if (cycle.length === 0) return parent
  const inside = new Uint8Array(n)
  let total = 0
  for (const word of cycle) {
    inside[word] = 1
    total += at(word, parent[word] ?? 0)
  }
  const outside: number[] = []
  const place = new Int32Array(n).fill(-1)
  for (let word = 0; word < n; word += 1) {
    if (inside[word]) continue
    place[word] = outside.length
    outside.push(word)
  }
  const joined = outside.length
  const m = joined + 1
  const smaller = new Float64Array(m * m).fill(-1e9)
  const enter = new Int32Array(m)
  const leave = new Int32Array(m)
  for (const d of outside)
    for (const h of outside) if (d !== h && d !== 0) smaller[(place[d] ?? 0) * m + (place[h] ?? 0)] = at(d, h)
  for (const h of outside) {
    let best = Number.NEGATIVE_INFINITY
    let chosen = cycle[0] ?? 0
    for (const word of cycle) {
      const score = total - at(word, parent[word] ?? 0) + at(word, h)
      if (score > best) {
        best = score
        chosen = word
      }
    }
    smaller[joined * m + (place[h] ?? 0)] = best
    enter[place[h] ?? 0] = chosen
  }
  for (const d of outside) {
    if (d === 0) continue
    let best = Number.NEGATIVE_INFINITY
    let chosen = cycle[0] ?? 0
    for (const word of cycle) {
      if (at(d, word) > best) {
        best = at(d, word)
        chosen = word
      }
    }
    smaller[(place[d] ?? 0) * m + joined] = best
    leave[place[d] ?? 0] = chosen
  }
  const tree = edmonds(m, smaller)
  for (let node = 1; node < m; node += 1) {
    const head = tree[node] ?? 0
    if (node === joined) parent[enter[head] ?? 0] = outside[head] ?? 0
    else parent[outside[node] ?? 0] = head === joined ? (leave[node] ?? 0) : (outside[head] ?? 0)
  }
  return parent
}

function findCycle(n: number, parent: Int32Array): readonly number[] {
  const colour = new Int32Array(n)
  colour[0] = -1
  for (let start = 1; start < n; start += 1) {
    let word = start
    while (colour[word] === 0) {
      colour[word] = start
      word = parent[word] ?? 0
    }
    if (colour[word] === start) {
      const cycle = [word]
      for (let next = parent[word] ?? 0; next !== word; next = parent[next] ?? 0) cycle.push(next)
      return cycle
    }
    for (let back = start; colour[back] === start; back = parent[back] ?? 0) colour[back] = -1
  }
  return []
}
