/** How texts are said: the country's habits, and the words that letters alone do not tell. Read from `speech/lexicon`. */
export interface Saying {
  /** `en-AU`: day before month, "one hundred and five"; `en-US`: month before day, "one hundred five". */
  readonly style: SayingStyle
  /** Names and spellings that voices get wrong, by their written form without accents, respelled as they should sound. */
  readonly names: ReadonlyMap<string, string>
  /** Letters that are said as one word: "NASA". */
  readonly acronyms: ReadonlySet<string>
  /** Short forms that are said in full, with a respelling where the full form would be misread. */
  readonly shortForms: ReadonlyMap<string, ShortForm>
  /** Units behind a number: what one and what many are called. */
  readonly units: ReadonlyMap<string, Unit>
}

/** The habits that a reader of the news may have. */
export type SayingStyle = 'en-AU' | 'en-US'

/** What a short form is said as. */
export interface ShortForm {
  readonly said: string
  readonly sounds?: string
}

/** The names of a unit. */
export interface Unit {
  readonly one: string
  readonly many: string
}

/** A written form without accents, small extra marks and foreign letters: the key of a name. */
export function plainLetters(form: string): string {
  return form
    .replaceAll(/[øØłŁßæÆœŒđĐðÐþÞıʻʼ‘’`]/gu, (letter) => plainOf.get(letter) ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
}

const plainOf = new Map(
  Object.entries({
    ø: 'o',
    Ø: 'O',
    ł: 'l',
    Ł: 'L',
    ß: 'ss',
    æ: 'ae',
    Æ: 'Ae',
    œ: 'oe',
    Œ: 'Oe',
    đ: 'd',
    Đ: 'D',
    ð: 'd',
    Ð: 'D',
    þ: 'th',
    Þ: 'Th',
    ı: 'i',
    '’': "'",
    '‘': "'",
  }),
)
