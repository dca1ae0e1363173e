import { indefiniteArticle, inflect } from '../../language/inflect.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { type Base, because, notSo } from './bases.ts'
import type { Pattern } from './pattern.ts'

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const aWord = (word: string): string => `${indefiniteArticle(word)} ${word}`
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** The first of some spellings that a test knows. */
function firstOf(ways: readonly string[], known: (word: string) => Base | undefined): Base | undefined {
  for (const way of ways) {
    const base = way.length > 2 ? known(way) : undefined
    if (base !== undefined) return base
  }
  return undefined
}

/** A sentence with what its base means behind it. */
function told(sentence: string, base: Base): string {
  return base.rest === undefined ? sentence : `${sentence}: ${base.rest}`
}

const inAWay: Pattern = {
  name: '-ly: in a … way',
  examples: [
    ['unhappily', 'ADV', 'Unhappily means in an unhappy way'],
    ['loyally', 'ADV', 'Loyally means in a loyal way'],
    ['incorrectly', 'ADV', 'Incorrectly means in a way that is not correct'],
  ],
  leavesAlone: [
    ['hardly', 'ADV'],
    ['lately', 'ADV'],
    ['shortly', 'ADV'],
    ['virtually', 'ADV'],
    ['family', 'ADV'],
    ['undoubtedly', 'ADV'],
    ['unfortunately', 'ADV'],
  ],
  meaning: ({ form, upos }, bases) => {
    if (upos !== 'ADV' || !/^.{4,}ly$/.test(form) || otherLy.has(form)) return undefined
    const stem = form.slice(0, -2)
    const ways = [stem, stem.replace(/i$/, 'y'), form.replace(/y$/, 'e'), stem.replace(/al$/, ''), `${stem}l`]
    const base = firstOf(ways, bases.adjective)
    if (base !== undefined) return told(`${capital(form)} means in ${aWord(base.word)} way`, base)
    for (const way of ways) {
      const positive = /^(?:un|non-?|in|im(?=[mbp])|ir(?=r)|il(?=l)|dis)(.{3,})$/.exec(way)?.[1]
      const opposite = positive === undefined || notOpposite.has(way) ? undefined : bases.adjective(positive)
      if (opposite !== undefined && bases.isCommoner(opposite.word, form))
        return notSo(opposite) && `${capital(form)} means in a way that is ${notSo(opposite)}`
    }
    return undefined
  },
}

/** Adverbs whose sense is not that of the adjective, or not only. */
const otherLy = words(
  'daily early friendly lively lonely lovely soundly distally subsequently verbally absolutely accordingly actually allegedly apparently arguably barely basically coldly consequently constantly critically currently decidedly directly duly effectively eminently essentially eventually exceedingly fairly famously flatly formerly generally grossly hardly heavily highly hopefully immediately incidentally incredibly indefinitely infamously inherently initially largely lately liberally likely literally merely mostly namely naturally nearly nominally notably notoriously objectively only originally overly overwhelmingly particularly perfectly positively potentially practically presently presumably primarily principally profoundly properly purely rarely readily really relatively reportedly reputedly respectively roundly scarcely seemingly severally sharply shortly simply solely sorely squarely supposedly surely terribly terminally thoroughly ultimately undoubtedly unfortunately utterly vastly virtually vitally wholly widely',
)
const notOpposite = words('intense infamous indifferent invaluable immediate immense inner distant distinct')

