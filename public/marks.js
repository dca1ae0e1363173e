/** Marks one sentence and one word of the page, and brings the sentence into view. */
export function createMarks() {
  let sentence
  let words = []
  const calm = matchMedia('(prefers-reduced-motion: reduce)')

  return {
    /** Marks a sentence by its index in the text; undefined takes the mark away. Answers the element. */
    sentence(index) {
      const next = index === undefined ? undefined : (document.getElementById(`s${index}`) ?? undefined)
      if (next !== sentence) {
        sentence?.classList.remove('now')
        next?.classList.add('now')
        sentence = next
      }
      return next
    },
    /** Marks the tokens `[from, to)`; without them takes the mark away. */
    word(from, to) {
      const next = []
      for (let token = from ?? 0; token < (to ?? 0); token += 1) {
        const element = document.querySelector(`[data-token="${token}"]`)
        if (element !== null) next.push(element)
      }
      if (next[0] === words[0] && next.length === words.length) return
      for (const element of words) element.classList.remove('now')
      for (const element of next) element.classList.add('now')
      words = next
    },
    /** Scrolls a sentence to where it can be read, if it is not. */
    bringIntoView(element) {
      const { top, bottom } = element.getBoundingClientRect()
      const room = innerHeight - 140
      if (top >= 60 && bottom <= room) return
      element.scrollIntoView({ block: 'center', behavior: calm.matches ? 'auto' : 'smooth' })
    },
  }
}
