// A restricted case, opened in an emergency.
import { keepFields } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { breakGlass, glassNeeds } from '#usecases/team/break-glass.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type CaseVisit, caseAt, emergencyAt } from '../visit.ts'

export const showEmergency = (visit: CaseVisit): Reply => emergencyReply(visit, {}, [])

export const takeEmergency = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, user, whole } = visit
  const { subject } = whole
  const typed = keepFields(request.posted, glassNeeds)
  const done = await breakGlass(desk, { subject, user, typed, once: one(request.posted, '_csrf') })
  if (done.ok) return seeOther(caseAt(subject.reference))
  if (done.error === 'not-you') throw new BadRequest(403)
  return emergencyReply(visit, typed, done.error)
}

// Nothing of the case is said before it is open.
const emergencyReply = (visit: CaseVisit, typed: Typed, problems: readonly Problem[]): Reply => {
  const { reference } = visit.whole.subject
  return html(
    staffPages.form({
      around: around(visit, { back: { text: 'Back to the worklist', href: '/cases' } }),
      title: 'Open a restricted case in an emergency',
      caption: reference,
      words: [
        'It is open to you for one hour, to read and to add notes. Then it closes by itself.',
        'The managers of its team, and whoever has the case, are told now that you opened it and why. They judge it within 2 working days. Each page that you look at is recorded.',
      ],
      ...{
        needs: glassNeeds,
        typed,
        problems,
        action: emergencyAt(reference),
        button: 'Open the case',
        cancel: '/cases',
      },
    }),
  )
}
