// The address of a page of a form, as the product has it: not every address says the page's key.
import { services } from '#services/catalogue.ts'
import { pageAddressOf } from '#web/citizen/answering/address.ts'

export const pagePath = (service: string, key: string): string => {
  const form = services.find(({ id }) => id === service)?.form
  return `/${service}/${form === undefined ? key : pageAddressOf(form, key)}`
}
