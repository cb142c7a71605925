// "May be the same person as": another application, by what it matches, and what an officer found.
import type { Case } from '#domain/cases/case.ts'
import type { SamePerson, Telling } from '#domain/cases/desk/same-person.ts'
import type { State } from '#domain/cases/workflow.ts'
import { inWords } from '#domain/day.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'

export type OtherCase = { readonly match: SamePerson; readonly other: Case; readonly state: State }

export const otherShown = ({ match, other, state }: OtherCase): Variables => ({
  reference: other.reference,
  href: `/cases/${encodeURIComponent(other.reference)}`,
  title: onOneLine(other.title),
  state: { text: state.label, colour: state.tag },
  said: match.found === undefined ? 'May be the same person as' : foundWords[match.found.is],
  lines: [
    `The same ${match.by.map((by) => tellingWords[by]).join(', and the same ')}`,
    ...(match.found === undefined
      ? []
      : [`${onOneLine(match.found.by)}, ${inWords(match.found.on)}: ${onOneLine(match.found.reason)}`]),
  ],
})

const tellingWords: Readonly<Record<Telling, string>> = {
  phone: 'phone number',
  ni: 'National Insurance number',
  person: 'name and date of birth',
}

const foundWords = { same: 'The same person as', other: 'Not the same person as' } as const
