// A call, written down by whoever had it.
import { mayCall, otherWayInWords } from '#domain/cases/contact.ts'
import { keepFields } from '#domain/forms/fields/index.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { callNeeds, noteCall } from '#usecases/texts/note-call.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { partAt } from '#web/show/staff/case/frame.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import type { FormPage } from '#web/show/staff/work/form-page.ts'
import { around, type CaseVisit, caseAt } from '../visit.ts'

export const showCall = (visit: CaseVisit): Reply =>
  callReply(visit, { typed: visit.kept?.typed ?? todayTyped(visit), problems: [] })

export const takeCall = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, whole, user } = visit
  const { subject } = whole
  const typed = keepFields(request.posted, callNeeds)
  const noted = await noteCall(desk, { subject, user, typed, once: one(request.posted, '_csrf') })
  if (noted.ok || noted.error === 'not-you') return seeOther(partAt(subject, 'messages'))
  return callReply(visit, { typed, problems: noted.error })
}

const todayTyped = ({ desk }: CaseVisit): Typed => {
  const [year = '', month = '', day = ''] = londonDay(desk.clock.now()).split('-')
  return { 'on-year': [year], 'on-month': [String(Number(month))], 'on-day': [String(Number(day))] }
}

const callReply = (visit: CaseVisit, said: Pick<FormPage, 'typed' | 'problems'>): Reply => {
  const { subject } = visit.whole
  const back = partAt(subject, 'messages')
  return html(
    staffPages.form({
      around: around(visit, { back: { text: 'Back to the messages of this case', href: back } }),
      title: 'Write down a call',
      caption: `${subject.title}, ${subject.reference}`,
      words: [
        ...(mayCall(subject.applicant)
          ? []
          : [`They did not say that it is safe to call them. ${otherWayInWords(subject.applicant, 'call')}`]),
        'The applicant sees on their page what was said to them.',
      ],
      needs: callNeeds,
      ...said,
      ...{ action: `${caseAt(subject.reference)}/call`, button: 'Save the call', cancel: back },
    }),
  )
}
