/**
 * Verbs that say, think or find something. `plain` ones add nothing to "say", so that a second sentence of the
 * same claim may use "say"; the others ("deny", "allege") must be said again for each part.
 */
const plain = 'say add tell explain note state announce remark observe comment reply respond report mention'.split(' ')
const loaded =
  'accept accuse acknowledge admit affirm agree allege announce argue assert assume assure believe boast caution claim complain concede conclude confess confirm contend declare deny disclose emphasise emphasize estimate expect fear find forecast guess hint hope imply indicate insist joke maintain observe predict promise propose protest reaffirm reassure reckon reiterate repeat reveal say show signal speculate stress suggest suspect swear testify think threaten underline urge vow warn write'.split(
    ' ',
  )

const plainVerbs: ReadonlySet<string> = new Set(plain)
const reportingVerbs: ReadonlySet<string> = new Set([...plain, ...loaded])

/** Whether a verb can carry a claim: "said", "alleges", "found". */
export function isReporting(lemma: string): boolean {
  return reportingVerbs.has(lemma)
}

/** Whether "say" can stand for it without loss. */
export function isPlainReporting(lemma: string): boolean {
  return plainVerbs.has(lemma)
}
