import { indefiniteArticle } from '../language/inflect.ts'

/** How dictionaries begin or join a definition, and how one says it plainly. Tried in this order. */
const plainWays: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:of or )?(?:relating|pertaining|belonging) to (?:or (?:\w+ (?:to |by |of |in |with |from )?)+?(?=the |an? |\w+$))?/,
    'to do with ',
  ],
  [/^originally /, ''],
  [/^of or involving /, 'to do with '],
  [/^concerned with /, 'to do with '],
  [/^any of (?:various|several|numerous|many) (?:\w+ )*?of the genus .*$/, ''],
  [/^any (?:of )?(?:various |several |numerous |many |large |small )+/, 'some '],
  [/^an instance of /, ''],
  [/^the (?:act|action|activity|practice|process) of (?=\w+ing\b)/, ''],
  [/^the (?:property|quality|trait|state|condition|feeling) of being /, 'being '],
  [/^(?:characterized|characterised|marked|distinguished) by (?:or \w+ing )?/, 'with '],
  [/^having or showing |^showing or having /, 'having '],
  [/\b(?:devoid|free) of /, 'without '],
  [/\blacking (?:in )?/, 'without '],
  [/\bcapable of being /, 'that can be '],
  [/\bincapable of being /, 'that cannot be '],
  [/\bin (an?|the) ([\w-]+) manner\b/, 'in $1 $2 way'],
  [/\bto an? ([\w-]+) degree\b/, 'in a way that is $1'],
  [/\bso as to\b/, 'to'],
  [/\banew\b/, 'again'],
  [/\b(?:markedly|exceptionally|remarkably)(?= \w)/, 'very'],
  [/\bexcessively$/, 'too much'],
  [/\btypically\b/, 'usually'],
  [/\bsomewhat\b/, 'a little'],
  [/\bconsisting of\b/, 'made of'],
  [/\bsituated\b/, ''],
  [/\bbeneath\b/, 'under'],
  [/\bdwelling\b|\bresidence\b/, 'home'],
  [/\breceptacle\b|\bvessel\b(?= (?:for|used|that|with))/, 'container'],
  [/\bapparatus\b/, 'machine'],
  [/\bgarment\b/, 'piece of clothing'],
  [/\bodou?r\b/, 'smell'],
  [/\bspouse\b/, 'husband or wife'],
  [/\bgreater\b/, 'bigger'],
  [/\bgreatest\b/, 'biggest'],
  [/\bexertion\b/, 'effort'],
  [/\bindividual\b/, 'person'],
  [/\bportions?\b/, 'part'],
  [/\bforcefully\b|\bforcibly\b/, 'with force'],
  [/\bhastily\b|\bhurriedly\b/, 'quickly'],
  [/\bpartially\b/, 'partly'],
  [/, etc\.?$/, ''],
]

/** Words that a definition may be cut off before: what follows only adds to it. */
const adds = new Set(
  'especially usually often sometimes typically mostly chiefly such as by with from in for to so when where which that who while because through into during between among used located found having consisting containing'.split(
    ' ',
  ),
)
/** Words that a definition cannot end in. */
const cannotEnd =
  /(?:^|[ ,])(?:an?|the|of|or|and|in|on|at|by|with|from|for|to|as|into|than|that|which|who|is|are|be|being|not|very|more|some|something|someone|one|without|about|it|its|their|having|through|over|one's|used|made|do|how|equal|similar|able|likely|due|close|ready|sure|someone's|characteristic|typical|capable|related|if|so|but|also|usually|often|especially|given|known|thought|attributable|between|primarily|avoid|except|along|paid|has|had|have|occurring|refers|chiefly|such|conflict|contrast|accordance|view|a part|become|away|relation|purposes)$/

/** Words that turn what they describe into something else, and cannot be left out: "one thousandth gram", "a mock battle". */
const turns =
  /th$|^(?:non|un|in|im|ir|dis|anti|pseudo|quasi|semi|half|former|false|fake|mock|imaginary|artificial|toy|extinct|fictional|fictitious|mythical|legendary|simulated|counterfeit|negative|opposite|future|alleged|supposed|would-be|hypothetical|seldom|rarely|hardly|barely|nearly|almost)/

/** Nouns that an adjective is needed for: "absorbable substances". */
const vagueNouns =
  /^(?:persons?|people|things?|acts?|actions?|activity|states?|quality|condition|substances?|materials?|devices?|forms?|ways?|manner|behaviou?r|nature|character|feelings?|means|disease|disorder|person's|period|style|body|tissue|cells?|objects?|effect|power|sense|position|degree|system|features?|places?|areas?|parts?)$/

/** Heads that say nothing when what follows is cut off. */
const empty =
  /^(?:an?|the|one|some)? ?(?:\w+ )?(?:person|people|someone|somebody|something|anything|thing|act|action|activity|state|quality|condition|part|piece|group|set|kind|type|form|way|event|process|place|material|substance|device|member|unit|amount|number|point|period|feeling|property|instance|result|position|area|line|body|matter|time|change|structure|collection|series|system|object|place|man|woman)$/

/**
 * Plainer versions of a definition, the fullest first: said in plain words, then with a hard word left out where another
 * stands beside it ("brutal or cruel") or where it only describes ("a crystalline rock"), then cut off before the hard part.
 */
export function plainVersions(
  lemma: string,
  definition: string,
  upos: string,
  isKnown: (word: string) => boolean,
  isAdjective: (word: string) => boolean,
  isPlainKind: (noun: string) => boolean,
): readonly string[] {
  // A definition that leans on the word itself says nothing without it: "subconsciously: from the subconscious mind".
  const stem = lemma.slice(0, Math.max(4, lemma.length - 3))
  if (definition.split(/[ ,-]/).some((word) => word.startsWith(stem) && !isKnown(word))) return []
  let plain = definition
  for (const [from, to] of plainWays) plain = plain.replace(from, to)
  plain = tidy(plain)
  if (plain === '') return []
  const versions = [plain]
  const pruned = prune(plain, isKnown, isAdjective)
  if (pruned !== plain && pruned !== '') versions.push(pruned)
  const cut = cutOff(pruned, upos, isKnown, isAdjective)
  if (cut !== undefined) versions.push(cut.replace(/, causing .*$/, ''))
  return versions.flatMap((version) => {
    if (/\ban? an?\b/.test(version)) return []
    const noun = upos === 'NOUN' && version !== definition ? /^(?:an? )?([\w-]+)$/.exec(version)?.[1] : undefined
    if (noun === undefined) return [version]
    return isPlainKind(noun) ? [`a kind of ${noun}`] : []
  })
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=,)/g, '')
    .replace(/\b(\w+)(?: or)? \1\b/g, '$1')
    .replace(/\b(an?) ([a-z]+)/g, (_, __, next: string) => `${indefiniteArticle(next)} ${next}`)
    .trim()
}

