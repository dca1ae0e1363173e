/** Settings of one run of the trainer: option names without their dashes. */
export interface Run {
  readonly name: string
  readonly options: Readonly<Record<string, number>>
}

/** Everything that decides what the weights become. Runs of one group go side by side. */
export interface Recipe {
  /** Read the treebanks alone; the main parser learns from their mean. Other seeds, other mistakes. */
  readonly teachers: readonly Run[]
  /** The main parser: learns from the treebanks, the teachers, and raw text that the teachers have read. */
  readonly parser: Run
  /** The second parser: another shape and seed, no teachers, so that its mistakes are its own. */
  readonly second: Run
}

export const recipe: Recipe = {
  teachers: [
    { name: 'teacher-1', options: { hidden: 160, layers: 3, epochs: 16, seed: 11 } },
    { name: 'teacher-2', options: { hidden: 160, layers: 3, epochs: 36, seed: 12 } },
  ],
  parser: {
    name: 'parser',
    options: { hidden: 160, layers: 3, epochs: 12, seed: 21, share: 0.6, 'vector-count': 80_000 },
  },
  second: {
    name: 'second',
    options: {
      hidden: 128,
      layers: 2,
      epochs: 24,
      seed: 31,
      'arc-width': 96,
      'label-width': 96,
      'vector-count': 40_000,
    },
  },
}
