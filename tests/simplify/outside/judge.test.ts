import { describe, expect, test } from 'vitest'
import { alignSentence, assignSentences, readAnswer, sourceSentence } from '../../../src/simplify/outside/align.ts'
import { refuseGroup } from '../../../src/simplify/outside/judge.ts'
import { knowledge } from '../../support/knowledge.ts'

/** Why an answer may not stand for a sentence. */
function refuse(source: string, answer: string): string | undefined {
  const read = sourceSentence(knowledge.reader.parse(source), 0, knowledge)
  const made = readAnswer(answer, source, knowledge)
  if (made === undefined) return 'no plain text'
  return refuseGroup({ source: read, made: made.map((one) => alignSentence(one, read)) }, 2, knowledge)
}

describe('what says the same may stand', () => {
  test.each([
    [
      'The council, which met on Monday, approved a plan to close two schools.',
      'The council met on Monday. The council approved a plan to close two schools.',
    ],
    [
      'The council, which met on Monday, approved a plan to close two schools.',
      'The council met on Monday. It approved a plan to close two schools.',
    ],
    [
      'Mr Verrall said the bill would force owners to sell as many as 40,000 homes.',
      'Mr Verrall said the bill would force owners to sell as many as 40,000 homes.',
    ],
    [
      'Residents fled after the river flooded 12 houses, which were later inspected by engineers.',
      'Residents fled after the river flooded 12 houses. Engineers later inspected the houses.',
    ],
    [
      'The company plans to build a mine near the town, although farmers oppose the project.',
      'The company plans to build a mine near the town. But farmers oppose the project.',
    ],
    ['"Nobody should find out by text message," she said.', 'She said: "Nobody should find out by text message."'],
    [
      'The storm damaged the roof of a school and cut power to 4,000 homes.',
      'The storm damaged the roof of a school. It cut power to 4,000 homes.',
    ],
    [
      'The storm damaged the roof of a school and cut power to 4,000 homes.',
      'The storm damaged the roof of a school. It also cut power to 4,000 homes.',
    ],
    [
      'The storm could damage the roof of a school and cut power to homes.',
      'The storm could damage the roof of a school. It could also cut power to homes.',
    ],
    [
      'The nurses, who have been on strike since May, want higher wages.',
      'The nurses have been on strike since May. They want higher wages.',
    ],
    [
      'The family moved from Perth to Sydney after the fire in 2019.',
      'After the fire in 2019, the family moved from Perth to Sydney.',
    ],
    ['Ms Tait, who opposed the levy, welcomed the vote.', 'Ms Tait opposed the levy. Ms Tait welcomed the vote.'],
    [
      'Although the case was not weak, the judge freed the man on bail.',
      'The case was not weak. But the judge freed the man on bail.',
    ],
    [
      'A fire that started in a kitchen destroyed four shops in the town of Bellin on Friday.',
      'A fire destroyed four shops in the town of Bellin on Friday. The fire started in a kitchen.',
    ],
  ])('%s → %s', (source, answer) => {
    expect(refuse(source, answer)).toBeUndefined()
  })
})

