/** Words that accuse, hurt or judge, or say what somebody is: never to be put into a text that does not have them. */
export const graveWords: ReadonlySet<string> = new Set(
  `abuse accident accuse affair alcohol anger angry army arrest attack bad battle beat believer best big blame blood bomb break bribe burn cheat child
  church cost crash crime criminal cruel cry danger dangerous dead death debt defeat destroy die disaster disease divorce drink drown drug drunk enemy
  evil fail failure fake false fault fear fight fire fraud friend gang girl god guilt guilty gun happy hate hero hit human hurt ill illegal illness
  innocent jail judge kill killer knife lawyer lie liar lose loss love mad marry military mistake money murder murderer naked only parent poison police
  politics poor pregnant prison prisoner problem protest race rape religion rich riot rob robbery rule sad scandal secret sex shame shoot sick soldier
  steal stupid suffer suicide terrible terror terrorist thief threat torture ugly victim violence violent virus war weak weapon win winner witness wound
  wrong always every never nobody all none most worst only first last more less again still even just`.split(/\s+/),
)
