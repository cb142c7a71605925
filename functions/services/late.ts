// A service in a bundle: what its start page and its references need is there, and the rest is loaded when it is first
// asked for (infra/late-services.ts). It then is what it would have been from the start.
import type { Service } from './service.ts'

export type Late = {
  // What it has at once.
  readonly light: Readonly<Record<string, unknown>>
  // The names of all else that it has.
  readonly rest: readonly string[]
  readonly load: () => Service
}

export const late = ({ light, rest, load }: Late): Service => {
  const whole = (): Service => Object.defineProperties(service, Object.getOwnPropertyDescriptors(load()))
  const asked = (name: string): PropertyDescriptor => ({ ...own, get: () => Reflect.get(whole(), name) })
  const service: Service = Object.create(Object.prototype, {
    ...Object.fromEntries(Object.entries(light).map(([name, value]) => [name, { ...own, value }])),
    ...Object.fromEntries(rest.map((name) => [name, asked(name)])),
  })
  return service
}

const own = { configurable: true, enumerable: true }
