import type { Rule } from '../rule.ts'
import { afterDoing } from './after-doing.ts'
import { age } from './age.ts'
import { although, althoughSpeaker } from './although.ts'
import { althoughMarks } from './although-marks.ts'
import { andClause, commaClause } from './and-clause.ts'
import { andThat } from './and-that.ts'
import { andVerb } from './and-verb.ts'
import { splitApposition } from './apposition.ts'
import { becauseSo } from './because-so.ts'
import { brackets } from './brackets.ts'
import { byThen } from './by-then.ts'
import { chargedWith } from './charged-with.ts'
import { colon } from './colon.ts'
import { dash } from './dash.ts'
import { dashComma } from './dash-comma.ts'
import { dashList } from './dash-list.ts'
import { dateWhen } from './date-when.ts'
import { despiteInFront } from './despite-in-front.ts'
import { doneTo } from './done-to.ts'
import { doneWith } from './done-with.ts'
import { effectTail } from './effect-tail.ts'
import { expectedResult } from './expected-result.ts'
import { havingDone } from './having-done.ts'
import { ifInverted } from './if-inverted.ts'
import { lightVerb } from './light-verb.ts'
import { madeBy } from './made-by.ts'
import { markedInsertion } from './marked-insertion.ts'
import { markedRelative } from './marked-relative.ts'
import { measureTail } from './measure-tail.ts'
import { measuredAgainst } from './measured-against.ts'
import { measuredTime } from './measured-time.ts'
import { notOnly } from './not-only.ts'
import { nounParticiple, restrictiveParticiple } from './noun-participle.ts'
import { onlyIf } from './only-if.ts'
import { otherSpeaker } from './other-speaker.ts'
import { ownAmounts } from './own-amounts.ts'
import { participleInFront } from './participle-in-front.ts'
import { passiveToActive } from './passive-to-active.ts'
import { quoteParts } from './quote-parts.ts'
import { newSubject, restrictiveRelative } from './restrictive-relative.ts'
import { roleAndName } from './role-and-name.ts'
import { roleOfSpeaker } from './role-of-speaker.ts'
import { roleThenName } from './role-then-name.ts'
import { roleWho } from './role-who.ts'
import { sayingTail } from './saying-tail.ts'
import { atTheSameTime, sinceThen } from './since-then.ts'
import { someOfThem, someOfThemMarked } from './some-of-them.ts'
import { sourceTold } from './source-told.ts'
import { speakerBut } from './speaker-but.ts'
import { speakerTold } from './speaker-told.ts'
import { speechInFront } from './speech-in-front.ts'
import { speechTail } from './speech-tail.ts'
import { splitCoordination } from './split-coordination.ts'
import { splitInfinitives } from './split-infinitives.ts'
import { splitParticiple } from './split-participle.ts'
import { splitPhrase } from './split-phrase.ts'
import { splitRelative } from './split-relative.ts'
import { splitSemicolon } from './split-semicolon.ts'
import { splitVerbs } from './split-verbs.ts'
import { splitWith } from './split-with.ts'
import { stanceTail } from './stance-tail.ts'
import { subjectRelative } from './subject-relative.ts'
import { thatTold } from './that-told.ts'
import { thenRole } from './then-role.ts'
import { theseInclude } from './these-include.ts'
import { thingApposition } from './thing-apposition.ts'
import { thisBecause } from './this-because.ts'
import { thisHappened } from './this-happened.ts'
import { thisIdea } from './this-idea.ts'
import { thisIs } from './this-is.ts'
import { thisWasAfter } from './this-was-after.ts'
import { toldRelative } from './told-relative.ts'
import { twoClaims } from './two-claims.ts'
import { verbForNoun } from './verb-for-noun.ts'
import { verbList } from './verb-list.ts'

/**
 * Rules on the shape of a sentence, in the order they are asked. Whole clauses part first, because a speaker,
 * a condition or a "not" rules only its own clause; then what is added to a noun; last, the order of a short clause.
 */
export const structureRules: readonly Rule[] = [
  brackets,
  ifInverted,
  speechTail,
  speechInFront,
  roleOfSpeaker,
  speakerTold,
  twoClaims,
  otherSpeaker,
  sayingTail,
  stanceTail,
  quoteParts,
  dash,
  dashList,
  dashComma,
  splitSemicolon,
  sourceTold,
  splitCoordination,
  althoughSpeaker,
  speakerBut,
  although,
  byThen,
  dateWhen,
  splitWith,
  participleInFront,
  splitVerbs,
  splitInfinitives,
  age,
  thenRole,
  chargedWith,
  splitRelative,
  subjectRelative,
  someOfThem,
  someOfThemMarked,
  splitApposition,
  thingApposition,
  thisIdea,
  thisIs,
  measureTail,
  measuredAgainst,
  nounParticiple,
  expectedResult,
  doneWith,
  havingDone,
  splitParticiple,
  effectTail,
  // Before "this was after": a clause behind "after" is told better than a noun.
  lightVerb,
  verbForNoun,
  althoughMarks,
  measuredTime,
  notOnly,
  onlyIf,
  thisBecause,
  thisWasAfter,
  afterDoing,
  thatTold,
  roleWho,
  restrictiveRelative,
  newSubject,
  restrictiveParticiple,
  roleAndName,
  roleThenName,
  becauseSo,
  sinceThen,
  atTheSameTime,
  colon,
  despiteInFront,
  andThat,
  andClause,
  commaClause,
  andVerb,
  thisHappened,
  verbList,
  ownAmounts,
  markedRelative,
  toldRelative,
  markedInsertion,
  theseInclude,
  doneTo,
  madeBy,
  splitPhrase,
  passiveToActive,
]
