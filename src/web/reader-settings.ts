import type { Level } from '../document/article.ts'

/** How one reader wants the pages to look. Kept in one cookie on their own device. */
export interface ReaderSettings {
  readonly theme: 'auto' | 'light' | 'dark' | 'contrast' | 'sepia'
  /** Step of letter size: 1 is 18 px, 5 is 32 px. */
  readonly size: '1' | '2' | '3' | '4' | '5'
  readonly spacing: 'normal' | 'wide' | 'widest'
  readonly width: 'narrow' | 'normal' | 'wide'
  readonly typeface: 'standard' | 'clear' | 'book'
  readonly ruler: 'off' | 'on'
  readonly level: '1' | '2'
}

/** One setting with its choices in easy words, in the order of the form. The first choice is the default. */
export interface SettingChoice {
  readonly name: keyof ReaderSettings
  readonly question: string
  readonly choices: readonly { readonly value: string; readonly words: string }[]
}

/** The name of the cookie. */
export const settingsCookie = 'settings'

/** How the cookie is kept: a year, for pages of this site only, written as it stands. */
export const settingsCookieOptions = {
  maxAge: 365 * 86_400_000,
  sameSite: 'lax',
  path: '/',
  encode: (value: string): string => value,
} as const

/** Every setting and what may be chosen. */
export const settingChoices: readonly SettingChoice[] = [
  {
    name: 'level',
    question: 'Which level do you want first?',
    choices: [
      { value: '1', words: 'Level 1: easiest' },
      { value: '2', words: 'Level 2: easy' },
    ],
  },
  {
    name: 'size',
    question: 'How big are the letters?',
    choices: [
      { value: '2', words: 'Normal' },
      { value: '1', words: 'A little smaller' },
      { value: '3', words: 'Big' },
      { value: '4', words: 'Bigger' },
      { value: '5', words: 'Very big' },
    ],
  },
  {
    name: 'theme',
    question: 'Which colours do you want?',
    choices: [
      { value: 'auto', words: 'Same as my device' },
      { value: 'light', words: 'Light' },
      { value: 'dark', words: 'Dark' },
      { value: 'sepia', words: 'Warm paper' },
      { value: 'contrast', words: 'Strong: yellow on black' },
    ],
  },
  {
    name: 'typeface',
    question: 'Which letters do you want?',
    choices: [
      { value: 'standard', words: 'Normal letters' },
      { value: 'clear', words: 'Wide, clear letters' },
      { value: 'book', words: 'Letters like in a book' },
    ],
  },
  {
    name: 'spacing',
    question: 'How much space is in the text?',
    choices: [
      { value: 'normal', words: 'Normal' },
      { value: 'wide', words: 'More space' },
      { value: 'widest', words: 'A lot of space' },
    ],
  },
  {
    name: 'width',
    question: 'How long are the lines?',
    choices: [
      { value: 'normal', words: 'Normal' },
      { value: 'narrow', words: 'Short lines' },
      { value: 'wide', words: 'Long lines' },
    ],
  },
  {
    name: 'ruler',
    question: 'Do you want a line ruler?',
    choices: [
      { value: 'off', words: 'No' },
      { value: 'on', words: 'Yes: a bar follows the line that I point at' },
    ],
  },
]

/** Reads settings from a cookie's value, a form or a query. What is missing or unknown becomes the default. */
export function readSettings(given: Readonly<Record<string, unknown>>): ReaderSettings {
  const chosen = Object.fromEntries(
    settingChoices.map(({ name, choices }) => [
      name,
      choices.find((choice) => choice.value === given[name])?.value ?? choices[0]?.value,
    ]),
  )
  // Each value was taken from the list of its own setting above, which holds exactly the values of the type.
  return chosen as unknown as ReaderSettings
}

/** Reads settings from a request's `Cookie` header. */
export function settingsOfCookie(header: string | undefined): ReaderSettings {
  const found = (header ?? '')
    .slice(0, 4096)
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${settingsCookie}=`))
  if (found === undefined) return readSettings({})
  return readSettings(
    Object.fromEntries(new URLSearchParams(found.slice(settingsCookie.length + 1).replaceAll('_', '&'))),
  )
}

/** The cookie's value: only letters, digits, `=` and `_`, so that it needs no quoting anywhere. */
export function settingsValue(settings: ReaderSettings): string {
  return settingChoices.map(({ name }) => `${name}=${settings[name]}`).join('_')
}

/** The level a reader wants first. */
export function preferredLevel(settings: ReaderSettings): Level {
  return settings.level === '2' ? 2 : 1
}
