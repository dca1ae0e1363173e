import type { PlainBlock } from './blocks.ts'

/** Front-matter fields of a Markdown text and its blocks without marks. */
export function blocksOfMarkdown(text: string): {
  readonly fields: Readonly<Record<string, string>>
  readonly blocks: readonly PlainBlock[]
} {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text)
  const fields: Record<string, string> = {}
  for (const line of front?.[1]?.split('\n') ?? []) {
    const found = /^([A-Za-z-]+):\s*(.+)$/.exec(line)
    if (found !== null) fields[(found[1] ?? '').toLowerCase()] = (found[2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2')
  }
  const body = text
    .slice(front?.[0].length ?? 0)
    .replaceAll(/```[\s\S]*?```/g, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
  const blocks: PlainBlock[] = []
  for (const group of body.split(/\n\s*\n/)) {
    const lines = group.split('\n').filter((line) => line.trim() !== '')
    let paragraph = ''
    const flush = (): void => {
      if (paragraph !== '') blocks.push({ kind: 'paragraph', text: inline(paragraph) })
      paragraph = ''
    }
    for (const line of lines) {
      const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line)
      const item = /^\s*(?:[-*+]|\d+\.)\s+(.*)$/.exec(line)
      if (/^\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$/.test(line)) continue
      if (heading !== null) {
        flush()
        if (heading[1] === '#' && fields.headline === undefined && fields.title === undefined)
          fields.title = inline(heading[2] ?? '')
        else blocks.push({ kind: 'heading', text: inline(heading[2] ?? '') })
      } else if (item !== null) {
        flush()
        blocks.push({ kind: 'item', text: inline(item[1] ?? '') })
      } else paragraph += `${paragraph === '' ? '' : ' '}${line.trim().replace(/^>\s?/, '')}`
    }
    flush()
  }
  return { fields, blocks: blocks.filter((block) => block.text !== '') }
}

function inline(text: string): string {
  return text
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(\*\*|__)(.*?)\1/g, '$2')
    .replaceAll(/(?<![\w*])[*_]([^*_]+)[*_](?![\w*])/g, '$1')
    .replaceAll(/`([^`]*)`/g, '$1')
    .replaceAll(/<[^>]*>/g, '')
    .trim()
}
