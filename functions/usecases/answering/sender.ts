// Who sends, as far as a booking's limit for one person goes: whoever proved the number, or somebody in this browser, who may have typed anybody's.
// What a browser may have at once tells nothing of what others have who gave the same number. Staff book for whoever asks them, and see what
// they have already.
import { askedShown, type WhoAsked } from '#domain/cases/asked-by.ts'
import type { CaseEvent, Detail, Staff } from '#domain/cases/case.ts'
import { calledHelper, type Helper } from '#domain/forms/answered/helping.ts'
import { type ExtraTime, extraReasons } from '#domain/slots/extra.ts'
import { manyWords } from '#domain/texts/allowance.ts'
import type { TextToSend } from '#domain/texts/text.ts'
import { askedValues } from '#services/asked-questions.ts'
import type { Service } from '#services/service.ts'

// `tooMany`: it has had us text many numbers that nobody proved.
export type Sender =
  | { readonly is: 'owner' }
  // `helper`: who sends it for the applicant, who asked them to.
  | { readonly is: 'browser'; readonly mark: string; readonly tooMany?: boolean; readonly helper?: Helper }
  | { readonly is: 'staff'; readonly user: Staff; readonly asked: WhoAsked }

// In the history, where staff did it.
export const byStaff = (sender: Sender | undefined, extra?: ExtraTime): Partial<CaseEvent> =>
  sender?.is === 'staff'
    ? {
        ...{ by: sender.user.name, byId: sender.user.id, way: sender.asked.way },
        words: 'booked the appointment for the customer',
        details: [...askedShown(sender.asked), ...extraShown(extra)],
      }
    : {}

const extraShown = (extra: ExtraTime | undefined): readonly Detail[] =>
  extra === undefined
    ? []
    : [{ question: 'Beside another appointment', lines: [extraReasons[extra.reason], extra.note].filter(Boolean) }]

// The applicant agreed, as the helper says; both stand in the history.
export const byHelper = (sender: Sender | undefined): Partial<CaseEvent> =>
  sender?.is === 'browser' && sender.helper !== undefined
    ? {
        by: `${calledHelper(sender.helper)}, for the applicant,`,
        words: 'sent the application, and said that the applicant agrees to the declaration',
      }
    : {}

// Whoever did not book it themselves is told who asked.
export const confirmationFor = ({ texts }: Service, sender: Sender | undefined): TextToSend =>
  sender?.is === 'staff' && texts[bookedForCaller] !== undefined
    ? { template: bookedForCaller, values: askedValues(sender.asked) }
    : { template: 'confirmation', ...heldBackOf(sender) }

const bookedForCaller = 'booked-for-you'

export const waitingFor = (sender: Sender | undefined): TextToSend => ({ template: 'waiting', ...heldBackOf(sender) })

const heldBackOf = (sender: Sender | undefined): Pick<TextToSend, 'heldBack'> =>
  sender?.is === 'browser' && sender.tooMany === true ? { heldBack: manyWords } : {}
