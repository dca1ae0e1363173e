/**
 * Voices of the reader's own device. Voices that send the text away are left out.
 * @param {string} language of the page, as `en-AU`
 */
export function localVoice(language) {
  if (!('speechSynthesis' in window)) return undefined
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService && /^en\b/i.test(voice.lang))
  const exact = voices.find((voice) => voice.lang.replace('_', '-').toLowerCase() === language.toLowerCase())
  return exact ?? voices.find((voice) => voice.default) ?? voices[0]
}

/**
 * Reads sentences with the device's voice, one after the other.
 * @param {{ language: string, rate: () => number, onSentence: (index: number) => void, onWord: (from: number, to: number) => void, onEnd: () => void, onFailure: () => void }} given
 */
export function createDeviceReader({ language, rate, onSentence, onWord, onEnd, onFailure }) {
  let turn = 0
  let watch

  /** Reads from a sentence on; with `only` just that one. */
  function read(sentences, position, only) {
    turn += 1
    const mine = turn
    speechSynthesis.cancel()
    const element = sentences[position]
    const voice = localVoice(language)
    if (element === undefined) return onEnd()
    if (voice === undefined) return onFailure()
    const { text, tokens } = spokenText(element)
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = rate()
    // Some devices offer a voice that never says anything, or that stops half-way and tells nobody.
    const expect = (milliseconds) => {
      clearTimeout(watch)
      watch = setTimeout(() => {
        if (mine !== turn) return
        turn += 1
        speechSynthesis.cancel()
        onFailure()
      }, milliseconds)
    }
    utterance.onstart = () => mine === turn && expect(3000 + (text.length * 150) / utterance.rate)
    utterance.onboundary = (event) => {
      if (mine !== turn) return
      const token = tokens.findLast((each) => each.start <= event.charIndex)
      if (token !== undefined) onWord(token.index, token.index + 1)
    }
    utterance.onend = () => {
      if (mine !== turn) return
      clearTimeout(watch)
      if (only || position + 1 >= sentences.length) onEnd()
      else read(sentences, position + 1, false)
    }
    utterance.onerror = (event) => {
      if (mine !== turn || event.error === 'canceled' || event.error === 'interrupted') return
      clearTimeout(watch)
      onFailure()
    }
    onSentence(Number(element.dataset.sentence))
    expect(4000)
    speechSynthesis.speak(utterance)
  }

  return {
    read,
    stop() {
      turn += 1
      clearTimeout(watch)
      speechSynthesis.cancel()
    },
  }
}

/** A sentence's text with the place of each of its tokens, without the buttons of the page. */
function spokenText(element) {
  const tokens = []
  let text = ''
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) text += node.data
    else if (!(node instanceof HTMLElement) || node.classList.contains('hear')) return
    else {
      if (node.dataset.token !== undefined) tokens.push({ start: text.length, index: Number(node.dataset.token) })
      for (const child of node.childNodes) walk(child)
    }
  }
  for (const child of element.childNodes) walk(child)
  return { text, tokens }
}
