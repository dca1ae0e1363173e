import type { PlainStory } from './fixture.ts'

/** Made-up stories for the tests of pages. */
export const stories: readonly PlainStory[] = [
  {
    id: 'bridge',
    date: '2026-11-23',
    slug: 'new-bridge-opens',
    checkedBy: 'Mira Okafor',
    original: [
      { kind: 'headline', sentences: ['Long-awaited pedestrian bridge finally opens in Larkfield'] },
      {
        kind: 'paragraph',
        sentences: [
          'The pedestrian bridge across the Wattle River, which had been postponed twice because of floods, was opened to the public in Larkfield on Sunday.',
          'Around 300 residents crossed it within the first hour, according to the council.',
        ],
      },
    ],
    easy: [
      { kind: 'headline', sentences: ['New bridge opens in Larkfield'] },
      {
        kind: 'paragraph',
        sentences: [
          'A new bridge opened in Larkfield on Sunday 22 November.',
          'It goes over the Wattle River.',
          'The bridge is for pedestrians only.',
        ],
      },
      { kind: 'heading', sentences: ['Many people came'] },
      {
        kind: 'paragraph',
        sentences: [
          'About 300 people walked over it in the first hour.',
          'The council says this.',
          'The bridge cost $4.2 million.',
          'A flood stopped the work 2 times.',
        ],
      },
      {
        kind: 'paragraph',
        sentences: [
          'Before, people had to drive to the next town.',
          'That took 20 minutes.',
          'Now they can walk to the other side in 3 minutes.',
          'Many children use it to go to school.',
        ],
      },
    ],
    glosses: [
      {
        term: 'pedestrians',
        meaning: 'A pedestrian is a person who walks.',
        partOfSpeech: 'noun',
        origin: 'own',
      },
      {
        term: 'council',
        meaning: 'A council is a group of people who run a town.',
        partOfSpeech: 'noun',
        origin: 'own',
      },
      {
        term: 'flood',
        meaning: 'A flood is a lot of water on land that is dry at other times.',
        partOfSpeech: 'noun',
        origin: 'own',
      },
      {
        term: 'drive',
        meaning: 'To drive is to travel in a car.',
        partOfSpeech: 'verb',
        origin: 'fallback',
      },
    ],
  },
  {
    id: 'sleep',
    date: '2026-11-22',
    slug: 'later-school-start',
    missesRules: true,
    fields: { topic: 'health', sample: true, credit: 'Coast Wire' },
    original: [
      { kind: 'headline', sentences: ['Delayed school start linked to better sleep'] },
      { kind: 'paragraph', sentences: ['Teenagers slept longer when lessons began later, a study suggests.'] },
    ],
    easy: [
      { kind: 'headline', sentences: ['Students sleep more when school starts later'] },
      {
        kind: 'paragraph',
        sentences: ['Some schools in Port Ellery start later now.', 'A study looked at 480 students.'],
      },
      { kind: 'paragraph', sentences: ['They slept 40 minutes more each night.', 'They were not late as often.'] },
    ],
    glosses: [
      {
        term: 'study',
        meaning: 'A study is work to find out if something is true.',
        partOfSpeech: 'noun',
        origin: 'own',
      },
    ],
  },
  {
    id: 'gone',
    date: '2026-10-05',
    slug: 'taken-away',
    state: 'withdrawn',
    original: [{ kind: 'headline', sentences: ['A story that was taken away'] }],
    easy: [{ kind: 'headline', sentences: ['A story that was taken away'] }],
  },
]

/** Markup where no markup belongs: every field of it must come out as text. */
export const attack = `<script>document.title='owned'</script><img src=x onerror="document.title='owned'">"'&`

/** A story whose every field is an attack. */
export const hostileStory: PlainStory = {
  id: 'hostile',
  date: '2026-11-23',
  slug: 'hostile',
  checkedBy: attack,
  fields: {
    headline: attack,
    summary: attack,
    source: attack,
    credit: attack,
    author: attack,
    url: `javascript:alert(1)//${attack}`,
    topic: attack,
    licence: attack,
    sample: true,
  },
  original: [
    { kind: 'headline', sentences: [attack] },
    { kind: 'paragraph', sentences: [attack] },
  ],
  easy: [
    { kind: 'headline', sentences: [attack] },
    { kind: 'paragraph', sentences: [attack, `The word ${attack} is here.`] },
    { kind: 'item', sentences: [attack] },
    { kind: 'heading', sentences: [attack] },
  ],
  glosses: [{ term: 'word', meaning: attack, partOfSpeech: attack, origin: 'own' }],
}
