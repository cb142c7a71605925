// Why biodiversity net gain may not apply, as dated data: the rules issue decides which stand on the day of an application.
// Sources: Environment Act 2021 Schedule 14; Biodiversity Gain Requirements (Exemptions) Regulations 2024.
import type { Day } from '#domain/day.ts'

export type BngExemption = {
  readonly label: string
  readonly hint?: string
  // Left out: it is announced, and no day is set for it yet.
  readonly from?: Day
  // The last day on which an application can still rest on it.
  readonly to?: Day
  // The government's reply of 15 April 2026 announced this.
  // The council must confirm the day that the regulations came into force.
  readonly announced?: 'starts' | 'ends'
}

// Householder applications are exempt too; they are never asked.
export const bngExemptions: Readonly<Record<string, BngExemption>> = {
  belowThreshold: {
    label: 'It affects less than 25 square metres of habitat and 5 metres of hedgerow or watercourse',
    hint: 'And no priority habitat',
    from: '2024-04-02',
  },
  smallSite: {
    label: 'The site is 0.2 hectares or less',
    hint: 'And no priority habitat is affected',
    from: '2026-07-31',
    announced: 'starts',
  },
  selfBuild: {
    label: 'Up to 9 self-build or custom-build homes on half a hectare or less',
    hint: 'Only for an application made on or before 30 July 2026',
    from: '2024-02-12',
    to: '2026-07-30',
    announced: 'ends',
  },
  retrospective: { label: 'The work has started already, and I ask for permission to keep it', from: '2024-02-12' },
  temporary: {
    label: 'Temporary permission for up to 5 years',
    hint: 'And no priority habitat is affected',
    from: '2026-07-31',
    announced: 'starts',
  },
  biodiversityLed: {
    label: 'The main purpose of the work is to protect or improve nature',
    hint: 'Announced, and not yet law. For example, a new pond or a restored meadow',
    announced: 'starts',
  },
  amenity: {
    label: 'The work improves a public park, a public garden or a playing field',
    hint: 'Announced, and not yet law. For example, paths, toilets or changing rooms',
    announced: 'starts',
  },
  gainSite: { label: 'It is a biodiversity gain site for another development', from: '2024-02-12' },
  highSpeedRail: { label: 'It is part of the high speed rail network', from: '2024-02-12' },
}
