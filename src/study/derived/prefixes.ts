import { indefiniteArticle, inflect } from '../../language/inflect.ts'
import { nationalities } from '../../language/name-words.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { type Bases, because, easy, notSo } from './bases.ts'
import type { Pattern } from './pattern.ts'

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const aWord = (word: string): string => `${indefiniteArticle(word)} ${word}`
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** What follows a prefix, with or without a hyphen. */
function after(form: string, prefix: RegExp): { readonly stem: string; readonly hyphen: boolean } | undefined {
  const found = prefix.exec(form)?.[0]
  if (found === undefined) return undefined
  const rest = form.slice(found.length)
  const stem = rest.replace(/^-/, '')
  return stem.length < 3 ? undefined : { stem, hyphen: rest !== stem }
}

/** The base of an adjective or a second participle behind a prefix; without a hyphen it must be the commoner word. */
function quality(form: string, prefix: RegExp, bases: Bases) {
  const part = after(form, prefix)
  if (part === undefined) return undefined
  const base = bases.adjective(part.stem) ?? bases.participle(part.stem)
  return base !== undefined && (part.hyphen || bases.isCommoner(part.stem, form)) ? base : undefined
}

/** Words with another sense, and verbs that "un" turns round: "unpack" is no "not pack". */
const turnsRound =
  /^(?:impending|impertinent|incorporate|indelicate|insensible|inglorious|unsung|unmade|unstrung|unheard|undiplomatic|inconstant|dispassionate|nonfat|unable|unlike|unlikely|unless|intense|infamous|invaluable|indifferent|immediate|instant|insane|inner)$|^un(?:bend|block|bolt|bound|buckle|burden|button|cover|do|dress|earth|fasten|fold|furl|hinge|hook|leash|load|lock|mask|nerv|pack|pick|plug|ravel|roll|saddle|screw|seat|settl|sold|tangle|tie|told|veil|wind|wrap|zip|lead|balance|hing|ston)/

const not: Pattern = {
  name: 'un-, in-, dis-, non-: not',
  examples: [
    ['unclean', 'ADJ', 'Unclean means not clean'],
    ['undefeated', 'ADJ', 'Undefeated means not defeated'],
    ['impolite', 'ADJ', 'Impolite means not polite'],
    ['irregular', 'ADJ', 'Irregular means not regular'],
    ['disloyal', 'ADJ', 'Disloyal means not loyal'],
    ['non-dangerous', 'ADJ', 'Non-dangerous means not dangerous'],
    ['non-french', 'ADJ', 'Non-French means not French'],
  ],
  leavesAlone: [
    ['intense', 'ADJ'],
    ['infamous', 'ADJ'],
    ['unveiled', 'VERB'],
    ['understood', 'VERB'],
    ['disabled', 'ADJ'],
    ['discovered', 'VERB'],
    ['invaluable', 'ADJ'],
    ['impressed', 'ADJ'],
    ['nonsense', 'ADJ'],
  ],
  meaning: ({ form, upos }, bases) => {
    if (upos !== 'ADJ' && !(upos === 'VERB' && /^un.*(?:ed|en)$/.test(form))) return undefined
    const named = /^non-(.+)$/.exec(form)?.[1]
    if (named !== undefined && nationalities.has(named)) return `Non-${capital(named)} means not ${capital(named)}`
    if (turnsRound.test(form)) return undefined
    const base =
      quality(form, /^(?:un|non)/, bases) ?? (/^(?:i[nmrl]|dis)/.test(form) ? plainQuality(form, bases) : undefined)
    const told = base && notSo(base)
    return told && `${capital(form)} means ${told}`
  },
}

