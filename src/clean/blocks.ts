/** A plain paragraph, subheading or list item. */
export interface PlainBlock {
  readonly kind: 'paragraph' | 'heading' | 'item'
  readonly text: string
}

const bullet = /^\s*(?:[•·▪‣◦*]|[-–](?=\s)|\d{1,2}[.)](?=\s))\s+/u

/**
 * Paragraphs of a plain text. A blank line parts them; where lines are hard-wrapped (many lines of like length that do
 * not end a sentence) they are joined again, else every line is a paragraph.
 */
export function blocksOfText(text: string): readonly PlainBlock[] {
  const groups = text.split(/\n[ \t]*\n+/)
  const wrapped = isWrapped(text)
  return groups.flatMap((group) => {
    const lines = group
      .split('\n')
      .map((line) => line.trimEnd())
      .filter((line) => line.trim() !== '')
    if (lines.length === 0) return []
    const joined = wrapped ? unwrap(lines) : lines
    return joined.map(block)
  })
}

function block(line: string): PlainBlock {
  const text = line.trim().replaceAll(/\s+/g, ' ')
  if (bullet.test(line)) return { kind: 'item', text: text.replace(bullet, '') }
  return { kind: isHeading(text) ? 'heading' : 'paragraph', text }
}

/** A short line without a closing mark, such as "What happens next". */
function isHeading(text: string): boolean {
  return text.length <= 70 && text.split(' ').length <= 10 && !/[.!?:;,"')]$/.test(text) && /^\p{Lu}/u.test(text)
}

/** Whether a text's lines were broken at a fixed width: most lines inside a paragraph are long and end in mid-sentence. */
function isWrapped(text: string): boolean {
  let inside = 0
  let open = 0
  let longest = 0
  for (const group of text.split(/\n[ \t]*\n+/)) {
    const lines = group.split('\n').filter((line) => line.trim() !== '')
    for (const line of lines) longest = Math.max(longest, line.length)
    for (const line of lines.slice(0, -1)) {
      inside += 1
      if (!/[.!?:"')\]]$/.test(line.trim()) && line.trim().length > 30) open += 1
    }
  }
  return inside >= 3 && open / inside > 0.5 && longest <= 120
}

function unwrap(lines: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    if (before === undefined || bullet.test(line)) joined.push(line)
    else
      joined[joined.length - 1] =
        /[\p{L}]-$/u.test(before) && /^\p{Ll}/u.test(line.trim()) ? before + line.trim() : `${before} ${line.trim()}`
  }
  return joined
}
