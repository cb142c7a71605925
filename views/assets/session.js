// Warns before a session ends and offers to stay (WCAG 2.2.1, Timing Adjustable). The page says the same in words without it.
export const watchSession = (page) => {
  const dialog = page.getElementById('session-dialog')
  if (dialog === null || typeof dialog.showModal !== 'function') return
  const { warnAfter, endsAfter, stay, ended } = dialog.dataset
  let warning
  let end
  const start = () => {
    clearTimeout(warning)
    clearTimeout(end)
    warning = setTimeout(() => dialog.open || dialog.showModal(), Number(warnAfter) * 1000)
    end = setTimeout(() => location.assign(ended), Number(endsAfter) * 1000)
  }
  dialog.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault()
    const form = event.target
    const reply = await fetch(stay, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      redirect: 'manual',
    }).catch(() => undefined)
    if (reply === undefined) return
    if (reply.status >= 400) return location.assign(ended)
    dialog.close()
    start()
  })
  dialog.addEventListener('cancel', (event) => event.preventDefault())
  start()
}

// A browser may keep a whole page and show it on Back without asking us, though the session is over (HTML, back/forward cache). What it keeps is
// empty, and is asked for anew.
export const showNothingOnBack = (view) => {
  const { document, location } = view
  if (document.getElementById('session-dialog') === null) return
  view.addEventListener('pagehide', () => {
    document.body.hidden = true
  })
  view.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}