const beingSo: Pattern = {
  name: '-ness: being …',
  examples: [
    ['joblessness', 'NOUN', 'Joblessness is being without any job'],
    ['hopelessness', 'NOUN', 'Hopelessness is being without any hope'],
  ],
  leavesAlone: [
    ['business', 'NOUN'],
    ['witness', 'NOUN'],
    ['harness', 'NOUN'],
    ['wilderness', 'NOUN'],
    ['highness', 'NOUN'],
  ],
  meaning: ({ form, upos }, bases) => {
    if (
      upos !== 'NOUN' ||
      !form.endsWith('ness') ||
      /^(?:business|witness|harness|highness|likeness|wilderness|grossness)$/.test(form)
    )
      return undefined
    const noun = /^(.{3,})lessness$/.exec(form)?.[1]
    const lacked = noun === undefined ? undefined : bases.noun(noun)
    if (noun !== undefined && lacked?.rest === undefined && lacked !== undefined && !otherLess.has(noun))
      return `${capital(form)} is being without any ${withoutAny(noun, bases.all(noun))}`
    const stem = form.slice(0, -4)
    const base = firstOf([stem, stem.replace(/i$/, 'y')], bases.adjective)
    return base && because(`${capital(form)} is being ${base.word}`, base)
  },
}

/** "any job" but "any trees": what one has only one of stays as it is. */
function withoutAny(noun: string, all: string): string {
  const isOne = /^the /.test(all) || (all.endsWith('ing') && !noun.endsWith('ing')) || isOfClass(noun, 'person')
  return isOne || /^(?:head|heart|home|job|leader|name|child|ticket)$/.test(noun) ? noun : all
}

const without: Pattern = {
  name: '-less, -free: without',
  examples: [
    ['treeless', 'ADJ', 'Treeless means without any trees'],
    ['cloudless', 'ADJ', 'Cloudless means without any clouds'],
    ['leaderless', 'ADJ', 'Leaderless means without any leader'],
    ['sugar-free', 'ADJ', 'Sugar-free means without any sugar'],
  ],
  leavesAlone: [
    ['priceless', 'ADJ'],
    ['restless', 'ADJ'],
    ['regardless', 'ADV'],
    ['countless', 'ADJ'],
    ['carefree', 'ADJ'],
    ['tasteless', 'ADJ'],
    ['bless', 'VERB'],
  ],
  meaning: ({ form, upos }, bases) => {
    const noun = upos === 'ADJ' ? /^(.{3,})(?:less|-free)$/.exec(form)?.[1] : undefined
    const base = noun === undefined || otherLess.has(noun) ? undefined : bases.noun(noun)
    return noun === undefined || base === undefined
      ? undefined
      : because(`${capital(form)} means without any ${withoutAny(noun, bases.all(noun))}`, base)
  },
}

/** Nouns whose "-less" has a sense of its own, or one besides. */
const otherLess = words(
  'art blood boot brain change clue color colour date face faith flight guilt leg match passion sex shift base blame boundary bottom breath care class contact count doubt drift end fault feature feck fear fruit ground hap harm heart heed help life limit list mark mercy mind need number pain point power price reck regard rel relent remorse rest root ruth score seam self sense shame sight sleep soul speech spine spot stain taste thank thought time tire title tooth use voice weight wire wit worth',
)

const aPerson: Pattern = {
  name: '-er, -or, -maker, -owner, -lover: who does it',
  examples: [
    ['carmaker', 'NOUN', 'A carmaker is a person or company that makes cars'],
    ['landowner', 'NOUN', 'A landowner is a person who owns land'],
    ['dog-lover', 'NOUN', 'A dog-lover is a person who loves dogs'],
  ],
  leavesAlone: [
    ['pacemaker', 'NOUN'],
    ['peacemaker', 'NOUN'],
    ['bookmaker', 'NOUN'],
    ['number', 'NOUN'],
    ['matter', 'NOUN'],
  ],
  meaning: ({ form, upos }, bases) => {
    if (upos !== 'NOUN') return undefined
    const [, noun = '', doer = ''] = /^(.{3,}?)-?(maker|owner|lover)$/.exec(form) ?? []
    if (noun !== '' && bases.noun(noun) !== undefined) {
      if (
        /^(?:pace|peace|book|match|home|money|policy|play|law|dress|trouble|merry|noise|decision|king|market|rule|rain|speech|widow|holiday|history|image|opinion|part)$/.test(
          noun,
        ) &&
        doer === 'maker'
      )
        return undefined
      const all = bases.all(noun)
      const things = (all.endsWith('ing') && !noun.endsWith('ing') ? `the ${noun}` : all).replace(
        /^the (.+)$/,
        (_, one: string) => inflect(one, 'NNS'),
      )
      if (doer === 'maker') return `${capital(aWord(form))} is a person or company that makes ${things}`
      if (doer === 'lover') return `${capital(aWord(form))} is a person who loves ${things}`
      return `${capital(aWord(form))} is a person who owns ${bases.one(noun)}`
    }
    if (!/(?:er|or)$/.test(form) || otherDoer.has(form)) return undefined
    const stem = form.slice(0, -2)
    const base = firstOf([stem, `${stem}e`, stem.replace(/([^aeiou])\1$/, '$1'), stem.replace(/i$/, 'y')], bases.verb)
    // "says that you do not agree" would speak to the reader; "razor" is commoner than "raze".
    if (base?.rest === undefined || /\byou/.test(base.rest) || !bases.isCommoner(base.word, form)) return undefined
    const does = bases.turn(base.rest, 'VBZ')
    if (does === undefined) return undefined
    return `${capital(aWord(form))} is a ${isOfClass(form, 'person') ? 'person' : 'person or thing'} that ${does}`.replace(
      'person that',
      'person who',
    )
  },
}

