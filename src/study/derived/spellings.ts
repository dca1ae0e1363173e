/** Pairs of endings and letters that are spelled in two ways; each is tried both ways round. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/iz(?=(?:e|er|ed|ing|ation)$)/, 'is'],
  [/is(?=(?:e|er|ed|ing|ation)$)/, 'iz'],
  [/yz(?=(?:e|er|ed|ing)$)/, 'ys'],
  [/ys(?=(?:e|er|ed|ing)$)/, 'yz'],
  [/or(?=(?:s|ed|ing|able|ful|less|ite)?$)/, 'our'],
  [/our(?=(?:s|ed|ing|able|ful|less|ite)?$)/, 'or'],
  [/(?<=[bcht])er$/, 're'],
  [/(?<=[bcht])re$/, 'er'],
  [/og$/, 'ogue'],
  [/ogue$/, 'og'],
  [/([^aeiou]|[aeiou])l(?=(?:ed|ing|er|or|ery|ous)$)/, '$1ll'],
  [/ll(?=(?:ed|ing|er|or|ery|ous)$)/, 'l'],
  [/([aeiou])l$/, '$1ll'],
  [/ll$/, 'l'],
  [/l(?=ment$)/, 'll'],
  [/ll(?=ment$)/, 'l'],
  [/ae/, 'e'],
  [/oe/, 'e'],
  [/^(an|arch|p|h|orthop|gyn|encyclop|medi)e/, '$1ae'],
  [/^f(?=et)e?/, 'foe'],
  [/ense$/, 'ence'],
  [/ence$/, 'ense'],
  [/am$/, 'amme'],
  [/amme$/, 'am'],
  [/mould/, 'mold'],
  [/mold/, 'mould'],
  [/plough/, 'plow'],
  [/plow/, 'plough'],
  [/sceptic/, 'skeptic'],
  [/skeptic/, 'sceptic'],
  [/wards$/, 'ward'],
  [/ward$/, 'wards'],
  [/è/, 'e'],
  [/é/g, 'e'],
]

/** A word as it stands, then the other ways in which it may be written. Some of them are no words. */
export function spellingsOf(word: string): readonly string[] {
  if (word.length < 5) return []
  return [word, ...pairs.map(([from, to]) => word.replace(from, to)).filter((other) => other !== word)]
}
