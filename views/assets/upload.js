// Beside the plain form: several files at once, each with its progress and, for a photo, what it shows; and the list
// kept up to date while files are checked. Without it, the form sends one file and the page comes back with the list.
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
  // None of them stands: the page has a place to choose another.
  if (form === null && fresh.querySelector('form[enctype]') !== null) location.reload()
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

// The id of what was sent just now: the page waits for it.
let last = ''

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
  const form = await reply.json()
  if (!(await sent(form, file, progress))) return fail('The selected file could not be uploaded. Try again')
  last = form.fields.key.split('/').at(-1)
  item.remove()
  return true
}

// How many were sent; what is wrong with each other one stands beside it.
const uploadAll = async (files) => {
  for (const old of uploads.querySelectorAll('.app-upload')) old.remove()
  const left = Number(uploads.dataset.left)
  let count = 0
  for (const file of files.slice(0, left)) if (await upload(file)) count += 1
  for (const file of files.slice(left)) refused(file, left)
  if (count > 0) say(`${count === 1 ? '1 file' : `${count} files`} uploaded. We are checking for viruses.`)
  return count
}

// What the page said was wrong with the last try.
const forgetProblem = () => {
  document.querySelector('.govuk-error-summary')?.remove()
  uploads.querySelector('.govuk-form-group .govuk-error-message')?.remove()
  for (const name of ['govuk-form-group--error', 'govuk-file-upload--error'])
    uploads.querySelector(`.${name}`)?.classList.remove(name)
}

// Each stands in the list once the store has told us of it: that takes a second.
const listed = () => parts().list.querySelectorAll('dt').length

const arrived = async (count) => {
  for (let left = 20; left > 0 && listed() < count; left -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await refresh()
  }
}

const addressWith = (name, value) => {
  const address = new URL(uploads.dataset.again, location.href)
  address.searchParams.set(name, value)
  return address
}

// Whoever may add no more goes on; the others see what they have added, and add more or go on from there.
const goOn = async () => {
  const again = addressWith('sent', last)
  const reply = await fetch(again, { headers: { accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
  const answers = page.querySelector('#answers')
  if (Number(uploads.dataset.left) > 0 || answers === null) return location.assign(again)
  document.body.append(answers)
  answers.hidden = true
  answers.requestSubmit()
}

const send = async (files) => {
  const before = listed()
  const count = await uploadAll(files)
  if (count === 0) return
  await arrived(before + count)
  if (uploads.querySelector('.app-upload .govuk-error-message') === null) return goOn()
  forgetProblem()
  parts().list.setAttribute('data-checking', '')
  await checked()
}

const start = () => {
  const { form } = parts()
  checked().catch(() => {})
  if (form === null) return
  // From here on the page says what is missing.
  form.noValidate = true
  const input = form.querySelector('input[type=file]')
  input.multiple = Number(uploads.dataset.left) > 1
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    // The page comes back and says what to do.
    if (input.files.length === 0) return location.assign(addressWith('none', '1'))
    const files = [...input.files]
    input.value = ''
    const button = form.querySelector('button')
    button.disabled = true
    await send(files).catch(() => say('The selected file could not be uploaded. Try again'))
    button.disabled = false
  })
}

if (uploads !== null) start()
