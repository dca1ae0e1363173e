import { degreeLemmas, irregularVerbs, participleLemmas, pastLemmas, pluralLemmas } from './irregular.ts'

/** How common a word is: 0 for the commonest; undefined for a word that is not known. Tells "making" (make) from "marking" (mark). */
export type WordRank = (word: string) => number | undefined

const beForms: Readonly<Record<string, string>> = {
  am: 'be',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  "'m": 'be',
  "'re": 'be',
  '’m': 'be',
  '’re': 'be',
  has: 'have',
  had: 'have',
  "'ve": 'have',
  '’ve': 'have',
  "'ll": 'will',
  '’ll': 'will',
  wo: 'will',
  ca: 'can',
  "n't": 'not',
  'n’t': 'not',
  sha: 'shall',
  does: 'do',
  did: 'do',
  "'d": 'would',
  '’d': 'would',
}
const pronouns: Readonly<Record<string, string>> = {
  me: 'I',
  i: 'I',
  him: 'he',
  her: 'she',
  them: 'they',
  us: 'we',
  an: 'a',
  these: 'this',
  those: 'that',
  my: 'my',
  "'em": 'they',
}
/** Nouns that look like plurals and are not, or that have no other form. */
const keepS = new Set(
  'news politics economics mathematics maths physics athletics ethics diabetes measles series species lens bus gas status virus crisis basis analysis campus census consensus focus bonus minus plus thus this corps chaos cosmos canvas atlas alias bias christmas pants trousers scissors goods thanks regards troops clothes savings athens naples wales honduras philippines netherlands maldives earnings premises outskirts headquarters alps means crossroads surplus apparatus hiatus nexus genius radius cactus sinus tetanus oasis tennis asbestos process address access success mass class glass loss boss cross press stress business illness witness fitness princess congress progress distress express grass brass dress guess mess pass kiss miss toss'.split(
    ' ',
  ),
)

/**
 * The dictionary form of a word with its Penn tag, as English EWT gives it: lower case but for names.
 * `rank` decides between two possible stems; unknown words follow the spelling rules.
 */
