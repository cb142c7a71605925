// The timetable as it is and as the draft would make it, and changing a part of it.

import { problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { type Element, nameOf } from '#domain/slots/elements.ts'
import { holidayFaults } from '#domain/slots/rota-change.ts'
import { changeDraft, elementsWith, readsTimetableOf, shownOn, withChange } from '#usecases/booking/rota/draft.ts'
import type { ElementForm } from '#usecases/booking/rota/element-form.ts'
import { formFor, readForm, weeksTyped } from '#usecases/booking/rota/forms.ts'
import { awayNeeds, withAway } from '#usecases/booking/rota/staff-forms.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'
import { inRota, inRotaDraft, kindIn, type RotaVisit, rotaAt } from './rota-visit.ts'

export const showTimetables = (visit: DeskVisit): Reply => {
  const { desk, user } = visit
  const [first, ...more] = readsTimetableOf(desk.services, user)
  if (first === undefined) throw new BadRequest(403)
  if (more.length === 0) return seeOther(rotaAt(first))
  const links = [first, ...more].map((service) => ({ text: service.name, href: rotaAt(service) }))
  return html(staffPages.timetables({ around: around(visit), links }))
}

export const showTimetable = inRota((visit) => {
  const { desk, rota, runs, request } = visit
  const today = londonDay(desk.clock.now())
  return html(
    staffPages.timetable({
      around: around(visit, { back: { text: 'Back to the front desk', href: '/desk' } }),
      ...{ service: rota.service, at: rotaAt(rota.service), runs, today },
      ...{ on: shownOn(desk, rota), elements: elementsWith(desk, rota) },
      ...(rota.draft?.plan === undefined ? {} : { draft: new Set(rota.draft.changes.map(nameOf)) }),
      coming: rota.published.standing.filter(({ from }) => from > today),
      warnings: holidayFaults(rota.base, today).map(({ words }) => words),
      ...(request.query.quicker === undefined ? {} : { problem: quicker }),
    }),
  )
})

const quicker = 'Somebody else changed the timetable at this moment. See what it is now, then make your change again'

export const showElementChange = inRotaDraft((visit) => formReply(visit, formIn(visit), undefined, []))

export const takeElementChange = inRotaDraft(async (visit) => {
  const { desk, rota, request, user, draft } = visit
  const { posted } = request
  const form = formIn(visit, weeksTyped(posted))
  // Other weeks than were shown: they are asked for first.
  if (kindIn(visit) === 'staff' && one(posted, 'weeks') !== one(posted, 'shown') && weeksTyped(posted) !== undefined)
    return formReply(visit, form, posted, [])
  const read = readForm(form, posted, londonDay(desk.clock.now()))
  if (!read.ok) return formReply(visit, form, posted, read.error)
  return kept(visit, await changeDraft(desk, rota, user, withChange(draft, read.value)))
})

const kept = ({ rota }: RotaVisit, done: { readonly ok: boolean }): Reply =>
  seeOther(done.ok ? `${rotaAt(rota.service)}/draft` : `${rotaAt(rota.service)}?quicker=1`)

const formIn = (visit: RotaVisit, weeks?: number): ElementForm => {
  const { desk, rota, request } = visit
  const now = desk.clock.now()
  const form = formFor({
    ...{ kind: kindIn(visit), id: request.pathValues.id ?? '', elements: elementsWith(desk, rota) },
    ...{ timetable: rota.base, today: londonDay(now), newId: desk.ids.ordered(now).toLowerCase() },
    ...(weeks === undefined ? {} : { weeks }),
  })
  if (form === undefined) throw new BadRequest(404)
  return form
}

const formReply = (
  visit: RotaVisit,
  { title, words, needs, typed }: ElementForm,
  posted: Typed | undefined,
  problems: readonly Problem[],
): Reply => {
  const at = rotaAt(visit.rota.service)
  const shown = posted === undefined ? typed : { ...typed, ...posted }
  return html(
    staffPages.form({
      around: around(visit, { back: { text: 'Back to the timetable', href: at } }),
      ...{ title, words, needs, typed: shown, problems, action: visit.request.path, button: 'Keep in the draft' },
      ...{ cancel: at, hidden: { shown: one(shown, 'weeks') } },
    }),
  )
}

const staffIn = ({ rota, desk, request }: RotaVisit): Extract<Element, { readonly kind: 'staff' }> => {
  const found = elementsWith(desk, rota).find(({ kind, id }) => kind === 'staff' && id === request.pathValues.id)
  if (found?.kind !== 'staff' || found.is === null) throw new BadRequest(404)
  return found
}

export const showAway = inRotaDraft((visit) => awayReply(visit, {}, []))

export const takeAway = inRotaDraft(async (visit) => {
  const { desk, rota, request, user, draft } = visit
  const today = londonDay(desk.clock.now())
  const needs = awayNeeds(rota.base)
  const problems = Object.entries(needs).flatMap(([id, asked]) => problemsOf(request.posted, id, asked, today))
  if (problems.length > 0) return awayReply(visit, request.posted, problems)
  const read = withAway(staffIn(visit), request.posted, today)
  if (!read.ok) return awayReply(visit, request.posted, read.error)
  return kept(visit, await changeDraft(desk, rota, user, withChange(draft, read.value)))
})

const awayReply = (visit: RotaVisit, typed: Typed, problems: readonly Problem[]): Reply => {
  const at = rotaAt(visit.rota.service)
  return html(
    staffPages.form({
      around: around(visit, { back: { text: 'Back to the timetable', href: at } }),
      title: `When is it different for ${staffIn(visit).is?.name ?? ''}?`,
      words: ['Do not say why somebody is away.'],
      ...{ needs: awayNeeds(visit.rota.base), typed, problems },
      ...{ action: visit.request.path, button: 'Keep in the draft', cancel: at },
    }),
  )
}
