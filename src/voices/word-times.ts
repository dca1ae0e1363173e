/** A phone with the second at which it ends. */
export interface TimedPhone {
  readonly phone: string
  readonly end: number
}

const isVowel = (phone: string): boolean => /^(?:aa|ae|ah|ao|aw|ax|ay|eh|er|ey|ih|iy|ow|oy|uh|uw)/.test(phone)
const letterClass: Readonly<Record<string, string>> = {
  b: 'b',
  c: 'k',
  d: 'd',
  f: 'f',
  g: 'g',
  h: 'hh',
  j: 'jh',
  k: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  p: 'p',
  q: 'k',
  r: 'r',
  s: 's',
  t: 't',
  v: 'v',
  w: 'w',
  x: 'k',
  y: 'y',
  z: 'z',
}

interface Sound {
  readonly kind: string
  readonly word: number
}

/** A rough line of sounds for a written word: consonants by letter, one "V" for a run of vowels. */
function soundsOf(word: string, index: number): readonly Sound[] {
  const sounds: Sound[] = []
  const plain = word
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .replace(/(?<=[^aeiouy])e$/, '')
    .replaceAll(/(.)\1/g, '$1')
    .replaceAll('ck', 'k')
    .replaceAll('ph', 'f')
    .replaceAll('gh', '')
  if (plain.length === 1 && !/[aio]/.test(plain))
    return [
      { kind: letterClass[plain] ?? 'V', word: index },
      { kind: 'V', word: index },
    ]
  for (const letter of plain) {
    const kind = /[aeiou]/.test(letter) || (letter === 'y' && sounds.length > 0) ? 'V' : (letterClass[letter] ?? 'V')
    if (kind === 'V' && sounds.at(-1)?.kind === 'V') continue
    sounds.push({ kind, word: index })
  }
  return sounds.length === 0 ? [{ kind: 'V', word: index }] : sounds
}

function cost(kind: string, phone: string): number {
  if (kind === 'V') return isVowel(phone) ? 0 : 1.2
  if (isVowel(phone)) return 1.2
  if (phone.startsWith(kind)) return 0
  const alike = ['s z sh ch c', 't d dh th', 'k g', 'f v', 'm n ng', 'l r', 'w hh y', 'jh ch zh g']
  return alike.some((group) => group.split(' ').includes(kind) && group.split(' ').some((one) => phone.startsWith(one)))
    ? 0.4
    : 0.9
}

/**
 * When each word sounds, by aligning a rough spelling of the words with the phones that were said (edit distance):
 * word borders are phone borders. Silences belong to no word.
 */
export function placeWords(
  words: readonly string[],
  phones: readonly TimedPhone[],
): readonly { readonly start: number; readonly end: number }[] {
  const said = phones.flatMap(({ phone, end }, at) =>
    phone === 'pau' ? [] : [{ phone, start: phones[at - 1]?.end ?? 0, end }],
  )
  const sounds = words.flatMap(soundsOf)
  const rows = sounds.length
  const columns = said.length
  const total = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1))
  const at = (row: number, column: number): number => total[row]?.[column] ?? 0
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      if (row === 0 && column === 0) continue
      const both =
        row > 0 && column > 0
          ? at(row - 1, column - 1) + cost(sounds[row - 1]?.kind ?? 'V', said[column - 1]?.phone ?? '')
          : Number.POSITIVE_INFINITY
      const skipSound = row > 0 ? at(row - 1, column) + 0.8 : Number.POSITIVE_INFINITY
      const skipPhone = column > 0 ? at(row, column - 1) + 0.8 : Number.POSITIVE_INFINITY
      const line = total[row]
      if (line !== undefined) line[column] = Math.min(both, skipSound, skipPhone)
    }
  }
  const wordOf = new Array<number>(columns).fill(-1)
  let row = rows
  let column = columns
  while (row > 0 && column > 0) {
    const here = at(row, column)
    if (
      Math.abs(here - at(row - 1, column - 1) - cost(sounds[row - 1]?.kind ?? 'V', said[column - 1]?.phone ?? '')) <
      1e-9
    ) {
      wordOf[column - 1] = sounds[row - 1]?.word ?? -1
      row -= 1
      column -= 1
    } else if (Math.abs(here - at(row - 1, column) - 0.8) < 1e-9) row -= 1
    else column -= 1
  }
  // A phone without a word belongs to the word of its neighbour before it.
  for (let place = 0; place < columns; place += 1)
    if (wordOf[place] === -1) wordOf[place] = place === 0 ? 0 : (wordOf[place - 1] ?? 0)
  const times = words.map((_, word) => {
    const own = said.filter((_, place) => wordOf[place] === word)
    return own.length === 0 ? undefined : { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 }
  })
  let last = 0
  return times.map((time, index) => {
    const next = times.slice(index + 1).find((other) => other !== undefined)
    const placed = time ?? { start: last, end: next?.start ?? last }
    last = Math.max(last, placed.end)
    return { start: placed.start, end: Math.max(placed.start, placed.end) }
  })
}
