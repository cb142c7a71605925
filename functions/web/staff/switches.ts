// The switches that a manager may turn.
import { answerLinesOf, keepFields } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { type SwitchName, switchId } from '#domain/switches/switches.ts'
import { mayTurn, needsOf, switchNames, turnSwitch } from '#usecases/running/turn-switch.ts'
import { BadRequest, html, type Reply, seeOther } from '../http.ts'
import { staffPages } from '../show/staff/pages.ts'
import { switchesAt } from '../show/staff/switch-pages.ts'
import { versionOf } from './kept.ts'
import { around, type DeskVisit } from './visit.ts'

export const showSwitches = async (visit: DeskVisit): Promise<Reply> =>
  html(staffPages.switches({ ...(await shownIn(visit)), names: theirs(visit) }))

export const showSwitch = async (visit: DeskVisit): Promise<Reply> => {
  const name = nameIn(visit)
  const shown = await shownIn(visit)
  const { closed, waitingRoom } = ('service' in name ? shown.switches.services[name.service] : undefined) ?? {}
  const [year = '', month = '', day = ''] = (name.is === 'closed' ? (closed?.lastDay ?? '') : '').split('-')
  const typed = {
    ...(day === '' ? {} : { 'lastDay-day': [day], 'lastDay-month': [month], 'lastDay-year': [year] }),
    ...(waitingRoom === undefined ? {} : { perMinute: [String(waitingRoom.perMinute)] }),
  }
  const kept = visit.kept && keepFields(visit.kept.typed, needsOf(name, true))
  const version = versionOf(visit.kept, shown.switches.version)
  return switchReply(visit, name, { typed: kept ?? typed, problems: [], version })
}

export const takeSwitch = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const name = nameIn(visit)
  const on = one(request.posted, 'do') === 'on'
  const version = Number(one(request.posted, 'version'))
  const typed = keepFields(request.posted, needsOf(name, true))
  const done = await turnSwitch(desk, { name, on, typed, user, version })
  if (done.ok) return seeOther(switchesAt)
  if (done.error === 'not-you') throw new BadRequest(404)
  if (done.error === 'changed-elsewhere') return conflictReply(visit, name, { typed, version })
  return switchReply(visit, name, { typed, problems: done.error, version })
}

type Asked = { readonly typed: Typed; readonly problems: readonly Problem[]; readonly version: number }

const switchReply = async (visit: DeskVisit, name: SwitchName, asked: Asked): Promise<Reply> =>
  html(staffPages.switch({ ...(await shownIn(visit, back)), name, needs: needsOf(name, true), ...asked }))

const conflictReply = async (
  visit: DeskVisit,
  name: SwitchName,
  { typed, version }: Pick<Asked, 'typed' | 'version'>,
): Promise<Reply> => {
  const today = londonDay(visit.desk.clock.now())
  const lines = Object.entries(needsOf(name, true)).map(([id, question]) => ({
    question: question.label ?? id,
    lines: answerLinesOf(typed, id, question, today),
  }))
  return html(staffPages.switchConflict({ ...(await shownIn(visit, back)), name, version, typed: lines }), 409)
}

const back = { back: { text: 'Back to the switches', href: switchesAt } }

const shownIn = async (visit: DeskVisit, more = {}) => ({
  around: around(visit, more),
  switches: await visit.desk.board.get(),
  serviceNames: Object.fromEntries(visit.desk.services.map(({ id, name }) => [id, name])),
})

const theirs = ({ desk, user }: DeskVisit): readonly SwitchName[] =>
  switchNames(desk.services).filter((name) => mayTurn(user, name, desk.services))

// Another team's switch is as one that is not there.
const nameIn = (visit: DeskVisit): SwitchName => {
  const name = theirs(visit).find((one) => switchId(one) === visit.request.pathValues.switch)
  if (name === undefined) throw new BadRequest(404)
  return name
}
