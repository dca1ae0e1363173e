import type { Features } from './analysis.ts'

/** Number, tense, person, form and degree of a word, from its Penn tag and its text. */
export function featuresOf(text: string, xpos: string): Features {
  const lower = text.toLowerCase()
  switch (xpos) {
    case 'NN':
    case 'NNP':
      return { number: 'singular' }
    case 'NNS':
    case 'NNPS':
      return { number: 'plural' }
    case 'VBZ':
      return { tense: 'present', person: 3, number: 'singular', form: 'finite' }
    case 'VBP':
      return { tense: 'present', form: 'finite', ...(lower === 'am' ? { person: 1, number: 'singular' } : {}) }
    case 'VBD':
      return {
        tense: 'past',
        form: 'finite',
        ...(lower === 'was' ? { number: 'singular' } : lower === 'were' ? { number: 'plural' } : {}),
      }
    case 'MD':
      return { form: 'finite' }
    case 'VB':
      return { form: 'infinitive' }
    case 'VBN':
      return { form: 'participle' }
    case 'VBG':
      return { form: 'gerund' }
    case 'JJR':
    case 'RBR':
      return { degree: 'comparative' }
    case 'JJS':
    case 'RBS':
      return { degree: 'superlative' }
    case 'PRP':
    case 'PRP$':
      return pronounFeatures(lower)
    default:
      return {}
  }
}

function pronounFeatures(lower: string): Features {
  if (/^(?:i|me|my|mine|myself)$/.test(lower)) return { person: 1, number: 'singular' }
  if (/^(?:we|us|our|ours|ourselves)$/.test(lower)) return { person: 1, number: 'plural' }
  if (/^(?:you|your|yours|yourself|yourselves)$/.test(lower)) return { person: 2 }
  if (/^(?:they|them|their|theirs|themselves)$/.test(lower)) return { person: 3, number: 'plural' }
  return { person: 3, number: 'singular' }
}
