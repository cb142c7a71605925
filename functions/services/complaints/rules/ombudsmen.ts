// Which ombudsman a complaint can go to, and how to reach it (docs/rules/complaints.md, "Ombudsmen").
import type { Source, Traced } from '#domain/rules/trace.ts'

export type OmbudsmanId = 'local' | 'housing'

export type Ombudsman = {
  readonly name: string
  readonly web: string
  readonly phone: string
  readonly post: string
  // By when a person goes there.
  readonly time: string
}

export const ombudsmen: Readonly<Record<OmbudsmanId, Ombudsman>> = {
  local: {
    name: 'Local Government and Social Care Ombudsman',
    web: 'www.lgo.org.uk',
    phone: '0300 061 0614',
    post: 'PO Box 4771, Coventry CV4 0EH',
    time: 'Ask within 12 months of the day on which you first knew of what you complain about.',
  },
  housing: {
    name: 'Housing Ombudsman',
    web: 'www.housing-ombudsman.org.uk',
    phone: '0300 111 3000',
    post: 'PO Box 1484, Unit D, Preston PR2 0ET',
    time: 'Ask within 12 months of our last answer.',
  },
}

export const abouts = {
  register: 'Applying for a home, or help if you are homeless',
  landlord: 'A home that you rent from us, or lease from us',
  planning: 'Planning',
  appointments: 'An appointment',
  other: 'Another service of the council',
} as const

type About = keyof typeof abouts

const inAbouts = (id: unknown): id is About => typeof id === 'string' && id in abouts

const landlords: Source = {
  words: 'Local Government Act 1974, schedule 5, paragraph 5A; Housing Act 1996, schedule 2',
  url: 'https://www.legislation.gov.uk/ukpga/1974/7/schedule/5',
  law: true,
}

const councils: Source = {
  words: 'Local Government Act 1974, sections 25 and 26',
  url: 'https://www.legislation.gov.uk/ukpga/1974/7/part/III',
  law: true,
}

// Only what a council does as the landlord of a home is the Housing Ombudsman's. Who is given a home, and help for homeless people, is not.
export const ombudsmanFor = (about: unknown): Traced<OmbudsmanId> => {
  const used = inAbouts(about) ? [{ question: 'about', shown: abouts[about] }] : []
  return about === 'landlord'
    ? { value: 'housing', steps: [{ rule: 'OMB', words: asLandlord, used, source: landlords }] }
    : { value: 'local', steps: [{ rule: 'OMB', words: otherwise, used, source: councils }] }
}

const asLandlord = 'It is about a home of which the council is the landlord, so the Housing Ombudsman can look at it.'
const otherwise =
  'It is not about the council as a landlord, so the Local Government and Social Care Ombudsman can look at it.'

/** "You can go to the Housing Ombudsman …": with its address, a sentence each. */
export const waysToOmbudsman = (id: OmbudsmanId): readonly string[] => {
  const { name, web, phone, post } = ombudsmen[id]
  return [`${name}: ${web}, ${phone}, or ${post}.`]
}