/** "in-" and "dis-" before an adjective only: "discovered" and "impressed" have another sense. */
function plainQuality(form: string, bases: Bases) {
  const part =
    after(form, /^dis(?=(?:honest|loyal|similar|satisfied|respectful|obedient|courteous|united|trustful)$)/) ??
    after(form, /^in(?![mbprl])|^im(?=[mbp])|^ir(?=r)|^il(?=l)/)
  if (part === undefined || part.hyphen || /ed$/.test(part.stem)) return undefined
  return bases.isCommoner(part.stem, form) ? bases.adjective(part.stem) : undefined
}

const notAble: Pattern = {
  name: 'un…able: not possible to',
  examples: [
    ['unforgettable', 'ADJ', 'Unforgettable means not possible to forget'],
    ['irreplaceable', 'ADJ', 'Irreplaceable means not possible to replace'],
    ['usable', 'ADJ', 'Usable means possible to use'],
    ['breakable', 'ADJ', 'Breakable means possible to break'],
  ],
  leavesAlone: [
    ['considerable', 'ADJ'],
    ['unable', 'ADJ'],
    ['vegetable', 'ADJ'],
    ['payable', 'ADJ'],
    ['invaluable', 'ADJ'],
  ],
  meaning: ({ form, upos }, bases) => {
    if (upos !== 'ADJ' || !/[ai]ble$/.test(form)) return undefined
    for (const [prefix, stem] of [
      ['', form.slice(0, -4)],
      ['not ', /^(?:un|non-?|i[nmrl])(.{3,})[ai]ble$/.exec(form)?.[1] ?? ''],
    ] as const) {
      if (prefix === '' && /^(?:un|dis)/.test(form)) continue
      for (const way of [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/([^aeiou])\1$/, '$1')]) {
        const base = (way.length > 3 || way === 'use') && !unsureAble.has(way) ? easy(bases.verb(way)) : undefined
        if (base !== undefined && bases.isCommoner(way, form))
          return `${capital(form)} means ${prefix}possible to ${way}`
      }
    }
    return undefined
  },
}

/** Verbs whose "-able" is more or other than "possible to". */
const unsureAble = words(
  'ten adapt collapse collect dance fall force lie practice practise receive sing suffer suggest support listen look sleep wait account admire advise agree answer apply approach bear bend change charge comfort consider debate depend desire dispose enjoy envy execute expend favour fashion hear honour impeach know lament laugh like live love market memory miss move note notice objection operate part pay perish port pose present profit question read reason regret remark respect respond return season service sense size suit sustain talk tend term treat understand value vary view watch work worth',
)

const again: Pattern = {
  name: 're-: again',
  examples: [
    ['rebuild', 'VERB', 'To rebuild means to build again'],
    ['re-examine', 'VERB', 'To re-examine means to examine again'],
    ['reopen', 'VERB', 'To reopen means to open again'],
  ],
  leavesAlone: [
    ['react', 'VERB'],
    ['recover', 'VERB'],
    ['relate', 'VERB'],
    ['restore', 'VERB'],
    ['research', 'VERB'],
    ['reform', 'VERB'],
    ['register', 'VERB'],
    ['remark', 'VERB'],
    ['relocate', 'VERB'],
    ['retire', 'VERB'],
    ['repair', 'VERB'],
  ],
  meaning: ({ form, upos }, bases) => {
    const part = upos === 'VERB' ? after(form, /^re/) : undefined
    if (part === undefined || (!part.hyphen && (notAgain.has(part.stem) || !bases.isCommoner(part.stem, form))))
      return undefined
    const base = bases.verb(part.stem)
    return base && `To ${form} means to ${part.stem} again${base.rest === undefined ? '' : `: to ${base.rest}`}`
  },
}

/** What "re-" before these verbs does not do again. */
const notAgain = words(
  'act assure bate bound buff buke bus boot but call cap cast charge cite claim coil collect compense constitute count cover cycle deem direct dress duce fer fill find fine fit flect form frain fresh fund fuse gain gale gard gister hash house instate join lapse late lax lay lease lent lie list live locate mand mark mind miss mount move name new nounce pair part pass pay peal peat pel place play ply port pose possess present press prieve produce prove pulse quest quire rail run sail search sell serve settle side sign sist site solve sort sound spect spire spond store strain strict sume surface tail tain tire tool tort touch trace tract tread treat turn value vamp verse view vise visit vive voke volt ward wind work',
)

