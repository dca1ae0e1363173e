/** What a reporting verb adds to "say". */
export type Shade =
  | 'plain'
  | 'answer'
  | 'opinion'
  | 'claim'
  | 'certainty'
  | 'denial'
  | 'admission'
  | 'agreement'
  | 'accusation'
  | 'complaint'
  | 'praise'
  | 'warning'
  | 'promise'
  | 'prediction'
  | 'advice'
  | 'order'
  | 'request'
  | 'question'
  | 'news'
  | 'hint'
  | 'finding'
  | 'feeling'
  | 'manner'

/**
 * Verbs by what they add. `plain` ones add nothing, so that a second sentence of the same claim may use "say"; the others
 * ("deny", "allege") must be said again for each part.
 */
const shades: Readonly<Record<Shade, string>> = {
  plain: 'say add tell explain note state announce remark observe comment reply respond report mention',
  answer: 'answer counter retort rebut',
  opinion: 'believe think reckon suppose feel consider deem opine conclude judge',
  claim: 'claim argue assert contend maintain insist allege purport profess submit reason',
  certainty:
    'affirm confirm assure declare reaffirm reiterate repeat stress emphasise emphasize underline underscore testify attest verify vouch',
  denial: 'deny dispute reject refute disavow disclaim dismiss contradict',
  admission: 'admit acknowledge concede confess accept own',
  agreement: 'agree concur endorse',
  accusation: 'accuse blame charge condemn denounce',
  complaint: 'complain protest object lament bemoan criticise criticize deplore grumble',
  praise: 'praise boast brag applaud hail commend',
  warning: 'warn caution threaten alert',
  promise: 'promise vow pledge guarantee swear undertake',
  prediction: 'predict expect forecast estimate project foresee anticipate speculate guess assume',
  advice: 'advise suggest propose recommend urge counsel',
  order: 'order demand command instruct direct rule decree',
  request: 'ask request appeal beg plead implore',
  question: 'question query wonder inquire enquire',
  news: 'reveal disclose divulge write publish quote cite post tweet',
  hint: 'imply hint signal indicate intimate insinuate',
  finding: 'find show discover determine learn calculate demonstrate prove establish',
  feeling: 'fear hope suspect worry regret',
  manner: 'joke quip shout whisper yell exclaim mutter recall remember reassure',
}

/**
 * Verbs of the table that far more often do something else with the same patterns: they are known for what they add, but what
 * follows them is not read as a claim. "The court ruled", "she asked for help", "he dismissed the coach".
 */
const seldomClaims = new Set(
  'answer counter retort rebut suppose feel consider deem opine judge purport profess submit reason underscore attest verify vouch dispute reject refute disavow disclaim dismiss contradict own concur endorse blame charge condemn denounce object lament bemoan criticise criticize deplore grumble praise brag applaud hail commend alert pledge guarantee undertake project foresee anticipate advise recommend counsel order demand command instruct direct rule decree ask request appeal beg plead implore question query wonder inquire enquire divulge publish quote cite post tweet intimate insinuate discover determine learn calculate demonstrate prove establish worry regret quip shout whisper yell exclaim mutter recall remember'.split(
    ' ',
  ),
)

const shadeOf: ReadonlyMap<string, Shade> = new Map(
  Object.entries(shades).flatMap(([shade, verbs]) =>
    // The keys of a record of shades are shades.
    verbs.split(' ').map((verb) => [verb, shade as Shade] as const),
  ),
)

/** What a reporting verb adds to "say"; undefined for other verbs. Asked by lemma: 120 verbs and more. */
export function reportingShade(lemma: string): Shade | undefined {
  return shadeOf.get(lemma)
}

/** Whether a verb can carry a claim: "said", "alleges", "found". */
export function isReporting(lemma: string): boolean {
  return shadeOf.has(lemma) && !seldomClaims.has(lemma)
}

/** Whether "say" can stand for it without loss. */
export function isPlainReporting(lemma: string): boolean {
  return shadeOf.get(lemma) === 'plain'
}
