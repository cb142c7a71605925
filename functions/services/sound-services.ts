// Every fault of every service's form, at once. It costs some 15 ms (40 ms in a process that has just started), so the deployed functions do not
// ask: the program asks when it starts on one machine, and a test does before anything is deployed.
import { sound } from '#domain/forms/sound.ts'
import { services } from './catalogue.ts'

export const soundServices = (): readonly string[] => services.flatMap(({ form }) => sound(form))
