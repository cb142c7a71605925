// Every fault of every service's form, at once. It costs some 15 ms (40 ms in a process that has just started), so the deployed functions do not
// ask: it is asked when they are bundled, when the program starts on one machine, and in a test.
import { sound } from '#domain/forms/sound.ts'
import { services } from './catalogue.ts'

export const soundServices = (): readonly string[] => services.flatMap(({ form }) => sound(form))
