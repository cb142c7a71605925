// A process that does one thing at the real endpoints and may be killed while it does: sends a draft, or whatever texts are due.

import { sendTextsHandler } from '#functions/events/send-texts.ts'
import { counterFrom } from '#functions/wiring/residents.ts'
import { sendTextsFrom } from '#functions/wiring/texts.ts'
import { smallHousing } from '#tests/support/people/sent-cases.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'

const [what = '', draftId = ''] = process.argv.slice(2)

if (what === 'send-texts') await sendTextsHandler({ ...sendTextsFrom(process.env), log: () => {} })({})
else {
  const counter = counterFrom(process.env)
  const draft = await counter.drafts.get(draftId)
  if (draft === undefined) throw new Error('There is no such draft')
  await submitApplication(counter, smallHousing, draft)
}
process.exit(0)
