// Every time that the rules were read for a case, with what they proposed then; and one of them in full.
import type { Case, CaseEvent } from '#domain/cases/case.ts'
import { inWords } from '#domain/day.ts'
import type { AskedAs } from '#domain/forms/asked-as.ts'
import type { Assessment } from '#domain/rules/assessment.ts'
import type { Variables } from '#web/template-runtime.ts'
import { assessmentShown, underOf } from '../assessment.ts'
import { onOneLine } from '../controls/entered.ts'
import { moment } from '../when.ts'
import { type StaffAround, staffPage } from './around.ts'

export type WorkingsPage = {
  readonly around: StaffAround
  readonly subject: Case
  // Newest first.
  readonly times: readonly Time[]
  readonly assessment?: Assessment
  readonly asked: AskedAs
  readonly maySeeSensitive: boolean
}

type Time = {
  readonly assessment: Assessment
  // What it came with: an answer, an award, a birthday.
  readonly came: CaseEvent | undefined
  readonly href: string
  readonly isShown: boolean
}

export const workingsPage = (given: WorkingsPage): string => {
  const { subject, assessment, asked, maySeeSensitive } = given
  const title = 'How the rules were read'
  return staffPage(
    'workings',
    given.around,
    { title: `${title}, ${subject.reference}` },
    {
      title,
      caption: `${onOneLine(subject.title)}, ${subject.reference}`,
      times: given.times.map((time) => timeShown(time, maySeeSensitive)),
      assessment: assessment && {
        ...assessmentShown({ assessment }, asked, maySeeSensitive),
        title: `On ${inWords(assessment.on)}`,
      },
    },
  )
}

const timeShown = ({ assessment, came, href, isShown }: Time, maySeeSensitive: boolean): Variables => ({
  text: `${came === undefined ? inWords(assessment.on) : moment(came.at)}${underOf(assessment)}`,
  came: came && `${onOneLine(came.by)} ${came.words}`,
  found: maySeeSensitive ? assessment.parts.slice(0, 2).map(({ title, answer }) => `${title}: ${answer}`) : [],
  href: isShown ? undefined : href,
})
