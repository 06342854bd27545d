// Everything works without this script; with it the components of GOV.UK Frontend come to life.
import { initAll } from '/assets/govuk-frontend.js'

initAll()
document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false
  button.addEventListener('click', () => window.print())
})

// The code of a one-time link stands behind the #, which no browser sends.
const code = document.querySelector('form[action="/welcome/code"] #code')
if (code && location.hash.length > 1) {
  code.value = decodeURIComponent(location.hash.slice(1))
  history.replaceState(null, '', location.pathname)
}
