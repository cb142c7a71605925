// How an applicant may be reached: the ways that they said are safe, and no other.
export const waysInWords = {
  text: 'Text message',
  call: 'Phone call',
  email: 'Email',
  letter: 'Letter',
} as const

export type Way = keyof typeof waysInWords

export const ways: readonly Way[] = ['text', 'call', 'email', 'letter']

// Absent on cases of before it was kept: then their answers say it, and nothing is offered.
export type Ways = { readonly ways?: readonly Way[] }

// The address that it is safe to write to.
export const safeEmail = ({ email, ways: chosen }: Ways & { readonly email?: string }): string | undefined =>
  chosen?.includes('email') === true ? email : undefined

export const mayCall = ({ ways: chosen }: Ways): boolean => chosen?.includes('call') ?? false

// "Contact them by: Email, Letter"
export const otherWayInWords = ({ ways: chosen }: Ways, but: Way): string => {
  if (chosen === undefined) return 'Their answers say how to contact them.'
  const others = chosen.filter((way) => way !== but).map((way) => waysInWords[way].toLowerCase())
  return others.length === 0
    ? 'They chose no other way: wait until they contact us.'
    : `Contact them by ${others.join(' or ')}.`
}

// How somebody asked staff to do something for them.
export const askedWays = { phone: 'by phone', person: 'in person', email: 'by email', letter: 'by letter' } as const
export type AskedWay = keyof typeof askedWays

export type AskedStaff = { readonly way?: AskedWay }

// A call: who rang, and with whom they spoke. What was said to somebody else the applicant does not see.
export type Call = { readonly rang: 'council' | 'them'; readonly with: 'applicant' | 'else' }

// What a note says of a contact. `contact`: the applicant called or came about the case, which is counted (docs/rules/measures.md, "Cases").
export type NotedContact = { readonly contact?: true; readonly call?: Call }
