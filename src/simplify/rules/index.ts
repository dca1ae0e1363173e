import type { Rule } from '../rule.ts'
import { age } from './age.ts'
import { although } from './although.ts'
import { splitApposition } from './apposition.ts'
import { passiveToActive } from './passive-to-active.ts'
import { splitCoordination } from './split-coordination.ts'
import { participleInFront, splitParticiple, splitPastParticiple } from './split-participle.ts'
import { splitRelative } from './split-relative.ts'
import { splitSemicolon } from './split-semicolon.ts'
import { splitVerbs } from './split-verbs.ts'
import { splitWith } from './split-with.ts'

/**
 * Rules on the shape of a sentence, in the order they are asked. Whole clauses part first, because a speaker,
 * a condition or a "not" rules only its own clause; then what is added to a noun; last, the order of a short clause.
 */
export const structureRules: readonly Rule[] = [
  splitSemicolon,
  splitCoordination,
  although,
  splitWith,
  participleInFront,
  splitVerbs,
  age,
  splitRelative,
  splitApposition,
  splitPastParticiple,
  splitParticiple,
  passiveToActive,
]