const against: Pattern = {
  name: 'anti-, pro-: against, for',
  examples: [
    ['anti-drug', 'ADJ', 'Anti-drug means against drugs'],
    ['anti-war', 'ADJ', 'Anti-war means against war'],
    ['anti-government', 'ADJ', 'Anti-government means against the government'],
    ['anti-british', 'ADJ', 'Anti-British means against British people or things'],
    ['pro-market', 'ADJ', 'Pro-market means supporting the market'],
  ],
  leavesAlone: [
    ['antidote', 'NOUN'],
    ['process', 'NOUN'],
    ['antibody', 'NOUN'],
    ['promotion', 'NOUN'],
  ],
  meaning: ({ form, upos }, bases) => {
    const [, prefix, stem = ''] = /^(anti|pro)-(.{3,})$/.exec(form) ?? []
    if (prefix === undefined || !/^(?:ADJ|NOUN|ADV)$/.test(upos)) return undefined
    const does = prefix === 'anti' ? 'against' : 'supporting'
    if (nationalities.has(stem))
      return `${capital(prefix)}-${capital(stem)} means ${does} ${capital(stem)} people or things`
    const base = bases.noun(stem)
    return base && because(`${capital(form)} means ${does} ${bases.all(stem)}`, base)
  },
}

const whenever: Pattern = {
  name: 'pre-, post-, mid-: before, after, in the middle of',
  examples: [
    ['post-war', 'ADJ', 'Post-war means after a war'],
    ['pre-election', 'ADJ', 'Pre-election means before an election'],
    ['mid-century', 'NOUN', 'Mid-century means in the middle of a century'],
    ['post-poverty', 'ADJ', 'Post-poverty means after poverty'],
  ],
  leavesAlone: [
    ['president', 'NOUN'],
    ['pre-school', 'NOUN'],
    ['postcard', 'NOUN'],
    ['mid-air', 'NOUN'],
  ],
  meaning: ({ form, upos }, bases) => {
    const [, prefix, stem = ''] = /^(pre|post|mid)-(.{3,})$/.exec(form) ?? []
    if (prefix === undefined || !/^(?:ADJ|NOUN|ADV)$/.test(upos)) return undefined
    if (/^(?:school|teen|eminence|graduate|office|man|position|size|natal|mortem|modern|code)$/.test(stem))
      return undefined
    if (prefix === 'mid') {
      if (!isOfClass(stem, 'time')) return undefined
      return `${capital(form)} means in the middle of ${bases.one(stem)}`
    }
    const base = bases.noun(stem)
    if (base === undefined) return undefined
    const thing = stem === 'war' || stem === 'crime' ? `a ${stem}` : bases.one(stem)
    return because(`${capital(form)} means ${prefix === 'pre' ? 'before' : 'after'} ${thing}`, base)
  },
}