/** Nouns in "-er" that are no doer of the verb that stands in them. */
const otherDoer = words(
  'confessor creeper fryer grouper pounder refresher stoner stridor breather bumper butler charter chatter clipper coaster counter cracker crater drawer fender founder hamper halter ladder laser leader letter lighter litter locker matter meter mincer number offer order pepper plaster platter poker porter poster power propeller quarter roster rubber scanner shelter shower shutter skipper slaughter slipper spanner spinner stapler stretcher sucker sweater tanker tender timer toaster topper tower trailer trigger trooper tutor vector wager wafer whisker',
)

const doing: Pattern = {
  name: '-ing, -ment, -isation, -al: doing it',
  examples: [
    ['legalisation', 'NOUN', 'Legalisation is making something legal'],
    ['modernization', 'NOUN', 'Modernization is making something modern'],
  ],
  leavesAlone: [
    ['department', 'NOUN'],
    ['nationalisation', 'NOUN'],
    ['station', 'NOUN'],
    ['organisation', 'NOUN'],
    ['apartment', 'NOUN'],
    ['building', 'NOUN'],
  ],
  meaning: ({ form, upos }, bases) => {
    if (upos !== 'NOUN') return undefined
    const made = /^(.+)i[sz]ation$/.exec(form)?.[1]
    if (made !== undefined && makesSo.has(made)) return `${capital(form)} is making something ${made}`
    if (otherDoing.has(form)) return undefined
    const [, stem = ''] = /^(.{3,})(?:ing|ment|al|ance|ation|ion)$/.exec(form) ?? []
    if (stem === '') return undefined
    const isIon = /[^a]tion$|sion$|[st]ion$/.test(form)
    const ways = /ation$/.test(form)
      ? [
          form.replace(/ation$/, ''),
          form.replace(/ation$/, 'e'),
          form.replace(/ation$/, 'ate'),
          form.replace(/[sz]ation$/, 'se'),
          form.replace(/[sz]ation$/, 'ze'),
          form.replace(/ication$/, 'y'),
        ]
      : isIon
        ? [stem, `${stem}e`]
        : [stem, `${stem}e`, stem.replace(/([^aeiou])\1$/, '$1'), stem.replace(/i$/, 'y')]
    const base = firstOf(ways, bases.verb)
    if (base?.rest === undefined) return undefined
    const does = bases.turn(base.rest, 'VBG')
    return does && `${capital(form)} is ${does}`
  },
}

const otherDoing = words(
  'accession appliance bearing briefing building commission compartment complement condition department direction document dressing drawing embankment engagement experiment filling fitting footing heading holding housing implement instalment installment instrument intention lodging moment mission morning objection opening operation ornament painting passion pension plumbing portion proceeding profession provision railing rating reservation retirement rendering section sentiment session setting shipment siding sibling station statement temperance deportment stocking supplement tournament treatment utterance vacation vocation wedding wording',
)
/** Adjectives whose "-ise" means no more than "make …". */
const makesSo = words('central commercial digital familiar formal global legal local modern normal popular stable')