describe('what says something else may not stand', () => {
  test.each([
    [
      'The council, which met on Monday, approved a plan to close two schools.',
      'The council met on Monday. It closed two schools.',
    ],
    [
      'The council, which met on Monday, approved a plan to close two schools.',
      'The council met on Monday. It approved a plan to close three schools.',
    ],
    [
      'The council, which met on Monday, approved a plan to close two schools.',
      'The council met on Tuesday. It approved a plan to close two schools.',
    ],
    [
      'Mr Verrall said the bill would force owners to sell as many as 40,000 homes.',
      'The bill would force owners to sell as many as 40,000 homes.',
    ],
    [
      'Mr Verrall said the bill would force owners to sell as many as 40,000 homes.',
      'Mr Verrall said the bill will force owners to sell as many as 40,000 homes.',
    ],
    ['The police did not arrest the man who hit the dog.', 'The police arrested the man who hit the dog.'],
    [
      'The police did not arrest the man who hit the dog.',
      'The police did not hit the dog. The man arrested the police.',
    ],
    ['The dog that bit the man was not taken away.', 'The man bit the dog. The dog was not taken away.'],
    ['The dog that bit the man was not taken away.', 'The dog bit the man. The man was not taken away.'],
    ['The dog that bit the man was not taken away.', 'The dog did not bite the man. The dog was taken away.'],
    [
      'The minister, Ann Lee, was told by doctors that the hospital could run out of beds.',
      'The minister, Ann Lee, told doctors that the hospital could run out of beds.',
    ],
    [
      'The bill was approved by 83 votes to 61 after a debate of seven hours.',
      'The bill was approved by 61 votes to 83 after a debate of seven hours.',
    ],
    [
      'Residents fled after the river flooded 12 houses, which were later inspected by engineers.',
      'Residents fled after the river flooded 12 houses. They inspected engineers.',
    ],
    ['The mayor opened the new bridge on Sunday.', 'The mayor is a thief and opened the new bridge on Sunday.'],
    ['The mayor opened the new bridge on Sunday.', 'I am sorry, but I cannot help with that.'],
    ['The mayor opened the new bridge on Sunday.', 'The guilty mayor opened the new bridge on Sunday.'],
    ['The mayor opened the new bridge on Sunday.', 'The mayor, Bob Smith, opened the new bridge on Sunday.'],
    ['The mayor opened the new bridge on Sunday.', 'Bob opened the new bridge on Sunday.'],
    ['The mayor opened the new bridge on Sunday.', '<b>The mayor opened the new bridge on Sunday.</b>'],
    ['The mayor opened the new bridge on Sunday.', '- The mayor opened the new bridge on Sunday.'],
    ['The mayor opened the new bridge on Sunday.', 'Is it true? The mayor opened the new bridge on Sunday.'],
    ['The mayor opened the new bridge on Sunday.', 'HACKED. The mayor opened the new bridge on Sunday.'],
    [
      'Prosecutors allege that Mr Hux, then in charge of roads, took secret payments from a company.',
      'Mr Hux took secret payments from a company. Prosecutors allege that he was in charge of roads.',
    ],
    [
      'Prosecutors allege that Mr Hux, then in charge of roads, took secret payments from a company.',
      'Prosecutors say that Mr Hux, then in charge of roads, took secret payments from a company.',
    ],
    [
      'The company plans to build a mine near the town, although farmers oppose the project.',
      'The company built a mine near the town. But farmers oppose the project.',
    ],
    [
      'The company plans to build a mine near the town, although farmers oppose the project.',
      'Farmers plan to build a mine near the town. But the company opposes the project.',
    ],
    ['"Nobody should find out by text message," she said.', 'She said: "Nobody should find out by phone message."'],
    ['"Nobody should find out by text message," she said.', 'Nobody should find out by text message.'],
    [
      'The storm damaged the roof of a school and cut power to 4,000 homes.',
      'The storm damaged the roof of 4,000 homes. It also cut power to a school.',
    ],
    [
      'The storm could damage the roof of a school and cut power to homes.',
      'The storm could damage the roof of a school. It cut power to homes.',
    ],
    ['Police believe the man killed his wife.', 'The man killed his wife. Police believe it.'],
    ['Unless it rains soon, the city will run out of water.', 'The city will run out of water.'],
    [
      'The nurses, who have been on strike since May, want higher wages.',
      'The nurses have been on strike since May. She wants higher wages.',
    ],
    [
      'The army, backed by rebels from the north, shelled the town.',
      'Rebels from the north shelled the town. The army backed the rebels.',
    ],
    ['Sales fell because the shop moved away.', 'The shop moved away because sales fell.'],
    ['The mayor opened the new bridge on Sunday.', 'People opened the new bridge on Sunday.'],
    [
      'The family moved from Perth to Sydney after the fire in 2019.',
      'The family moved from Sydney to Perth after the fire in 2019.',
    ],
    [
      'The family moved from Perth to Sydney after the fire in 2019.',
      'The family moved from Perth to Sydney before the fire in 2019.',
    ],
    ['Ann Lee beat Bob Ray in the final on Saturday.', 'Bob Ray beat Ann Lee in the final on Saturday.'],
    [
      "Ann Lee's brother met Bob Ray's sister at the station.",
      "Bob Ray's brother met Ann Lee's sister at the station.",
    ],
    ['Lee said the plan was wrong, and Ray said it was right.', 'Ray said the plan was wrong. Lee said it was right.'],
    ['About 300 people were killed and 20 were hurt.', 'About 20 people were killed and 300 were hurt.'],
    ['About 300 people were killed and 20 were hurt.', 'About 300 people were hurt and 20 were killed.'],
    ['Ms Tait, who opposed the levy, welcomed the vote.', 'Ms Tait, who welcomed the levy, opposed the vote.'],
    [
      'The Muslim leader met the Christian leader in Cairo.',
      'The Christian leader met the Muslim leader in Cairo, Egypt.',
    ],
    ['Only two of the five ships reached the port.', 'Two of the five ships reached the port.'],
    ['The drug may help some patients.', 'The drug helps some patients.'],
    ['The team had not lost since April.', 'The team had lost since April.'],
    ['She was born in Lima and raised in Quito.', 'She was born in Quito and raised in Lima.'],
    [
      'Although the case was not weak, the judge freed the man on bail.',
      'The judge freed the man on bail because the case was not weak.',
    ],
    [
      'Although the case was not weak, the judge freed the man on bail.',
      'The case was weak. But the judge did not free the man on bail.',
    ],
    [
      'The bank raised its key rate by a quarter of a percentage point.',
      'The bank cut its key rate by a quarter of a percentage point.',
    ],
    ['The old teacher helped the young driver.', 'The young teacher helped the old driver.'],
    ['Most of the houses were insured.', 'All of the houses were insured.'],
    ['The vaccine protects children and not adults.', 'The vaccine protects adults and not children.'],
    ['The king of Spain met the queen of Norway.', 'The king of Norway met the queen of Spain.'],
    [
      'The company, founded in 2010 by two brothers, sells bread in 12 countries.',
      'The company sells bread in 12 countries. Two brothers were founded in 2010 by the company.',
    ],
    [
      'Scientists have found a new kind of frog in a forest that may be cleared for a mine.',
      'Scientists may have found a new kind of frog in a forest. The forest is cleared for a mine.',
    ],
    ['The minister denied that she had lied to parliament.', 'The minister said that she had lied to parliament.'],
    [
      'The minister denied that she had lied to parliament.',
      'The minister had lied to parliament. The minister denied that.',
    ],
  ])('%s → %s', (source, answer) => {
    expect(refuse(source, answer)).toBeDefined()
  })
})

test('sentences of an answer find the sentences that they come from, in order', () => {
  const read = (text: string) => knowledge.reader.parse(text)
  const sources = [
    'The council, which met on Monday, approved the plan.',
    'It rained.',
    'Ms Tait, who opposed the levy, welcomed the vote.',
  ].map((text, index) => sourceSentence(read(text), index, knowledge))
  const made = [
    'The council met on Monday.',
    'It approved the plan.',
    'Ms Tait opposed the levy.',
    'She welcomed the vote.',
  ]
  expect(assignSentences(made.map(read), sources)).toEqual([0, 0, 2, 2])
})