/** Without hard words that stand beside a known one, or only describe. */
function prune(text: string, isKnown: (word: string) => boolean, isAdjective: (word: string) => boolean): string {
  let words = text.split(' ')
  const plain = (word: string | undefined): string => (word ?? '').replace(/,$/, '')
  for (let at = 0; at < words.length; at += 1) {
    const word = plain(words[at])
    if (word === '' || isKnown(word)) continue
    const before = words[at - 1]
    const next = words[at + 1]
    const joins = (one: string | undefined): boolean => one === 'or' || one === 'and'
    // "cruel or brutal": a known word of the same kind.
    const isLike = (other: string): boolean =>
      isKnown(other) &&
      !adds.has(other) &&
      !cannotEnd.test(` ${other}`) &&
      isAdjective(other) === isAdjective(word) &&
      endingOf(other) === endingOf(word)
    if (joins(before) && at >= 2 && isLike(plain(words[at - 2]))) {
      // "cruel or brutal"
      words = [...words.slice(0, at - 1), ...words.slice(at + 1)]
      at -= 2
    } else if (joins(next) && isLike(plain(words[at + 2]))) {
      // "brutal or cruel"
      words = [...words.slice(0, at), ...words.slice(at + 2)]
      at -= 1
    } else if (
      next !== undefined &&
      !joins(before) &&
      !joins(next) &&
      !turns.test(word) &&
      ((word.endsWith('ly') && !isAdjective(word)) ||
        (isAdjective(word) &&
          isKnown(plain(next)) &&
          !adds.has(next) &&
          !cannotEnd.test(next) &&
          !vagueNouns.test(plain(next))))
    ) {
      // "morally objectionable behaviour": what describes it goes too.
      const from = isAdjective(word) && (before?.endsWith('ly') ?? false) ? at - 1 : at
      if (joins(words[from - 1])) continue
      // "a loud, roaring sound": no comma is left.
      words = [
        ...words.slice(0, from).map((one, index) => (index === from - 1 ? plain(one) : one)),
        ...words.slice(at + 1),
      ]
      at = from - 1
    }
  }
  return tidy(words.join(' ').replace(/,$/, ''))
}

/** Words joined by "or" have the same ending: "grabbing or holding". */
function endingOf(word: string): string {
  return /(?:ing|ed|ly|s)$/.exec(word)?.[0] ?? ''
}

/** What stands before the last place to cut at that leaves out every hard word. */
function cutOff(
  text: string,
  upos: string,
  isKnown: (word: string) => boolean,
  isAdjective: (word: string) => boolean,
): string | undefined {
  const words = text.split(' ')
  const hard = words.findIndex((word) => !isKnown(word.replace(/,$/, '')))
  const last = hard < 0 ? Math.min(words.length - 1, 12) : hard
  for (let at = last; at >= 2; at -= 1) {
    const word = words[at] ?? ''
    const isParticiple =
      /..(?:ed|ing)$/.test(word) && !cannotEnd.test(words[at - 1] ?? '') && !/(?:ly|ed|ing)$/.test(words[at - 1] ?? '')
    const isPlace =
      adds.has(word) ||
      (word === 'or' && at > 2) ||
      (upos === 'NOUN' && at > 2 && isParticiple && !isAdjective(words[at - 1] ?? '')) ||
      (words[at - 1]?.endsWith(',') ?? false)
    if (!isPlace) continue
    const left = words.slice(0, at).join(' ').replace(/,$/, '')
    if (
      cannotEnd.test(left) ||
      empty.test(left) ||
      / (?:to|that|who|which|thought) \w+$|^the (?:part|place|area|side|point|state|act) of (?:an? |the )?\w+$/.test(
        left,
      ) ||
      / (?:and|or) \w+(?:ed|ing)$/.test(left)
    )
      continue
    // "suffering | from …", "given | to …": the word needs what follows.
    if (adds.has(word) && /(?:ed|ing)$/.test(left)) continue
    // "regarded with deep | or rapturous love", "fill and use | to wash"
    if (word === 'or' && isAdjective(words[at - 1] ?? '') && /^(?:with|of|in|an?|the)$/.test(words[at - 2] ?? ''))
      continue
    if (upos === 'NOUN' && /^(?:to|for)$/.test(word) && isAdjective(words[at - 1] ?? '')) continue
    if ((word === 'to' && / and \w+$/.test(left)) || (word === 'or' && left.endsWith('ing'))) continue
    if (upos === 'VERB' && !left.replace(/^to /, '').includes(' ')) continue
    return left
  }
  return undefined
}
