const common = new Set(
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which you were all her she there would their we him been has when who will no if out so said what up its about into than them can only other some could time these two may then do first any my now such like our over me even most made after also did many before must through years where much your way well down should because each just those people how too little state good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three'.split(
    ' ',
  ),
)

/** Share of running words that are common English words, 0–1. English news has about half. */
export function englishShare(text: string): number {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length === 0) return 0
  return words.filter((word) => common.has(word)).length / words.length
}

/** Whether a text of some length is English: enough common words and enough Latin letters. */
export function isEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return letters > 0 && latin / letters > 0.9 && englishShare(text) > 0.28
}
