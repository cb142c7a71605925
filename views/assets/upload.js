// Beside the plain form: several files at once, each with its progress and, for a photo, what it shows; and the list kept up to date while
// files are checked. Without it, the form sends one file and the page comes back.
const uploads = document.querySelector('[data-uploads]')

const parts = () => ({
  list: uploads.querySelector('[data-files]'),
  said: uploads.querySelector('[data-said]'),
  form: uploads.querySelector('form[enctype]'),
})

// What a screen reader is told, without moving to it.
const say = (words) => {
  parts().said.textContent = words
}

// The page's own list, fetched again; whoever is in it, or in the form below, is not moved.
const refresh = async () => {
  const reply = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } }).catch(
    () => undefined,
  )
  if (reply?.ok !== true || reply.redirected) return false
  const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html').querySelector('[data-uploads]')
  if (fresh === null) return false
  const { list, form } = parts()
  if (!list.contains(document.activeElement)) list.replaceWith(fresh.querySelector('[data-files]'))
  uploads.dataset.left = fresh.dataset.left
  const room = fresh.querySelector('form[enctype]')
  if (form !== null && room === null) form.hidden = true
  if (form === null && room !== null) location.reload()
  if (form !== null && room !== null) form.hidden = false
  return true
}

const checked = async (left = 40) => {
  if (left === 0 || !parts().list.hasAttribute('data-checking')) return
  await new Promise((resolve) => setTimeout(resolve, 1500))
  if ((await refresh()) && !parts().list.hasAttribute('data-checking')) return say(stated())
  await checked(left - 1)
}

// "plan.pdf: Uploaded."
const stated = () =>
  [...parts().list.querySelectorAll('dt')]
    .map((name) => `${name.textContent}: ${name.nextElementSibling.textContent.trim()}.`)
    .join(' ')

const problemWith = (file, mostBytes) => {
  if (file.size === 0) return 'The selected file is empty'
  if (file.size > mostBytes) return 'The selected file must be smaller than 30MB'
  return undefined
}

const row = (file) => {
  const item = document.createElement('div')
  item.className = 'app-upload'
  const name = document.createElement('p')
  name.className = 'govuk-body app-answer'
  name.textContent = file.name
  const state = document.createElement('p')
  state.className = 'govuk-body'
  item.append(name, state)
  uploads.querySelector('[data-said]').before(item)
  return { item, state }
}

// Drawn, not linked: the page allows no pictures but its own.
const thumbnail = async (file, item) => {
  if (!file.type.startsWith('image/')) return
  const picture = await createImageBitmap(file, { resizeHeight: 120, resizeQuality: 'low' }).catch(() => undefined)
  if (picture === undefined) return
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', `Preview of ${file.name}`)
  canvas.getContext('2d').drawImage(picture, 0, 0)
  item.append(canvas)
}

const sent = (form, file, progress) =>
  new Promise((resolve) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(form.fields)) body.append(name, value)
    body.append('file', file, file.name)
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) progress.value = loaded / total
    })
    request.addEventListener('loadend', () => resolve(request.status === 201))
    request.open('POST', form.url)
    request.send(body)
  })

const failing = (file, state) => (words) => {
  state.className = 'govuk-error-message'
  state.textContent = words
  say(`${file.name}: ${words}`)
  return false
}

const refused = (file, left) =>
  failing(file, row(file).state)(left === 1 ? 'You can only add 1 more file' : `You can only add ${left} more files`)

const upload = async (file) => {
  const { item, state } = row(file)
  const fail = failing(file, state)
  const wrong = problemWith(file, Number(uploads.dataset.mostBytes))
  if (wrong !== undefined) return fail(wrong)
  const progress = document.createElement('progress')
  progress.setAttribute('aria-label', `Uploading ${file.name}`)
  progress.max = 1
  state.append(progress)
  thumbnail(file, item).catch(() => {})
  say(`Uploading ${file.name}`)
  const reply = await fetch(uploads.dataset.another, { redirect: 'manual' }).catch(() => undefined)
  // The session is over: the page itself says so.
  if (reply?.type === 'opaqueredirect') location.reload()
  if (reply?.ok !== true) return fail('The selected file could not be uploaded. Try again')
  if (!(await sent(await reply.json(), file, progress)))
    return fail('The selected file could not be uploaded. Try again')
  item.remove()
  return true
}

const uploadAll = async (files) => {
  for (const old of uploads.querySelectorAll('.app-upload')) old.remove()
  const left = Number(uploads.dataset.left)
  let count = 0
  for (const file of files.slice(0, left)) if (await upload(file)) count += 1
  for (const file of files.slice(left)) refused(file, left)
  if (count === 0) return
  say(`${count === 1 ? '1 file' : `${count} files`} uploaded. We are checking for viruses.`)
  await refresh()
  forgetProblem()
  parts().list.setAttribute('data-checking', '')
  checked().catch(() => {})
}

// What the page said was wrong with the last try.
const forgetProblem = () => {
  document.querySelector('.govuk-error-summary')?.remove()
  uploads.querySelector('.govuk-form-group .govuk-error-message')?.remove()
  for (const name of ['govuk-form-group--error', 'govuk-file-upload--error'])
    uploads.querySelector(`.${name}`)?.classList.remove(name)
}

const start = () => {
  const { form } = parts()
  if (form !== null) {
    const input = form.querySelector('input[type=file]')
    input.multiple = Number(uploads.dataset.left) > 1
    form.addEventListener('submit', async (event) => {
      // Without a file the form goes as it is: the page comes back and says what to do.
      if (input.files.length === 0) return
      event.preventDefault()
      const files = [...input.files]
      input.value = ''
      const button = form.querySelector('button')
      button.disabled = true
      await uploadAll(files).catch(() => say('The selected file could not be uploaded. Try again'))
      button.disabled = false
    })
  }
  carryAlong()
  checked().catch(() => {})
}

// Each stands in the list once the store has told us of it: that takes a second.
const listed = () => parts().list.querySelectorAll('dt').length

const arrived = async (count) => {
  for (let left = 20; left > 0 && listed() < count; left -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await refresh()
  }
}

// Whoever chose a file and presses Continue means both: it is sent first, and they stay where something is wrong with it.
const carryAlong = () => {
  const answers = document.getElementById('answers')
  answers?.addEventListener('submit', async (event) => {
    const input = parts().form?.querySelector('input[type=file]')
    if (input === undefined || input === null || input.files.length === 0) return
    event.preventDefault()
    const [files, before] = [[...input.files], listed()]
    input.value = ''
    await uploadAll(files).catch(() => say('The selected file could not be uploaded. Try again'))
    if (uploads.querySelector('.app-upload .govuk-error-message') !== null) return
    await arrived(before + files.length)
    answers.requestSubmit(event.submitter)
  })
}

if (uploads !== null) start()
