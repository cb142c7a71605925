// Every fault of every service, at once. It costs some 15 ms for the forms (40 ms in a process that
// has just started), so the deployed functions do not ask: it is asked when they are bundled, when
// the program starts on one machine, and in a test.
import { sound } from '#domain/forms/sound.ts'
import { services } from './catalogue.ts'
import type { Service } from './service.ts'
import { answerFaults } from './sound/answers.ts'
import { bookingFaults } from './sound/booking.ts'
import { findFaults } from './sound/finds.ts'
import { leadFaults } from './sound/leads.ts'
import { textFaults } from './sound/texts.ts'

export const soundServices = (): readonly string[] => [...services.flatMap(soundService), ...sharedFaults(services)]

export const soundService = (service: Service): readonly string[] => [
  ...sound(service.form),
  ...addressFaults(service),
  ...answerFaults(service),
  ...textFaults(service),
  ...bookingFaults(service),
  ...leadFaults(service),
  ...findFaults(service),
]

// What stands at the site's own address: a service there could not be reached.
export const fixedAddresses = [
  ...[
    'accessibility',
    'privacy',
    'cookies',
    'feedback',
    'contact',
    'complain',
    'leaving',
    'texts',
    'security',
    'performance',
    '.well-known',
  ],
  ...[
    'session',
    'finish',
    'finished',
    'leave',
    'return',
    'my-applications',
    'stop',
    'appointments',
    'desk',
    'offer',
    'helping',
    'map-tiles',
  ],
] as const

const addressFaults = ({ id, form }: Service): readonly string[] => [
  ...(fixedAddresses.some((address) => address === id) ? [`${id}: a page of the site has this address`] : []),
  ...(form.id === id ? [] : [`${id}: its form is called ${form.id}`]),
]

// References, addresses and texts are told apart by these.
export const sharedFaults = (all: readonly Service[]): readonly string[] => [
  ...twice(all.map(({ id }) => id)).map((id) => `${id}: two services have this address`),
  ...twice(all.map(({ letter }) => letter)).map((letter) => `${letter}: two services’ references begin with it`),
]

const twice = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
]
