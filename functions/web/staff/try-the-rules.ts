// "Try the rules": any rule of a service, on typed answers or a case's, for any day.

import type { Day } from '#domain/day.ts'
import { askedAs } from '#domain/forms/asked-as.ts'
import { unspaced } from '#domain/forms/clean.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { type Trial, trialGroups, trialLookup, trialProblems } from '#domain/rules/trial.ts'
import type { Service } from '#services/service.ts'
import { answersToTry } from '#usecases/casework/try-rules.ts'
import { BadRequest, html, type Reply } from '../http.ts'
import { staffPages } from '../show/staff/pages.ts'
import { type TrialPage, trialDay } from '../show/staff/trial-pages.ts'
import { around, type DeskVisit } from './visit.ts'

export const showTrials = (visit: DeskVisit): Reply =>
  html(
    staffPages.trials({
      around: around(visit),
      services: visit.desk.services
        .filter(({ trials = [] }) => trials.length > 0)
        .map(({ id, name, trials = [] }) => ({
          name,
          trials: trials.map((trial) => ({ title: trial.title, href: `/rules/${id}/${trial.id}` })),
        })),
    }),
  )

export const showTrial = async (visit: DeskVisit): Promise<Reply> => {
  const { service, trial } = named(visit)
  const today = londonDay(visit.desk.clock.now())
  const reference = unspaced(visit.request.query.case?.[0] ?? '').toUpperCase()
  if (reference === '') return trialReply(visit, { typed: dayTyped(today) })
  const found = await answersToTry(visit.desk, { service, trial, reference, user: visit.user, today })
  const typed = { ...found, ...dayTyped(today) }
  return found === undefined ? trialReply(visit, { typed, reference, missing: true }) : tried(visit, typed, reference)
}

export const takeTrial = (visit: DeskVisit): Reply => tried(visit, visit.request.posted)

// What is wrong is told; without a fault, or for what can be read beside it, there is a result.
const tried = (visit: DeskVisit, typed: Typed, reference?: string): Reply => {
  const { service, trial } = named(visit)
  const today = londonDay(visit.desk.clock.now())
  const groups = trialGroups(service.form, trial, typed)
  const problems = [...problemsOf(typed, 'on', trialDay, today), ...trialProblems(groups, typed, today)]
  const on = answerOf(typed, 'on', trialDay, today)
  const shown = { typed, ...(reference === undefined ? {} : { reference }) }
  if (problems.length > 0 || typeof on !== 'string') return trialReply(visit, { ...shown, problems })
  return trialReply(visit, { ...shown, result: trial.run(trialLookup(service.form, trial, typed, on), on) })
}

const trialReply = (
  visit: DeskVisit,
  shown: Partial<Pick<TrialPage, 'problems' | 'reference' | 'missing' | 'result'>> & Pick<TrialPage, 'typed'>,
): Reply => {
  const { service, trial } = named(visit)
  return html(
    staffPages.trial({
      around: around(visit, { back: { text: 'Back to the rules', href: '/rules' } }),
      title: trial.title,
      serviceName: service.name,
      groups: trialGroups(service.form, trial, shown.typed),
      action: `/rules/${service.id}/${trial.id}`,
      asked: askedAs(service.form),
      problems: [],
      ...shown,
    }),
  )
}

const named = ({ desk, request }: DeskVisit): { readonly service: Service; readonly trial: Trial } => {
  const service = desk.services.find(({ id }) => id === request.pathValues.service)
  const trial = service?.trials?.find(({ id }) => id === request.pathValues.trial)
  if (service === undefined || trial === undefined) throw new BadRequest(404)
  return { service, trial }
}

const dayTyped = (day: Day): Typed => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'on-day': [String(Number(date))], 'on-month': [String(Number(month))], 'on-year': [year] }
}
