import { createDeviceReader, localVoice } from './device-voice.js'
import { createMarks } from './marks.js'
import { keep, recall } from './storage.js'
import { timelineOf } from './timeline.js'

for (const root of document.querySelectorAll('[data-player]')) {
  if (root.dataset.state === 'ready') start(root)
  else if (root.dataset.state === 'making') wait(root)
}

/** Asks now and then how far the sound is, and starts the player when it is there. */
function wait(root) {
  const message = root.querySelector('[data-message]')
  const progress = root.querySelector('progress')
  let told = -1
  const ask = async () => {
    if (document.hidden) return setTimeout(ask, 3000)
    try {
      const status = await (await fetch(root.dataset.status, { headers: { Accept: 'application/json' } })).json()
      if (progress !== null) progress.value = status.percent
      // Read aloud by screen readers, so not at every step.
      if (status.state !== 'making' || Math.floor(status.percent / 25) !== told) {
        told = Math.floor(status.percent / 25)
        message.textContent = status.message
      }
      if (status.state === 'ready') {
        progress?.remove()
        const audio = document.createElement('audio')
        audio.controls = true
        audio.preload = 'none'
        audio.src = status.audio
        message.after(audio)
        if (status.note !== '') audio.after(note(status.note))
        root.dataset.timings = status.timings
        root.dataset.state = 'ready'
        start(root)
        return
      }
      if (status.state === 'none') return progress?.remove()
    } catch {
      // The network may come back; the text is here meanwhile.
    }
    setTimeout(ask, 2000)
  }
  setTimeout(ask, 1000)
}

/** What is said of the voice, as the page has it when the sound is there from the start. */
function note(text) {
  const line = document.createElement('p')
  line.className = 'player-note'
  line.textContent = text
  return line
}