const tooMuch: Pattern = {
  name: 'over-, under-: too much, not enough',
  examples: [
    ['overcrowded', 'ADJ', 'Overcrowded means too crowded'],
    ['overspend', 'VERB', 'To overspend means to spend too much'],
    ['overeating', 'NOUN', 'Overeating is too much eating'],
    ['underpaid', 'ADJ', 'Underpaid means not paid enough'],
  ],
  leavesAlone: [
    ['overtake', 'VERB'],
    ['understand', 'VERB'],
    ['understood', 'ADJ'],
    ['overdue', 'ADJ'],
    ['overall', 'ADJ'],
    ['underground', 'ADJ'],
    ['undertaking', 'NOUN'],
    ['overlooked', 'VERB'],
    ['oversight', 'NOUN'],
    ['overseas', 'ADJ'],
  ],
  meaning: ({ form, upos }, bases) => {
    const [, prefix, hyphen = '', stem = ''] = /^(over|under)(-?)(.{3,})$/.exec(form) ?? []
    if (prefix === undefined) return undefined
    const isCommon = hyphen !== '' || bases.isCommoner(stem, form)
    if (!isCommon) return undefined
    if (prefix === 'under') {
      const base = /^(?:ADJ|VERB)$/.test(upos) && underDone.has(stem) ? bases.participle(stem) : undefined
      return base && because(`${capital(form)} means not ${stem} enough`, base)
    }
    if (upos === 'VERB')
      return overDone.has(stem) && bases.verb(stem) !== undefined ? `To ${form} means to ${stem} too much` : undefined
    if (upos === 'ADJ') {
      if (overElse.has(stem)) return undefined
      const base = bases.adjective(stem) ?? (overTold.has(stem) ? bases.participle(stem) : undefined)
      return base && because(`${capital(form)} means too ${stem}`, base)
    }
    if (upos !== 'NOUN' || !/(?:tion|sion|ing|confidence|reliance|use|supply)$/.test(stem)) return undefined
    if (/^(?:population|com|look|see|taking|rid|hang|turn|com|throw|hear|l|lying|com)(?:ing)?$/.test(stem))
      return undefined
    const base = bases.noun(stem) ?? (overDone.has(stem.replace(/ing$/, '')) ? { word: stem } : undefined)
    return base && because(`${capital(form)} is too much ${stem}`, base)
  },
}

const overDone = words(
  'expand charge consume cook drink eat feed fish heat pay produce react sleep spend train use worry',
)
const overTold = words('crowded complicated excited heated loaded paid priced worked stretched tired cooked used')
const overElse = words('dressed all due land seas arm hand night time age weight head board cast joy full whelming')
const underDone = words(
  'developed equipped estimated fed funded paid prepared priced reported represented resourced staffed trained used valued',
)

const wrongly: Pattern = {
  name: 'mis-: wrongly, bad',
  examples: [
    ['mishear', 'VERB', 'To mishear means to hear in a wrong way'],
    ['misbehaviour', 'NOUN', 'Misbehaviour is bad behaviour'],
    ['mismanagement', 'NOUN', 'Mismanagement is bad management'],
    ['misinformation', 'NOUN', 'Misinformation is wrong information'],
  ],
  leavesAlone: [
    ['mislead', 'VERB'],
    ['mistake', 'VERB'],
    ['mission', 'NOUN'],
    ['misgiving', 'NOUN'],
    ['missing', 'ADJ'],
    ['mister', 'NOUN'],
  ],
  meaning: ({ form, upos }, bases) => {
    const part = after(form, /^mis(?!s)/)
    if (part === undefined || !bases.isCommoner(part.stem, form)) return undefined
    const { stem } = part
    if (upos === 'VERB' && !/^(?:lead|take|give|place|lay|trust|fire|carry|match|step|fit|manage)$/.test(stem)) {
      const base = bases.verb(stem)
      return base && `To ${form} means to ${stem} in a wrong way${base.rest === undefined ? '' : `: to ${base.rest}`}`
    }
    if (upos !== 'NOUN') return undefined
    if (
      !/^(?:behaviour|conduct|fortune|management|rule|treatment|information|perception|judgement|use|quotation|spelling|understanding|calculation|interpretation|identification|diagnosis)$/.test(
        stem,
      )
    )
      return undefined
    const base = bases.noun(stem)
    const bad = /^(?:behaviour|conduct|fortune|management|rule|treatment)$/.test(stem) ? 'bad' : 'wrong'
    return base && because(`${capital(form)} is ${bad} ${stem}`, base)
  },
}

