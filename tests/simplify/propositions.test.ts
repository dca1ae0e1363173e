import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { mayBeSame } from '../../src/language/kindred-nouns.ts'
import { createCast } from '../../src/simplify/cast.ts'
import { draftOf } from '../../src/simplify/draft.ts'
import { isMet, type Known, type Proposition, propositionOf } from '../../src/simplify/propositions.ts'

const parts = loadKnowledge()

function told(text: string): Proposition {
  const analysis = parts.reader.analyse(parts.reader.read('x', [{ kind: 'paragraph', text }]))
  const [sentence] = analysis.sentences
  if (sentence === undefined) throw new Error(`no sentence in "${text}"`)
  return propositionOf(draftOf(sentence, 0), createCast(analysis))
}

function knowing(before: readonly string[], wasTold: readonly string[] = []): Known {
  return {
    told: before.map(told),
    headline: new Set(),
    followsOn: before.length > 0,
    wasTold: (noun) => wasTold.includes(noun),
    verbOf: (noun) => parts.lexicon.hiddenVerb(noun)?.verb,
  }
}

/** Whether all that a sentence needs is met by those before it. */
function stands(sentence: string, known: Known): boolean {
  return told(sentence).needs.every((need) => isMet(need, known))
}

describe('what an easy sentence needs', () => {
  it('knows a thing by a kindred noun, and not by another', () => {
    expect(stands('The vessel hit a rock.', knowing(['A ferry left the port on Monday.'], ['vessel']))).toBe(true)
    expect(stands('The vessel hit a rock.', knowing(['A farmer left the port on Monday.'], ['vessel']))).toBe(false)
  })

  it('knows a deed by its verb', () => {
    expect(stands('The resignation came at noon.', knowing(['The mayor resigned.'], ['resignation']))).toBe(true)
  })

  it('does not tell "these deaths" where nobody died', () => {
    expect(stands('We could have prevented these deaths.', knowing(['Nurses began giving vaccines.']))).toBe(false)
    expect(stands('We could have prevented these deaths.', knowing(['The illness killed 61 people.']))).toBe(true)
  })

  it('does not tell "800 of them" behind one firm', () => {
    const sentence = 'But about 800 of them are expected to lose their jobs.'
    expect(stands(sentence, knowing(['A steelmaker has agreed to buy the mill.']))).toBe(false)
    expect(stands(sentence, knowing(['The mill has 2,600 workers.']))).toBe(true)
  })

  it('does not tell a count, or a deed, of nobody knows what', () => {
    expect(stands('Two died.', knowing(['The drug clears a protein.']))).toBe(false)
    expect(stands('Two died.', knowing(['One in 8 patients had swelling.']))).toBe(true)
    expect(stands('Construction was stopped in 2020.', knowing([]))).toBe(false)
    expect(stands('The construction of the marina was stopped in 2020.', knowing([]))).toBe(true)
    expect(stands('The cause of the other could not be found.', knowing([]))).toBe(false)
  })

  it('needs nothing for what everybody knows or the sentence tells itself', () => {
    expect(stands('The government raised the price of rice.', knowing([]))).toBe(true)
    expect(stands('The highest court met this week.', knowing([]))).toBe(true)
  })
})

describe('kindred nouns', () => {
  it('joins a long form with its end, and no other words', () => {
    expect(mayBeSame('fire', 'bushfire')).toBe(true)
    expect(mayBeSame('fire', 'empire')).toBe(false)
    expect(mayBeSame('mayor', 'nurse')).toBe(false)
  })
})
