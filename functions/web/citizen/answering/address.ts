// A page's address below its service: its key; or, in a section whose address tells nothing, its number there.
import type { Form, Section } from '#domain/forms/form.ts'

export const addressOf = (form: Form, key: string): string => {
  const [id = '', page = '', ...rest] = key.split('/')
  const section = form.sections.find((one) => one.id === id)
  const address = neutralIn(section)
  if (section === undefined || address === undefined) return key
  const [name = '', query] = page.split('?')
  const at = section.pages.findIndex((one) => one.id === name)
  const end = `${rest.length === 0 ? '' : `/${rest.join('/')}`}${query === undefined ? '' : `?${query}`}`
  return at < 0 ? `${address}${end}` : `${address}/${at + 1}${end}`
}

// Whatever is no such address is a key, or nothing.
export const keyAt = (form: Form, address: string): string => {
  const [first = '', number = '', ...rest] = address.split('/')
  const section = form.sections.find((one) => neutralIn(one) === first)
  if (section === undefined) return address
  const page = section.pages[Number(number) - 1]
  return [section.id, ...(page === undefined ? [] : [page.id]), ...rest].join('/')
}

export const sectionAt = (form: Form, address: string): Section | undefined => {
  const [id] = keyAt(form, address).split('/')
  return form.sections.find((one) => one.id === id)
}

const neutralIn = (section: Section | undefined): string | undefined =>
  section?.is === 'pages' ? section.address : undefined
