// A helper comes: by the reference, and a code to the number or address that the applicant gave for them.

import { email } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { ukMobile } from '#domain/forms/fields/phone.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { cameToHelp, helpedBy, type NamedByHelper } from '#usecases/answering/helping.ts'
import { plainReference } from '#usecases/answering/recovery-phrase.ts'
import { askForHelpersCode } from '#usecases/answering/return-code.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { maskedEmail, phoneEnding } from '#web/show/citizen/masked.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '#web/show/site.ts'
import { withDraft } from '../session.ts'
import { type Answer, around, type Visit, withSession } from '../visit.ts'
import { onwardOf } from './birth-date.ts'
import { carried } from './carried.ts'
import { mayText } from './may-text.ts'
import { holdsDraft } from './yours.ts'

export const showHelping = (visit: Visit): Reply =>
  helpingReply(visit, { reference: [visit.request.pathValues.reference ?? ''] }, [])

const helpingReply = (visit: Visit, typed: Typed, problems: readonly Problem[]): Reply =>
  html(
    pages.helping({
      around: around(visit),
      action: paths.helping,
      typed: { reference: one(typed, 'reference'), contact: one(typed, 'contact') },
      problems,
    }),
  )

export const takeHelping = async (visit: Visit): Promise<Answer> => {
  const { counter, request, session } = visit
  const reference = plainReference(one(request.posted, 'reference'))
  const helper = contactIn(one(request.posted, 'contact'))
  const problems = [
    ...(reference === '' ? [{ field: 'reference', words: 'Enter the reference' }] : []),
    ...(helper === undefined ? [noContact] : []),
  ]
  if (helper === undefined || problems.length > 0) return helpingReply(visit, request.posted, problems)
  const by = helper.includes('@') ? 'email' : 'text'
  const challenge = counter.ids.secret()
  const asked = (await mayText(visit)) && (await askForHelpersCode(counter, { challenge, reference, helper })).ok
  if (!asked) return html(pages.noHelpersCode(around(visit, undefined, paths.helping)), 429)
  const masked = by === 'email' ? maskedEmail(helper) : phoneEnding(helper)
  return withSession(seeOther('/return/code'), { ...session, challenge, codeTo: { by, masked, helps: true } })
}

const noContact: Problem = {
  field: 'contact',
  words: 'Enter your UK mobile number, like 07700 900 982, or your email address, like name@example.com',
}

const contactIn = (said: string): string | undefined => {
  if (!said.includes('@')) return ukMobile(said)
  const [typed, question] = [{ contact: [said] }, email('Email address', { missing: 'Enter your email address' })]
  if (problemsOf(typed, 'contact', question, '').length > 0) return undefined
  const answer = answerOf(typed, 'contact', question, '')
  return typeof answer === 'string' ? answer : undefined
}

/** Undefined where the applicant has ended it since. Whoever has it at hand as their own keeps it so. */
export const comeToHelp = async (visit: Visit, named: NamedByHelper): Promise<Answer | undefined> => {
  const { counter } = visit
  const found = await helpedBy(counter, named)
  if (found === undefined) return undefined
  const { draft, helper } = found
  const onward = seeOther(onwardOf(draft))
  if (await holdsDraft(visit, draft.id)) return onward
  await cameToHelp(counter, draft, helper.id)
  return withSession(onward, withDraft(carried(visit), draft.service, { id: draft.id, helper: helper.id }))
}
