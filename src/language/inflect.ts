import { irregularDegrees, irregularNouns, irregularVerbs } from './irregular.ts'

/** Verbs that double their last letter although the stress lies before it, as Australian spelling does, or after it. */
const doubling = new Set(
  'abet abhor acquit backpedal admit allot annul backlog bar begin bestow cancel channel commit compel confer control counsel cut defer deter dial dispel distil duel embed emit enrol enthral equal equip excel expel forget format fuel forbid fulfil handicap impel incur infer instil kidnap label level marshal model occur omit offset outfit outwit overtop panel patrol pedal permit prefer program propel quarrel rebel rebut recur reinter reparcel refer regret remit repel retrofit rival signal shovel spiral submit swivel total transfer transmit travel tunnel underpin unravel unwrap unzip upset worship'.split(
    ' ',
  ),
)

/** One-syllable words (and those above) ending vowel + consonant double it: stop → stopped. */
function doubles(word: string): boolean {
  if (doubling.has(word)) return true
  if (/[wxy]$/.test(word)) return false
  return /^[^aeiou]*(?:qu)?[aeiou][^aeiou]$/.test(word)
}

function withEd(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`
  if (lemma.endsWith('c') && !lemma.endsWith('sync')) return `${lemma}ked`
  return doubles(lemma) ? `${lemma}${lemma.at(-1)}ed` : `${lemma}ed`
}

function withIng(lemma: string): string {
  if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`
  if (/(?:ee|oe|ye|inge)$/.test(lemma) || lemma === 'be')
    return lemma.endsWith('inge') && !/^(?:singe|tinge|swinge|binge)$/.test(lemma)
      ? `${lemma.slice(0, -1)}ing`
      : `${lemma}ing`
  if (lemma.endsWith('e')) return `${lemma.slice(0, -1)}ing`
  if (lemma.endsWith('c') && !lemma.endsWith('sync')) return `${lemma}king`
  return doubles(lemma) ? `${lemma}${lemma.at(-1)}ing` : `${lemma}ing`
}

function withS(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`
  if (/(?:s|x|z|ch|sh)$/.test(lemma))
    return /(?:arch|och|ach)$/.test(lemma) && /^(?:stomach|monarch|epoch|loch|patriarch|matriarch)$/.test(lemma)
      ? `${lemma}s`
      : /[^z]z$/.test(lemma) && !/tz$/.test(lemma)
        ? `${lemma}zes`
        : `${lemma}es`
  if (/[^aeiou]o$/.test(lemma) && /^(?:go|do|undergo|forgo|undo|redo|outdo|overdo|veto|echo)$/.test(lemma))
    return `${lemma}es`
  return `${lemma}s`
}

/** Nouns that are plural as they stand, and short forms of measures. */
const unchanged = new Set(
  'people police cattle personnel clergy data media mujahidin fedayeen staff elk km kg cm mm ft bpd'.split(' '),
)

function pluralOf(lemma: string): string {
  // "trousers", "grounds", "proceedings" are plural already; "Christmas" and "pancreas" are not.
  if (unchanged.has(lemma) || (/[^siu]s$/.test(lemma) && !/(?:[^e]as|[aeiou]os|ens)$/.test(lemma))) return lemma
  if (/.{3}man$/.test(lemma) && !/(?:human|german|roman|ottoman|talisman|shaman|caiman|norman)$/i.test(lemma))
    return `${lemma.slice(0, -3)}men`
  return lemma.endsWith('hero') ? `${lemma}es` : withS(lemma)
}

const be: Readonly<Record<string, string>> = { VB: 'be', VBP: 'are', VBZ: 'is', VBD: 'was', VBG: 'being', VBN: 'been' }

/**
 * The form of a lemma that a Penn tag asks for: `inflect('carry', 'VBD')` is "carried". Only the first word of a phrase
 * changes for verbs ("carry out" → "carried out") and the last one for nouns ("police officer" → "police officers").
 * Australian spelling. A tag that asks for no change gives the lemma.
 */
export function inflect(lemma: string, xpos: string): string {
  const parts = lemma.split(' ')
  if (parts.length > 1) {
    const at = xpos.startsWith('V') ? 0 : parts.length - 1
    return parts.map((part, index) => (index === at ? inflect(part, xpos) : part)).join(' ')
  }
  switch (xpos) {
    case 'VBZ':
      return lemma === 'be' ? 'is' : lemma === 'have' ? 'has' : withS(lemma)
    case 'VBD':
      return lemma === 'be' ? 'was' : (irregularVerbs.get(lemma)?.past ?? withEd(lemma))
    case 'VBN':
      return lemma === 'be' ? 'been' : (irregularVerbs.get(lemma)?.participle ?? withEd(lemma))
    case 'VBG':
      return withIng(lemma)
    case 'VBP':
    case 'VB':
      return lemma === 'be' ? (be[xpos] ?? lemma) : lemma
    case 'NNS':
    case 'NNPS':
      return irregularNouns.get(lemma) ?? pluralOf(lemma)
    case 'JJR':
    case 'RBR':
      return irregularDegrees.get(lemma)?.more ?? compared(lemma, 'er', 'more')
    case 'JJS':
    case 'RBS':
      return irregularDegrees.get(lemma)?.most ?? compared(lemma, 'est', 'most')
    default:
      return lemma
  }
}

function compared(lemma: string, ending: string, word: string): string {
  // The e of "lonely" is not heard.
  const syllables = lemma.replace(/ely$/, 'ly').match(/[aeiouy]+/g)?.length ?? 1
  const short =
    syllables === 1 ||
    (lemma.endsWith('e') && syllables === 2) ||
    (syllables === 2 && /(?:[^aeiou]y|ow|le)$/.test(lemma))
  if (!short) return `${word} ${lemma}`
  if (lemma.endsWith('e')) return `${lemma}${ending.slice(1)}`
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}i${ending}`
  return /^[^aeiou]*[aeiou][bdgmnpt]$/.test(lemma) ? `${lemma}${lemma.at(-1)}${ending}` : `${lemma}${ending}`
}

/** "a" or "an" by the sound that a word begins with: an hour, a European, an MP, a UN plan. */
export function indefiniteArticle(word: string): 'a' | 'an' {
  const first = word.replace(/^["“'(]+/u, '')
  const digits = /^\d+/.exec(first)?.[0]
  // Eight, eleven and eighteen begin with a vowel: an 8-year-old, an 1800s house, an 11,000-hectare fire; but a 110-page report.
  if (digits !== undefined) return /^(?:8\d*|1[18]|1[18]\d\d)$/.test(digits) ? 'an' : 'a'
  if (
    /^[A-Z]{2,}(?![a-z])/.test(first) &&
    !/^(?:NASA|NATO|UNESCO|UNICEF|ASIO|OPEC|SARS|FIFA|HECS|NAPLAN|LASER|RADAR)/.test(first)
  )
    return /^[AEFHILMNORSX]/.test(first) ? 'an' : 'a'
  const lower = first.toLowerCase()
  if (/^(?:hour|honest|honour|heir|honor)/.test(lower)) return 'an'
  if (/^(?:eu|ewe|one\b|once|u(?:ni(?!n|mp|mag|mi|den|nt)|s[aeu]|t[ei]l|ran|kr|topi|r[aei]n|biq|ganda))/.test(lower))
    return 'a'
  return /^[aeiou]/.test(lower) ? 'an' : 'a'
}