const makingSo: Pattern = {
  name: '-en, -ise: to make …',
  examples: [
    ['weaken', 'VERB', 'To weaken means to make or become weaker'],
    ['brighten', 'VERB', 'To brighten means to make or become brighter'],
    ['sadden', 'VERB', 'To sadden means to make or become sadder'],
    ['legalise', 'VERB', 'To legalise means to make legal'],
    ['globalized', 'ADJ', 'Globalized means made global'],
  ],
  leavesAlone: [
    ['listen', 'VERB'],
    ['fasten', 'VERB'],
    ['happen', 'VERB'],
    ['nationalise', 'VERB'],
    ['realise', 'VERB'],
    ['golden', 'ADJ'],
  ],
  meaning: ({ form, upos }, bases) => {
    const made = /^(.+)i[sz]ed?$/.exec(form)?.[1]
    if (made !== undefined && makesSo.has(made)) {
      if (upos === 'VERB') return `To ${form} means to make ${made}`
      return upos === 'ADJ' && form.endsWith('d') ? `${capital(form)} means made ${made}` : undefined
    }
    if (upos !== 'VERB' || !/^.{3,}en$/.test(form)) return undefined
    const stem = form.slice(0, -2)
    const base = firstOf([stem, `${stem}e`, stem.replace(/([^aeiou])\1$/, '$1')], (word) =>
      becomesSo.has(word) ? bases.adjective(word) : undefined,
    )
    return base && `To ${form} means to make or become ${inflect(base.word, 'JJR')}`
  },
}

const becomesSo = words(
  'black bright broad cheap coarse dark damp deep fat flat fresh hard light loose neat quick red ripe rough sad sharp short sick slack soft stiff straight sweet thick tight tough weak white wide worse',
)

const scope: Pattern = {
  name: '-wide, -long, -like, -fold, -ship, -hood',
  examples: [
    ['statewide', 'ADJ', 'Statewide means in the whole state'],
    ['day-long', 'ADJ', 'Day-long means for a whole day'],
    ['childlike', 'ADJ', 'Childlike means like a child'],
    ['threefold', 'ADJ', 'Threefold means three times as much'],
    ['parenthood', 'NOUN', 'Parenthood is being a parent'],
    ['skyward', 'ADV', 'Skyward means towards the sky'],
  ],
  leavesAlone: [
    ['headlong', 'ADV'],
    ['unlike', 'ADJ'],
    ['neighbourhood', 'NOUN'],
    ['championship', 'NOUN'],
    ['belong', 'VERB'],
    ['awkward', 'ADJ'],
    ['billfold', 'NOUN'],
  ],
  meaning: ({ form, upos }, bases) => {
    const [, noun = '', ending = ''] = /^(.{3,}?)-?(wide|long|like|fold|hood|ship|wards?)$/.exec(form) ?? []
    const isQuality = upos === 'ADJ' || upos === 'ADV'
    switch (ending) {
      case 'wide':
        return isQuality &&
          /^(?:state|nation|city|country|county|world|company|school|continent|region|industry|system|island|town|district|province|europe)$/.test(
            noun,
          )
          ? `${capital(form)} means in the whole ${noun}`
          : undefined
      case 'long':
        return isQuality && isOfClass(noun, 'time') ? `${capital(form)} means for a whole ${noun}` : undefined
      case 'like':
        return upos === 'ADJ' && bases.noun(noun) !== undefined && !/^(?:war|business|life|work|dis|un)$/.test(noun)
          ? `${capital(form)} means like ${bases.one(noun)}`
          : undefined
      case 'fold':
        return isQuality && /^(?:two|three|four|five|six|seven|eight|nine|ten|hundred)$/.test(noun)
          ? `${capital(form)} means ${noun === 'hundred' ? 'a hundred' : noun} times as much`
          : undefined
      case 'hood':
        return upos === 'NOUN' && /^(?:parent|mother|father|adult|child|boy|girl|nation|widow|state)$/.test(noun)
          ? `${capital(form)} is being ${aWord(noun)}`
          : undefined
      case 'ship':
        return upos === 'NOUN' && /^(?:owner|citizen|author|guardian)$/.test(noun)
          ? `${capital(form)} is being ${aWord(noun)}`
          : undefined
      case 'ward':
      case 'wards':
        return isQuality && /^(?:sky|sea|land|heaven|earth)$/.test(noun)
          ? `${capital(form)} means towards the ${noun}`
          : undefined
      default:
        return undefined
    }
  },
}