const people: Pattern = {
  name: 'ex-, co-, non- before a person',
  examples: [
    ['ex-soldier', 'NOUN', 'An ex-soldier is a person who was a soldier before'],
    ['co-writer', 'NOUN', 'A co-writer is one of two or more writers of the same thing'],
    ['co-author', 'NOUN', 'A co-author is one of two or more authors of the same thing'],
    ['non-voter', 'NOUN', 'A non-voter is a person who is not a voter'],
  ],
  leavesAlone: [
    ['co-pilot', 'NOUN'],
    ['coauthor', 'VERB'],
    ['exam', 'NOUN'],
    ['expert', 'NOUN'],
    ['nonstop', 'NOUN'],
  ],
  meaning: ({ form, upos }, bases) => {
    const [, prefix, stem = ''] = /^(ex|co|non)-(.{3,})$/.exec(form) ?? []
    if (prefix === undefined || upos !== 'NOUN') return undefined
    const base = bases.noun(stem)
    if (base === undefined || !(isOfClass(stem, 'person') || /(?:er|or|ist)$/.test(stem))) return undefined
    if (prefix === 'ex') return because(`An ${form} is a person who was ${aWord(stem)} before`, base)
    if (prefix === 'non') return because(`A ${form} is a person who is not ${aWord(stem)}`, base)
    if (
      !/^(?:author|writer|founder|owner|creator|director|editor|inventor|discoverer|organiser|sponsor|producer|presenter)$/.test(
        stem,
      )
    )
      return undefined
    return because(`A ${form} is one of two or more ${inflect(stem, 'NNS')} of the same thing`, base)
  },
}

/** Prefixes that add a size or a kind: what they say of one thing. */
const kinds: readonly (readonly [RegExp, (thing: string) => string])[] = [
  [/^(?:mini|micro)-/, (thing) => `a very small ${thing}`],
  [/^mega-/, (thing) => `a very large ${thing}`],
  [
    /^counter-(?=protest|demonstration|attack|offensive|claim|proposal|argument|offer)/,
    (thing) => `${aWord(thing)} against another ${thing}`,
  ],
  [
    /^sub-?(?=group|committee|category|region|type|section|set|class|culture$)/,
    (thing) => `a smaller ${thing} inside a larger one`,
  ],
]

const kind: Pattern = {
  name: 'mini-, mega-, counter-, sub-, cyber-, eco-, pseudo-: a kind of thing',
  examples: [
    ['mini-break', 'NOUN', 'A mini-break is a very small break'],
    ['counter-protest', 'NOUN', 'A counter-protest is a protest against another protest'],
    ['subgroup', 'NOUN', 'A subgroup is a smaller group inside a larger one'],
    ['cyber-crime', 'NOUN', 'Cyber-crime is crime on computers or the internet'],
    ['eco-tourism', 'NOUN', 'Eco-tourism is tourism that tries not to harm nature'],
    ['pseudo-science', 'NOUN', 'Pseudo-science looks like science but is not'],
  ],
  leavesAlone: [
    ['miniature', 'NOUN'],
    ['mega-watt', 'NOUN'],
    ['subject', 'NOUN'],
    ['counter-terrorism', 'NOUN'],
    ['economy', 'NOUN'],
    ['cyberspace', 'NOUN'],
    ['subtitle', 'NOUN'],
  ],
  meaning: ({ form, upos }, bases) => {
    if (upos !== 'NOUN') return undefined
    for (const [prefix, says] of kinds) {
      const stem = form.replace(prefix, '')
      const base = stem === form ? undefined : bases.noun(stem)
      if (base !== undefined && !/^(?:gram|watt|byte|wave|skirt|bus|phone|scope|star)$/.test(stem))
        return because(`${capital(aWord(form))} is ${says(stem)}`, base)
    }
    const [, prefix = '', , stem = ''] = /^(cyber|eco|pseudo)(-?)(.{4,})$/.exec(form) ?? []
    const base = stem === '' || /^(?:space|system|security|warrior|type)$/.test(stem) ? undefined : bases.noun(stem)
    if (base === undefined) return undefined
    const thing = bases.one(stem)
    const head = capital(thing === stem ? form : aWord(form))
    if (prefix === 'pseudo') return because(`${head} looks like ${thing} but is not`, base)
    const means = prefix === 'cyber' ? 'on computers or the internet' : 'that tries not to harm nature'
    // The thing itself must be known: what it is stands before what the prefix says.
    return base.rest === undefined ? `${head} is ${thing} ${means}` : undefined
  },
}

