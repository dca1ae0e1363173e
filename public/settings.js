// Shows every choice at once; it is kept when the form is sent.
const form = document.querySelector('[data-settings]')
form.addEventListener('change', (event) => {
  const { name, value } = event.target
  if (name in document.documentElement.dataset) document.documentElement.dataset[name] = value
})
