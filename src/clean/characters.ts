/** Most characters a text may have: one megabyte of plain English. */
export const mostCharacters = 1_000_000

/**
 * The same text in plain characters: composed letters (NFC), straight quotes, plain spaces, `\n` for every line end;
 * no zero-width, control or soft-hyphen characters. Cleaning twice is cleaning once.
 */
export function plainCharacters(text: string): string {
  return (
    text
      .normalize('NFC')
      .replaceAll(/\r\n?|\u2028|\u2029|\u0085/gu, '\n')
      .replaceAll(/[\u00A0\u2000-\u200A\u202F\u205F\u3000\t\v\f]/gu, ' ')
      .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here.
      .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/gu, '')
      .replaceAll(/[\u2018\u2019\u201A\u201B\u2032\u00B4]/gu, "'")
      .replaceAll(/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/gu, '"')
      .replaceAll(/\uFFFD/gu, '')
      .replaceAll(/ {2,}/g, ' ')
  )
}
