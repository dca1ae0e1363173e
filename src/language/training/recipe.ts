/** One run of the trainer. */
export interface Run {
  readonly kind: 'run'
  readonly name: string
  /** Option names of the trainer without their dashes. */
  readonly options: Readonly<Record<string, number>>
  /** Whose weights this one starts from. */
  readonly start?: string
  /** Whose mean probabilities it learns from, next to the treebanks. */
  readonly teachers?: readonly string[]
  /** Whether it also learns from raw text that its teachers have read. */
  readonly readsRaw?: boolean
}

/** The mean of weights that share a start. */
export interface Mean {
  readonly kind: 'mean'
  readonly name: string
  readonly of: readonly string[]
}

/** Everything that decides what the weights become. */
export interface Recipe {
  /** What stands in one step goes side by side; a step waits for the one before. */
  readonly steps: readonly (readonly (Run | Mean)[])[]
  /** Which weights become model files. */
  readonly models: readonly string[]
}

const wide = { hidden: 224, layers: 2, 'vector-count': 75_000 }

export const recipe: Recipe = {
  steps: [
    [
      { kind: 'run', name: 'teacher-1', options: { hidden: 160, layers: 3, epochs: 16, seed: 11 } },
      { kind: 'run', name: 'teacher-2', options: { ...wide, epochs: 36, seed: 12 } },
    ],
    [
      // Another shape and seed and no teachers, so that its mistakes are its own.
      {
        kind: 'run',
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
      {
        kind: 'run',
        name: 'tuned-1',
        start: 'teacher-2',
        teachers: ['teacher-1', 'teacher-2'],
        readsRaw: true,
        options: { ...wide, epochs: 5, rate: 0.0008, share: 0.6, seed: 21 },
      },
    ],
    [
      {
        kind: 'run',
        name: 'tuned-2',
        start: 'teacher-2',
        teachers: ['tuned-1', 'teacher-2'],
        options: { ...wide, epochs: 6, rate: 0.0007, share: 0.4, noise: 0.02, 'tag-weight': 0.9, seed: 24 },
      },
    ],
    [{ kind: 'mean', name: 'parser', of: ['teacher-2', 'tuned-1', 'tuned-2'] }],
  ],
  models: ['parser', 'second'],
}
