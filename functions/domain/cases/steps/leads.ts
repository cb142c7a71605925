// What comes next on a case, in its workflow's own words: by state, and by what is still open. The first that fits is the next step.
import type { Day } from '../../day.ts'
import type { Case } from '../case.ts'

// Every open state has its list. It is empty where nothing is for staff to do until somebody else does something.
export type Leads = Readonly<Record<string, readonly Lead[]>>

export type Lead = {
  // One action, or several of which somebody chooses.
  readonly actions: readonly string[]
  // What several are called together: "Decide the review".
  readonly words?: string
  // Where they are chosen; the tasks of the case where it says nothing.
  readonly on?: 'documents'
  readonly when?: (subject: Case, today: Day) => boolean
}

// They had until a day to answer, and it has passed; or nothing is asked of them any more.
export const answerIsLate = ({ asked }: Case, today: Day): boolean => asked === undefined || asked.by < today
