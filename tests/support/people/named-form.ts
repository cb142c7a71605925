// A housing form with safe ways, a number or an address, and a name: for tests of who may open it.
// The walk to it is a persona's, so that a question that is added breaks none of them.
import type { Visitor } from '../worlds/visitor.ts'
import { walkTo } from './persona-visits.ts'
import { personaOf } from './personas.ts'

type Named = {
  readonly ways?: readonly string[]
  readonly phone?: string
  readonly email?: string
  readonly firstName?: string
  // A date of birth, 3 April 1985, is asked of whoever comes back; without it a code is enough.
  readonly born?: boolean
}

// Gives the form's reference.
export const namedForm = async (person: Visitor, given: Named): Promise<string> => {
  const { ways = ['text'], phone = '', email = '', firstName = 'Zebedee', born = false } = given
  await walkTo(person, personaOf('housing-single-renter'), 'about-you/name', {
    instead: {
      'before/safe-contact': { safeWays: ways },
      'before/mobile': { mobile: [phone], email: [email], textReminders: ['no'] },
    },
  })
  await person.post('/housing/about-you/name', { firstName, lastName: 'Owner', ...(born ? others : {}) })
  return /Your reference is (?:<strong>)?(\w+)/.exec((await person.get('/housing/tasks')).html)?.[1] ?? ''
}

const others = {
  ...{ otherNames: 'no', sex: 'male' },
  ...{ 'dateOfBirth-day': '3', 'dateOfBirth-month': '4', 'dateOfBirth-year': '1985' },
}
