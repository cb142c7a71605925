// A question → the template that shows it and the options of its govuk-frontend macro.
import { address } from './address.ts'
import type { Asked, Shown } from './asked.ts'
import { boundary } from './boundary.ts'
import { choice, choices, declaration, yesNo } from './choice.ts'
import { date } from './date.ts'
import { files } from './files.ts'
import { longText } from './long-text.ts'
import { oneLine } from './one-line.ts'
import { slotDay, slotTime } from './slots.ts'

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: an exhaustive switch, two lines for each kind of answer
export const showQuestion = (asked: Asked): Shown => {
  const { question } = asked
  switch (question.kind) {
    case 'text':
    case 'count':
    case 'money':
    case 'measure':
    case 'phone':
    case 'email':
    case 'national-insurance':
      return oneLine({ ...asked, question })
    case 'long-text':
      return longText({ ...asked, question })
    case 'date':
      return date({ ...asked, question })
    case 'choice':
      return choice({ ...asked, question }, showQuestion)
    case 'choices':
      return choices({ ...asked, question }, showQuestion)
    case 'yes-no':
      return yesNo({ ...asked, question }, showQuestion)
    case 'address':
      return address({ ...asked, question })
    case 'files':
      return files({ ...asked, question })
    case 'declaration':
      return declaration({ ...asked, question })
    case 'slot-day':
      return slotDay({ ...asked, question })
    case 'slot-time':
      return slotTime({ ...asked, question })
    case 'boundary':
      return boundary({ ...asked, question })
  }
}
