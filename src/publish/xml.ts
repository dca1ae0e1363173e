/** Text for an XML element or attribute; characters that XML 1.0 does not know are left out. */
export function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** `<name a="b">text</name>`; the content is already XML. */
export function element(name: string, content: string, attributes: Readonly<Record<string, string>> = {}): string {
  const list = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xml(value)}"`)
    .join('')
  return content === '' ? `<${name}${list}/>` : `<${name}${list}>${content}</${name}>`
}

/** A time as RSS writes it: "Mon, 23 Nov 2026 01:00:00 GMT". */
export function rssTime(iso: string): string {
  return new Date(iso).toUTCString()
}