const degree: Pattern = {
  name: 'ultra-, super-, semi-: very, partly',
  examples: [
    ['ultra-light', 'ADJ', 'Ultra-light means very light'],
    ['superfast', 'ADJ', 'Superfast means very fast'],
    ['semi-dry', 'ADJ', 'Semi-dry means partly dry'],
  ],
  leavesAlone: [
    ['superhuman', 'ADJ'],
    ['supernatural', 'ADJ'],
    ['superior', 'ADJ'],
    ['semi-final', 'ADJ'],
    ['ultraviolet', 'ADJ'],
  ],
  meaning: ({ form, upos }, bases) => {
    const [, prefix = '', , stem = ''] = /^(ultra|super|semi)(-?)(.{3,})$/.exec(form) ?? []
    if (
      stem === '' ||
      upos !== 'ADJ' ||
      /^(?:human|natural|final|finalist|detached|violet|sonic|national|critical|annual)$/.test(stem)
    )
      return undefined
    const base = bases.adjective(stem)
    return prefix === 'semi' && base?.rest !== undefined
      ? undefined
      : base && because(`${capital(form)} means ${prefix === 'semi' ? 'partly' : 'very'} ${stem}`, base)
  },
}

const many: Pattern = {
  name: 'multi-, inter-: with many, between',
  examples: [
    ['multi-room', 'ADJ', 'Multi-room means with many rooms'],
    ['inter-city', 'ADJ', 'Inter-city means between cities'],
  ],
  leavesAlone: [
    ['multi-million', 'ADJ'],
    ['multimedia', 'NOUN'],
    ['interest', 'NOUN'],
  ],
  meaning: ({ form, upos }, bases) => {
    const [, prefix = '', stem = ''] = /^(multi|inter)-(.{3,})$/.exec(form) ?? []
    if (stem === '' || !/^(?:ADJ|NOUN)$/.test(upos) || /(?:illion|media|task|player|purpose)$/.test(stem))
      return undefined
    const base = bases.noun(stem)
    const means = prefix === 'multi' ? 'with many' : 'between'
    return base && because(`${capital(form)} means ${means} ${inflect(stem, 'NNS')}`, base)
  },
}

const lack: Pattern = {
  name: 'dis-: no …, not to …',
  examples: [
    ['disloyalty', 'NOUN', 'Disloyalty means no loyalty'],
    ['disobey', 'VERB', 'To disobey means not to do what a person or rule tells you'],
  ],
  leavesAlone: [
    ['discover', 'VERB'],
    ['disease', 'NOUN'],
    ['discount', 'NOUN'],
    ['dispatch', 'VERB'],
  ],
  meaning: ({ form, upos }, bases) => {
    const stem = /^dis(.{3,})$/.exec(form)?.[1] ?? ''
    if (upos === 'VERB' && /^(?:agree|obey|trust|approve|believe|like|respect)$/.test(stem)) {
      const base = bases.verb(stem)
      return base && `To ${form} means not to ${base.rest ?? stem}`
    }
    if (
      upos !== 'NOUN' ||
      !/^(?:loyalty|honesty|comfort|respect|trust|satisfaction|belief|approval|obedience|unity|harmony|similarity)$/.test(
        stem,
      )
    )
      return undefined
    return easy(bases.noun(stem)) && `${capital(form)} means no ${stem}`
  },
}

export const prefixes: readonly Pattern[] = [
  not,
  notAble,
  again,
  against,
  whenever,
  tooMuch,
  wrongly,
  people,
  kind,
  degree,
  many,
  lack,
]