const fullOf: Pattern = {
  name: '-ful, -y: full of',
  examples: [
    ['joyful', 'ADJ', 'Joyful means full of joy'],
    ['dusty', 'ADJ', 'Dusty means full of dust or covered with it'],
    ['muddy', 'ADJ', 'Muddy means full of mud or covered with it'],
  ],
  leavesAlone: [
    ['awful', 'ADJ'],
    ['lawful', 'ADJ'],
    ['funny', 'ADJ'],
    ['careful', 'ADJ'],
    ['handful', 'NOUN'],
  ],
  meaning: ({ form, upos }, bases) => {
    if (upos !== 'ADJ') return undefined
    const noun = /^(joy|sorrow|hope|regret|remorse|hate|colour)ful$/.exec(form)?.[1]
    if (noun !== undefined) return because(`${capital(form)} means full of ${noun}`, { word: noun })
    const matter = firstOf([form.slice(0, -1), form.slice(0, -2)], (word) =>
      /^(?:dust|sand|mud|rock|hair|grass|leaf|grease|bump|moss|weed)$/.test(word) ? bases.noun(word) : undefined,
    )
    if (matter === undefined || !form.endsWith('y')) return undefined
    const counted = /^(?:rock|bump|weed)$/.test(matter.word)
    return counted
      ? `${capital(form)} means full of ${matter.word}s`
      : because(`${capital(form)} means full of ${matter.word} or covered with it`, matter)
  },
}

const studies: Pattern = {
  name: '-ologist: who studies it',
  examples: [],
  leavesAlone: [['apologist', 'NOUN']],
  meaning: ({ form, upos }, bases) => {
    const stem = upos === 'NOUN' ? /^(.{2,}olog)ist$/.exec(form)?.[1] : undefined
    const base = stem === undefined ? undefined : bases.noun(`${stem}y`)
    const field = /^the (?:scientific )?study of (.+)$/.exec(base?.rest ?? '')?.[1]
    return field && `${capital(aWord(form))} is a scientist who studies ${field}`
  },
}

const numbers =
  'eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety'.split(
    ' ',
  )

const ordinals: Pattern = {
  name: '-th: number … in order',
  examples: [
    ['nineteenth', 'ADJ', 'Nineteenth means number 19 in order'],
    ['twelfth', 'ADJ', 'Twelfth means number 12 in order'],
    ['twentieth', 'ADJ', 'Twentieth means number 20 in order'],
    ['fiftieth', 'ADJ', 'Fiftieth means number 50 in order'],
  ],
  leavesAlone: [
    ['beneath', 'ADV'],
    ['umpteenth', 'ADJ'],
  ],
  meaning: ({ form, upos }) => {
    if (upos !== 'ADJ' && upos !== 'NOUN') return undefined
    const at = numbers.findIndex((word) => form === word.replace(/y$/, 'ie').replace(/ve$/, 'f').concat('th'))
    if (at < 0) return undefined
    return `${capital(form)} means number ${at < 9 ? at + 11 : (at - 7) * 10} in order`
  },
}

export const suffixes: readonly Pattern[] = [
  inAWay,
  beingSo,
  without,
  aPerson,
  doing,
  makingSo,
  scope,
  fullOf,
  studies,
  ordinals,
]
