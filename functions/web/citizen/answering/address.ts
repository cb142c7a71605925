// A page's address below its service: its key; or a name that tells nothing, or its number in a section that has one.
import type { Form, Page, Section } from '#domain/forms/form.ts'

export const pageAddressOf = (form: Form, given: string): string => {
  const key = askedAt(form, given)
  const [id = '', page = '', ...rest] = key.split('/')
  const section = form.sections.find((one) => one.id === id)
  const [name = '', query] = page.split('?')
  const at = section?.pages.findIndex((one) => one.id === name) ?? -1
  const named = section?.pages[at]?.address
  const address = neutralIn(section)
  if (section === undefined || (address === undefined && named === undefined)) return key
  const end = `${rest.length === 0 ? '' : `/${rest.join('/')}`}${query === undefined ? '' : `?${query}`}`
  if (address === undefined) return `${id}/${named}${end}`
  return at < 0 ? `${address}${end}` : `${address}/${at + 1}${end}`
}

// A part that is kept under the key of another section is asked where it stands.
const askedAt = (form: Form, given: string): string => {
  const [key = '', query] = given.split('?')
  for (const section of form.sections)
    for (const page of section.pages)
      if (page.parts?.some(({ keptAs }) => keptAs === key))
        return `${section.id}/${page.id}${query === undefined ? '' : `?${query}`}`
  return given
}

// Whatever is no such address is a key, or nothing.
export const keyAt = (form: Form, address: string): string => {
  const [first = '', number = '', ...rest] = address.split('/')
  const section = form.sections.find((one) => neutralIn(one) === first)
  if (section === undefined) return keyOfNamed(form, address)
  const page = section.pages[Number(number) - 1]
  return [section.id, ...(page === undefined ? [] : [page.id]), ...rest].join('/')
}

const keyOfNamed = (form: Form, address: string): string => {
  const [first = '', name = '', ...rest] = address.split('/')
  const page = form.sections.find(({ id }) => id === first)?.pages.find((one) => one.address === name)
  return page === undefined ? address : [first, page.id, ...rest].join('/')
}

export type AddressPlace = { readonly section?: Section; readonly page?: Page }

// Where an address is in the form, of an item in a list too.
export const placeAt = (form: Form, address: string): AddressPlace => {
  const [id, second, third] = keyAt(form, address).split('/')
  const section = form.sections.find((one) => one.id === id)
  if (section === undefined) return {}
  const page = section.pages.find((one) => one.id === (section.is === 'many' ? third : second))
  return page === undefined ? { section } : { section, page }
}

const neutralIn = (section: Section | undefined): string | undefined =>
  section?.is === 'pages' ? section.address : undefined