export function lemmaOf(form: string, xpos: string, rank: WordRank = () => undefined): string {
  const lower = form.toLowerCase()
  if (xpos === 'NNP') return form
  if (xpos === 'NNPS')
    return /[^s]s$/.test(form) && form.length > 3 ? form.charAt(0) + stemS(form.slice(1), rank) : form
  if (xpos === 'POS') return "'s"
  if (/^[–—]$|^--$/u.test(form)) return '-'
  if (/^[“”]$/u.test(form)) return '"'
  if (xpos === 'CD' && /^\d[\d,]*$/.test(form)) return form.replaceAll(',', '')
  if (/^\d+s$/.test(form)) return lower
  if (/^[^\p{L}]+$/u.test(form) && !/^['’]/u.test(form)) return lower
  switch (xpos) {
    case 'VBZ':
      if (lower === "'s" || lower === '’s') return 'be'
      return beForms[lower] ?? verbStemS(lower, rank)
    case 'VBD':
      return lower === "'d" || lower === '’d'
        ? 'have'
        : (beForms[lower] ?? pastLemmas.get(lower) ?? stem(lower, 'ed', rank))
    case 'VBN':
      return beForms[lower] ?? participleLemmas.get(lower) ?? pastLemmas.get(lower) ?? stem(lower, 'ed', rank)
    case 'VBG':
      return beForms[lower] ?? stem(lower, 'ing', rank)
    case 'VB':
    case 'VBP':
      return beForms[lower] ?? lower
    case 'MD':
      return beForms[lower] ?? (lower === 'can' ? 'can' : lower)
    case 'NNS':
      return pluralLemmas.get(lower) ?? (keepS.has(lower) ? lower : stemS(lower, rank))
    case 'JJR':
    case 'RBR':
      return degreeLemmas.get(lower) ?? stem(lower, 'er', rank)
    case 'JJS':
    case 'RBS':
      return degreeLemmas.get(lower) ?? stem(lower, 'est', rank)
    case 'PRP':
      return lower === "'s" || lower === '’s' ? 'we' : (pronouns[lower] ?? lower)
    case 'DT':
      return lower === 'these' ? 'this' : lower === 'those' ? 'that' : (pronouns[lower] ?? lower)
    case 'RB':
      return beForms[lower] ?? lower
    default:
      return lower
  }
}

function verbStemS(lower: string, rank: WordRank): string {
  if (lower === 'means') return 'mean'
  if (lower === 'loses') return 'lose'
  if (lower === 'does') return 'do'
  return keepS.has(lower) && lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : stemS(lower, rank)
}

function stemS(lower: string, rank: WordRank): string {
  if (keepS.has(lower) || lower.length < 3) return lower
  if (lower.endsWith('ies') && lower.length > 4) {
    const withY = `${lower.slice(0, -3)}y`
    const withIe = lower.slice(0, -1)
    return better([withY, withIe], rank) ?? withY
  }
  if (/(?:ss|sh|ch|x|zz)es$/.test(lower)) {
    const long = lower.slice(0, -2)
    const short = lower.slice(0, -1)
    return /(?:ache|^axe|caxe)$/.test(short) ? short : long
  }
  if (/(?:oes)$/.test(lower)) return better([lower.slice(0, -2), lower.slice(0, -1)], rank) ?? lower.slice(0, -2)
  if (/[sz]es$/.test(lower)) return better([lower.slice(0, -1), lower.slice(0, -2)], rank) ?? lower.slice(0, -1)
  if (lower.endsWith('ves') && rank(`${lower.slice(0, -1)}`) === undefined) return lower.slice(0, -1)
  return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower
}

function better(candidates: readonly string[], rank: WordRank): string | undefined {
  let best: string | undefined
  let bestRank = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const own = rank(candidate)
    if (own !== undefined && own < bestRank) {
      best = candidate
      bestRank = own
    }
  }
  return best
}

/** Takes "-ed", "-ing", "-er" or "-est" off and mends the stem: stopped → stop, making → make, tried → try. */
function stem(lower: string, ending: 'ed' | 'ing' | 'er' | 'est', rank: WordRank): string {
  if (!lower.endsWith(ending) || lower.length <= ending.length + 1) return lower
  const bare = lower.slice(0, -ending.length)
  // lying, dying, tying: the y stands for ie.
  if (ending === 'ing' && /^(?:l|d|t|v|bel|unt)y$/.test(bare)) return `${bare.slice(0, -1)}ie`
  if (!/[aeiouy]/.test(bare)) return ending === 'ing' && bare.endsWith('y') ? `${bare.slice(0, -1)}ie` : lower
  if (bare.endsWith('i') && ending !== 'ing') return bare.length <= 2 ? `${bare}e` : `${bare.slice(0, -1)}y`
  if (bare.length <= 2 && !irregularVerbs.has(bare))
    return /^(?:a|i|o|u)[a-z]$/.test(bare) && !/^(?:ad|ax)$/.test(bare) ? `${bare}e` : bare
  const isDouble = /([bdfgklmnprstvz])\1$/.test(bare)
  if (isDouble) {
    const single = bare.slice(0, -1)
    if (irregularVerbs.has(single)) return single
    const chosen = better([single, bare, `${bare}e`], rank)
    if (chosen !== undefined)
      return /(?:ll|ss|ff|zz)$/.test(bare) &&
        rank(bare) !== undefined &&
        chosen === single &&
        !/(?:[aeiou]l)$/.test(single)
        ? bare
        : chosen
    return /(?:ll|ss|ff|zz)$/.test(bare) ? bare : single
  }
  const withE = `${bare}e`
  if (irregularVerbs.has(withE)) return withE
  if (irregularVerbs.has(bare)) return bare
  if (needsE(bare)) return rank(bare) !== undefined && rank(withE) === undefined ? bare : withE
  if (
    /(?:[aeiou]{2}[^aeiou]|[^aeiou]{2}|[wxy])$/.test(bare) &&
    !/(?:[aeiou][vsz]|[lrn]s|rg|lg|ng|dg|ct?h)$/.test(bare)
  ) {
    const own = rank(bare)
    const other = rank(withE)
    return other !== undefined && (own === undefined || own > other * 4) ? withE : bare
  }
  return better([bare, withE], rank) ?? bare
}

/** Stems that English does not end without "e": solv-, manag-, continu-, organis-. */
function needsE(bare: string): boolean {
  return /(?:v|[aeiou]c|[rnl]c|[^aeiou]u|[aeiou]s|ns|rs|ls|dg|rg|lg|[aeiou]g|iz|bl|pl|tl|dl|gl|cl|fl|kl|zl|at|ut|id|ir|ur|ar|or|in|ak|ik|ok|op|ap|ip|am|im|om|um|al|il|ol|ul)$/.test(
    bare,
  )
    ? !/(?:[aeiou]{2}(?:t|d|r|n|k|p|m|l)|(?:it|et|er|en|on|el|es|us|ss|ow))$/.test(bare) &&
        !/(?:al|il|ol|or|ar|in|om|op|id|ap|am|um|us|at)$/.test(bare)
    : false
}
