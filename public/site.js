// Remembers the level that a reader chose, beside the other settings of the form.
for (const link of document.querySelectorAll('[data-level]')) {
  link.addEventListener('click', () => {
    const found = document.cookie.split('; ').find((part) => part.startsWith('settings='))
    const settings = new Map(
      (found?.slice(9) ?? '')
        .split('_')
        .filter(Boolean)
        .map((pair) => pair.split('=')),
    )
    settings.set('level', link.dataset.level)
    const value = [...settings].map((pair) => pair.join('=')).join('_')
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser that readers use.
    document.cookie = `settings=${value}; path=/; max-age=31536000; samesite=lax`
  })
}

if (document.documentElement.dataset.ruler === 'on') {
  const ruler = document.createElement('div')
  ruler.className = 'ruler'
  ruler.hidden = true
  ruler.setAttribute('aria-hidden', 'true')
  document.body.append(ruler)
  addEventListener('pointermove', (event) => {
    ruler.hidden = false
    ruler.style.top = `calc(${event.clientY}px - 1.1em)`
  })
  addEventListener('focusin', (event) => {
    const { top, height } = event.target.getBoundingClientRect()
    ruler.hidden = false
    ruler.style.top = `calc(${top + height / 2}px - 1.1em)`
  })
}