/** Turns the browser's own player into one that follows the text. */
function start(root) {
  const audio = root.querySelector('audio')
  const part = (name) => root.querySelector(`[data-${name}]`)
  const [controls, message, time, seek, speed] = ['controls', 'message', 'time', 'seek', 'speed'].map(part)
  const sentences = [...document.querySelectorAll('[data-sentence]')]
  const marks = createMarks()
  const place = `place:${new URL(audio.src).pathname}`
  let timeline
  let current = -1
  let stopAt
  let follows = true
  let resumed = false
  let deviceReading = false

  root.classList.add('is-live')
  controls.hidden = false
  audio.preservesPitch = true
  dock(root, controls)
  addHearButtons()
  const ready = fetch(root.dataset.timings)
    .then((response) => response.json())
    .then((timings) => {
      timeline = timelineOf(timings)
      seek.max = String(Math.ceil(timings.seconds))
      seek.dataset.seconds = String(timings.seconds)
      showTime()
    })
    .catch(() => undefined)

  const device = createDeviceReader({
    language: root.dataset.language,
    rate: () => Number(speed.value),
    onSentence: (index) => {
      current = index
      marks.word()
      followTo(marks.sentence(index))
    },
    onWord: (from, to) => marks.word(from, to),
    onEnd: () => {
      deviceReading = false
      marks.word()
      showState()
    },
    onFailure: () => {
      deviceReading = false
      part('device-voice').checked = false
      say('The voice of your device does not work now. You hear our voice.')
      playFrom(current < 0 ? undefined : current)
    },
  })

  const usesDevice = () => part('device-voice').checked && sentences.length > 0
  const length = () => Number(seek.dataset.seconds ?? audio.duration) || 0

  /** Plays on, or from a sentence of the text; with `only` stops at its end. */
  function playFrom(index, only = false) {
    begin(index, only).catch(() => say('The audio does not work now. You can read the text.'))
  }

  async function begin(index, only) {
    stopAt = undefined
    follows = true
    if (usesDevice()) {
      audio.pause()
      const position = sentences.findIndex((each) => Number(each.dataset.sentence) === (index ?? current))
      deviceReading = true
      device.read(sentences, Math.max(0, position), only)
      return showState()
    }
    await ready
    const wanted = timeline?.sentences.find(({ sentence }) => sentence === index)
    if (wanted !== undefined) {
      audio.currentTime = wanted.start
      if (only) stopAt = wanted.end
    } else if (!resumed) resume()
    resumed = true
    audio.playbackRate = Number(speed.value)
    await audio.play()
  }

  function pause() {
    if (deviceReading) device.stop()
    deviceReading = false
    audio.pause()
    showState()
  }

  const isPlaying = () => deviceReading || !audio.paused

  /** Goes some sentences on or back; a second press within a sentence goes further back. */
  function move(by) {
    if (usesDevice()) {
      const position = sentences.findIndex((each) => Number(each.dataset.sentence) === current)
      const target = sentences[Math.max(0, Math.min(sentences.length - 1, position + by))]
      if (target !== undefined) playFrom(Number(target.dataset.sentence))
      return
    }
    if (timeline === undefined) return
    const at = Math.max(0, timeline.sentenceAt(audio.currentTime))
    const intoIt = audio.currentTime - (timeline.sentences[at]?.start ?? 0)
    const target = timeline.sentences[by < 0 && intoIt > 1.5 ? at : Math.max(0, at + by)]
    if (target !== undefined) playFrom(target.sentence)
  }

  const actions = {
    play: () => (isPlaying() ? pause() : playFrom()),
    back: () => move(-1),
    next: () => move(1),
    repeat: () => {
      const sentence = timeline?.sentences[Math.max(0, timeline.sentenceAt(audio.currentTime))]?.sentence
      const index = usesDevice() || (current >= 0 && sentence === undefined) ? Math.max(0, current) : sentence
      playFrom(current >= 0 ? current : index, true)
    },
  }

  for (const button of root.querySelectorAll('[data-do]')) {
    button.addEventListener('click', () => actions[button.dataset.do]())
  }

  // Marking asks the sound itself what time it is, at every picture: right at any speed, after seeking, on a second play.
  function tick() {
    markAt(audio.currentTime)
    if (!audio.paused) requestAnimationFrame(tick)
  }

  function markAt(seconds) {
    if (stopAt !== undefined && seconds >= stopAt - 0.02) {
      stopAt = undefined
      audio.pause()
      return
    }
    if (timeline === undefined) return
    const position = timeline.sentenceAt(seconds)
    const sentence = timeline.sentences[position]
    const word = timeline.wordAt(position, seconds)
    const element = marks.sentence(sentence?.sentence)
    marks.word(word?.from, word?.to)
    if (sentence !== undefined && sentence.sentence !== current) {
      current = sentence.sentence
      followTo(element)
    }
    showTime()
  }

  function followTo(element) {
    if (element !== undefined && follows && part('follow').checked && isPlaying()) marks.bringIntoView(element)
  }

  audio.addEventListener('play', () => {
    showState()
    requestAnimationFrame(tick)
  })
  audio.addEventListener('pause', () => {
    showState()
    keepPlace()
  })
  // Pages in the background get no pictures, but the sound goes on.
  audio.addEventListener('timeupdate', () => {
    if (document.hidden) markAt(audio.currentTime)
    keepPlace()
  })
  audio.addEventListener('seeked', () => markAt(audio.currentTime))
  // After a sleep, or in front again: the sound may have gone on, or have been stopped by the system.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return keepPlace()
    if (!audio.paused) markAt(audio.currentTime)
    showState()
  })
  addEventListener('pagehide', keepPlace)
  audio.addEventListener('ended', () => {
    keep(place)
    marks.word()
    marks.sentence()
    current = -1
    showState()
  })
  audio.addEventListener('error', () => say('The audio does not work now. You can read the text.'))

  seek.addEventListener('input', () => {
    stopAt = undefined
    resumed = true
    audio.currentTime = Number(seek.value)
    showTime()
  })
  speed.value = recall('speed') ?? '1'
  if (speed.value === '') speed.value = '1'
  speed.addEventListener('change', () => {
    audio.playbackRate = Number(speed.value)
    keep('speed', speed.value)
    if (deviceReading) playFrom(current)
  })
  for (const name of ['follow', 'shortcuts', 'device-voice']) {
    const box = part(name)
    const kept = recall(name)
    if (kept !== undefined) box.checked = kept === 'on'
    box.addEventListener('change', () => {
      keep(name, box.checked ? 'on' : 'off')
      if (name === 'device-voice') pause()
    })
  }
  showDeviceChoice()
  if ('speechSynthesis' in window) speechSynthesis.addEventListener?.('voiceschanged', showDeviceChoice)

  function showDeviceChoice() {
    const there = sentences.length > 0 && localVoice(root.dataset.language) !== undefined
    part('device').hidden = !there
    if (!there) part('device-voice').checked = false
    else part('device-voice').checked = recall('device-voice') === 'on'
  }

  // The reader's own scrolling wins over following the voice.
  for (const kind of ['wheel', 'touchmove']) addEventListener(kind, () => (follows = false), { passive: true })
  addEventListener('keydown', (event) => {
    if (['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'].includes(event.key)) follows = false
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !part('shortcuts').checked) return
    if (event.target instanceof HTMLElement && event.target.closest('input, select, textarea')) return
    const action = { k: 'play', j: 'back', r: 'repeat', l: 'next' }[event.key.toLowerCase()]
    if (action === undefined) return
    event.preventDefault()
    actions[action]()
  })

  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('button, a, input, summary')) return
    const chosen = event.target.closest('[data-sentence]')
    // Marking text with the mouse is not asking to hear it.
    if (chosen !== null && String(getSelection()) === '') playFrom(Number(chosen.dataset.sentence))
  })
  for (const link of document.querySelectorAll('[data-start]')) {
    link.addEventListener('click', () => {
      stopAt = undefined
      resumed = true
      audio.currentTime = Number(link.dataset.start)
    })
  }
  document.addEventListener('click', (event) => {
    const more = root.querySelector('details')
    if (more.open && event.target instanceof Element && !more.contains(event.target)) more.open = false
  })
  root.querySelector('details').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.currentTarget.open = false
    event.currentTarget.querySelector('summary').focus()
  })
  setUpMediaKeys()

  function addHearButtons() {
    sentences.forEach((sentence, number) => {
      sentence.classList.add('can-hear')
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'hear'
      button.textContent = number === 0 ? 'Hear the headline' : `Hear sentence ${number}`
      button.addEventListener('click', () => playFrom(Number(sentence.dataset.sentence)))
      sentence.prepend(button)
    })
  }

  function showState() {
    root.classList.toggle('is-playing', isPlaying())
    part('play-label').textContent = isPlaying() ? 'Pause' : 'Play'
  }

  function showTime() {
    time.textContent = `${clock(audio.currentTime)} of ${clock(length())}`
    if (document.activeElement !== seek || !audio.paused) seek.value = String(Math.floor(audio.currentTime))
    seek.setAttribute('aria-valuetext', time.textContent)
  }

  function say(text) {
    message.textContent = text
    message.classList.add('has-news')
  }

  function keepPlace() {
    const seconds = audio.currentTime
    keep(place, seconds > 5 && seconds < length() - 5 ? seconds.toFixed(1) : undefined)
  }

  function resume() {
    const kept = Number(recall(place) ?? 0)
    if (kept > 0 && kept < length()) audio.currentTime = kept
  }

  function setUpMediaKeys() {
    if (!('mediaSession' in navigator)) return
    navigator.mediaSession.metadata = new MediaMetadata({
      title: root.dataset.title,
      artist: root.dataset.site,
      artwork: [{ src: root.dataset.artwork, sizes: '1500x1500', type: 'image/png' }],
    })
    const handlers = { play: () => playFrom(), pause, previoustrack: actions.back, nexttrack: actions.next }
    for (const [name, handler] of Object.entries(handlers)) navigator.mediaSession.setActionHandler(name, handler)
  }
}

/** Keeps the controls in reach: at the window's lower edge while their own place is out of sight. */
function dock(root, controls) {
  if (document.querySelector('[data-text]') === null) return
  const edge = document.createElement('div')
  edge.className = 'dock'
  root.prepend(edge)
  new IntersectionObserver(([entry]) => {
    const away = entry.boundingClientRect.top < 0 && !entry.isIntersecting
    // The page keeps its length, so that nothing jumps.
    if (away && !root.classList.contains('is-docked')) root.style.minHeight = `${root.offsetHeight}px`
    root.classList.toggle('is-docked', away)
    if (!away) root.style.minHeight = ''
  }).observe(edge)
  controls.querySelector('details').open = false
}

function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds || 0))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
