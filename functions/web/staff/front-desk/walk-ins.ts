// Without an appointment: who waits at a place, giving out numbers, calling, and the sign that stands at the desk.
import { choice, choices } from '#domain/forms/ask.ts'
import { keepFields, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { isLongWait, type WalkInDeed, type WalkInNeed, waitInWords, walkInNeeds } from '#domain/slots/walk-in.ts'
import { deskCodeOf } from '#usecases/booking/say-here.ts'
import { doWith, type Queue, queueAt, takeIn, takesIn } from '#usecases/booking/walk-ins.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'
import { deskPlaceIn } from './day-sheet.ts'
import { sheetAt, walkInsAt } from './sheet-address.ts'

export const showWalkIns = async (visit: DeskVisit): Promise<Reply> => walkInsReply(visit, {}, [])

const walkInsReply = async (visit: DeskVisit, typed: Typed, problems: readonly Problem[]): Promise<Reply> => {
  const { desk, user, request } = visit
  const { id, place } = deskIn(visit)
  const queue = await queueAt(desk, id)
  const mine = takesIn(desk.services, user).map((service) => service.id)
  const [given, done] = [request.query.given?.[0], request.query.done?.[0]]
  return html(
    staffPages.walkIns({
      around: around(visit, {
        back: { text: 'Back to the list of today', href: sheetAt(id, londonDay(desk.clock.now())) },
      }),
      ...{ place, queue, typed, problems, at: walkInsAt(id), now: desk.clock.now() },
      ...(mine.length === 0 ? {} : { needs: needsFor(queue, mine) }),
      ...(given === undefined ? {} : { given: Number(given) }),
      ...(done === undefined ? {} : { done: Number(done) }),
    }),
  )
}

// What this person may take somebody in for, with how long that takes just now.
const needsFor = ({ comesFor }: Queue, mine: readonly string[]): Readonly<Record<string, Question>> => {
  const offered = comesFor.filter(({ service }) => mine.includes(service.id))
  return {
    comesFor: choice(
      'Select what they have come for',
      Object.fromEntries(
        offered.map(({ service, type, name, wait }) => [
          `${service.id}.${type}`,
          {
            label: name,
            hint: isLongWait(wait)
              ? `${sentence(waitInWords(wait))}: book an appointment instead`
              : sentence(waitInWords(wait)),
          },
        ]),
      ),
      { label: 'What have they come for?', for: 'officer' },
    ),
    needs: choices('Select what they need', walkInNeeds, {
      ...{ label: 'Do they need any of these?', optional: true, for: 'officer' },
    }),
  }
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export const takeWalkIn = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user, request } = visit
  const { id } = deskIn(visit)
  const mine = takesIn(desk.services, user).map((service) => service.id)
  if (mine.length === 0) throw new BadRequest(403)
  const needs = needsFor(await queueAt(desk, id), mine)
  const typed = keepFields(request.posted, needs)
  const today = londonDay(desk.clock.now())
  const problems = Object.entries(needs).flatMap(([field, question]) => problemsOf(typed, field, question, today))
  if (problems.length > 0) return walkInsReply(visit, typed, problems)
  const [service = '', type = ''] = one(typed, 'comesFor').split('.')
  const taken = await takeIn(desk, user, { place: id, service, type, needs: (typed.needs ?? []).filter(isNeed) })
  if (!taken.ok) return walkInsReply(visit, typed, [{ field: 'comesFor', words: quicker }])
  return seeOther(`${walkInsAt(id)}?given=${taken.value.number}`)
}

const quicker = 'Somebody else changed the list at this moment. Press the button again'

const isNeed = (id: string): id is WalkInNeed => id in walkInNeeds

export const takeDeed = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user, request } = visit
  const { id } = deskIn(visit)
  const deed = deeds.find((known) => known === one(request.posted, 'do'))
  const number = Number(request.pathValues.number)
  if (takesIn(desk.services, user).length === 0) throw new BadRequest(403)
  if (deed === undefined || !Number.isInteger(number)) throw new BadRequest(404)
  const done = await doWith(desk, user, { place: id, number, deed })
  if (done.ok) return seeOther(`${walkInsAt(id)}?done=${number}`)
  return walkInsReply(visit, {}, [{ field: 'comesFor', words: quicker }])
}

const deeds: readonly WalkInDeed[] = ['call', 'seen', 'left', 'undo']

// On paper at the desk: the code of the day, and the page that says who is called, to be opened by a phone's camera.
export const showSign = (visit: DeskVisit): Reply => {
  const { desk } = visit
  const { id, place } = deskIn(visit)
  const today = londonDay(desk.clock.now())
  return html(
    staffPages.sign({
      around: around(visit, { back: { text: 'Back to the list of today', href: sheetAt(id, today) } }),
      ...{ place, day: today, code: deskCodeOf(desk, id, today) },
      page: `${desk.citizenOrigin}/desk/${encodeURIComponent(id)}`,
    }),
  )
}

// Somebody comes only to a place with rooms.
const deskIn = (visit: DeskVisit): ReturnType<typeof deskPlaceIn> => {
  const found = deskPlaceIn(visit)
  if (!found.place.needsRoom) throw new BadRequest(404)
  return found
}
