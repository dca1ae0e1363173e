import { sayDigits, sayFigure } from './numbers.ts'
import type { Place, Said } from './place.ts'
import { sayLetters } from './words.ts'

const endings = new Map<string, string>(
  Object.entries({
    au: 'A U',
    uk: 'U K',
    nz: 'N Z',
    us: 'U S',
    tv: 'T V',
    io: 'I O',
    ai: 'A I',
    eu: 'E U',
    www: 'W W W',
  }),
)

/** Addresses of the web, e-mail, "@name" and "#word". What follows a question mark in an address is silent. */
export function sayAddress({ form }: Place): Said | undefined {
  const here = form(0)
  if (/^[@#][\p{L}_]/u.test(here))
    return { words: `${here.startsWith('@') ? 'at' : 'hashtag'} ${parted(here.slice(1))}`, length: 1 }
  const isMail = /^[^@\s/]+@[^@\s]+\.\p{L}+$/u.test(here)
  const isWeb =
    /^(?:https?:\/\/|www\.)/i.test(here) ||
    /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|info|tv|io|ai|co|uk|nz)(?:\.[a-z]{2})?(?:\/\S*)?$/i.test(here)
  if (!isMail && !isWeb) return undefined
  const plain = here
    .replace(/^https?:\/\//i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
  const words = plain
    .split(/([@/.:_~+-])/)
    .map((part) => marks.get(part) ?? label(part))
    .filter((part) => part !== '')
    .join(' ')
  return { words, length: 1 }
}

const marks = new Map<string, string>(
  Object.entries({
    '@': 'at',
    '/': 'slash',
    '.': 'dot',
    ':': 'colon',
    _: 'underscore',
    '-': 'dash',
    '~': 'tilde',
    '+': 'plus',
  }),
)

function label(part: string): string {
  const known = endings.get(part.toLowerCase())
  if (known !== undefined) return known
  return parted(part)
}

/** "abc" → A B C, "MeToo" → Me Too, "news24" → news twenty four. */
function parted(text: string): string {
  return text
    .split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})|[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .map((part) => {
      if (/^\d/.test(part)) return part.length > 4 ? sayDigits(part) : sayFigure(part)
      const isSpelled = !/[aeiouy]/i.test(part) || /^(?:abc|sbs|aap|afl|nrl|bbc|cnn|abs|ato|asx|act)$/i.test(part)
      return isSpelled && part.length <= 5 ? sayLetters(part) : part
    })
    .join(' ')
}
