// The switches for managers: how each stands, who turned it, what people notice, and turning it with a reason.
import { inWords } from '#domain/day.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { isOn, lastTurnOf, type Switches, type SwitchName, switchId, type Turn } from '#domain/switches/switches.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import { formParts } from '../controls/form.ts'
import { moment } from '../when.ts'
import { type StaffAround, staffPage } from './around.ts'

export type ServiceNames = Readonly<Record<string, string>>

type Shown = { readonly around: StaffAround; readonly switches: Switches; readonly serviceNames: ServiceNames }

export type SwitchesPage = Shown & { readonly names: readonly SwitchName[] }

export const switchesAt = '/switches'

export const switchesPage = ({ around, switches, serviceNames, names }: SwitchesPage): string => {
  const title = 'Switches'
  return staffPage(
    'switches',
    around,
    { title },
    {
      title,
      rows: names.map((name) => ({
        title: titleOf(name, serviceNames),
        href: `${switchesAt}/${switchId(name)}`,
        state: tagOf(name, switches),
        words: [...asItStands(name, switches), ...lastTurn(name, switches)],
      })),
    },
  )
}

// What staff see on every page while it is so: the switch changes what the page does, and may have
// been forgotten.
export const noticesOf = (switches: Switches, serviceNames: ServiceNames): readonly string[] => [
  ...(switches.textsOff ? [sinceWords('No texts are being sent', switches, { is: 'texts' })] : []),
  ...(switches.readOnly ? [sinceWords('Nothing can be saved', switches, { is: 'read-only' })] : []),
  ...Object.keys(switches.services).flatMap((service) => noticesOfService(switches, service, serviceNames)),
]

const noticesOfService = (switches: Switches, service: string, names: ServiceNames): readonly string[] => {
  const { closed, waitingRoom } = switches.services[service] ?? {}
  const called = `“${names[service] ?? service}”`
  return [
    ...(closed === undefined ? [] : [sinceWords(`${called} is closed`, switches, { is: 'closed', service })]),
    ...(waitingRoom === undefined
      ? []
      : [sinceWords(`${called} has a waiting room`, switches, { is: 'waiting-room', service })]),
  ]
}

const sinceWords = (words: string, switches: Switches, name: SwitchName): string => {
  const turn = lastTurnOf(switches, name)
  return turn === undefined ? `${words}.` : `${words}. ${turnWords(turn)}`
}

export type SwitchPage = Shown & {
  readonly name: SwitchName
  readonly needs: Readonly<Record<string, Question>>
  readonly typed: Typed
  readonly problems: readonly Problem[]
  // As the person had them before them: a form that is shown again keeps it.
  readonly version: number
}

export const switchPage = (given: SwitchPage): string => {
  const { around, switches, name, needs, problems, typed } = given
  const title = titleOf(name, given.serviceNames)
  return staffPage(
    'switch',
    around,
    { title, failed: problems.length > 0 },
    {
      title,
      state: tagOf(name, switches),
      stands: asItStands(name, switches),
      notice: noticed(name),
      turns: earlierTurns(name, switches),
      ...formParts({ id: switchId(name), title, questions: needs, typed, problems }),
      action: `${switchesAt}/${switchId(name)}`,
      version: given.version,
      buttons: buttonsOf(name, switches),
      cancel: switchesAt,
    },
  )
}

const shownTurns = 10

// Newest first.
const earlierTurns = (name: SwitchName, { turns }: Switches): readonly string[] =>
  turns
    .filter((turn) => switchId(turn.name) === switchId(name))
    .toReversed()
    .slice(0, shownTurns)
    .map(turnWords)

export type SwitchConflictPage = Shown & {
  readonly name: SwitchName
  // The version that the person had before them.
  readonly version: number
  readonly typed: readonly { readonly question: string; readonly lines: readonly string[] }[]
}

export const switchConflictPage = ({ around, switches, serviceNames, ...given }: SwitchConflictPage): string => {
  const title = 'Someone else turned a switch'
  return staffPage(
    'switch-conflict',
    around,
    { title },
    {
      title,
      since: switches.turns
        .filter(({ version }) => version > given.version)
        .map((turn) => `${titleOf(turn.name, serviceNames)}: ${turnWords(turn)}`),
      typed: given.typed,
      href: `${switchesAt}/${switchId(given.name)}`,
    },
  )
}

const titleOf = (name: SwitchName, serviceNames: ServiceNames): string => {
  switch (name.is) {
    case 'texts':
      return 'Stop all texts'
    case 'read-only':
      return 'Make everything read-only'
    case 'closed':
      return `Close “${serviceNames[name.service] ?? name.service}”`
    case 'waiting-room':
      return `Waiting room for “${serviceNames[name.service] ?? name.service}”`
  }
}

const tagOf = (name: SwitchName, switches: Switches): Variables =>
  isOn(switches, name) ? { text: 'On', colour: 'red' } : { text: 'Off', colour: 'grey' }

const asItStands = (name: SwitchName, { services }: Switches): readonly string[] => {
  if (!('service' in name)) return []
  const { closed, waitingRoom } = services[name.service] ?? {}
  if (name.is === 'waiting-room')
    return waitingRoom === undefined ? [] : [`${waitingRoom.perMinute} people may start in a minute`]
  if (closed === undefined) return []
  return [
    closed.lastDay === undefined
      ? 'People who had started may finish for as long as their answers are kept'
      : `People who had started may finish until the end of ${inWords(closed.lastDay)}`,
  ]
}

const lastTurn = (name: SwitchName, switches: Switches): readonly string[] => {
  const turn = lastTurnOf(switches, name)
  return turn === undefined ? [] : [turnWords(turn)]
}

const turnWords = ({ on, by, at, reason }: Turn): string =>
  `Turned ${on ? 'on' : 'off'} by ${onOneLine(by)} on ${moment(at)}: ${onOneLine(reason)}`

// What people notice while it is on.
const noticed = (name: SwitchName): readonly string[] => {
  switch (name.is) {
    case 'texts':
      return [
        'No text goes out: no confirmations, reminders or codes. People who want to come back to saved answers do not get their code.',
        'Texts wait, and all of them go when you turn this off. A reminder whose time has passed by then does not go.',
      ]
    case 'read-only':
      return [
        'Residents see everything they could see before. When they save or send, they are told that they cannot at the moment, and the page keeps what they typed.',
        'Staff see every case and cannot change any. Signing in and these switches go on.',
        'Files that were being checked go on being checked, and the nightly work and texts go on: stop texts with their own switch.',
      ]
    case 'closed':
      return [
        'The start page says that the service is closed, and gives the telephone number. Nobody can start.',
        'People who had started can finish until the last day that you give. After that, what they saved can be seen but not changed or sent.',
        'Anyone we asked for more information can still answer. Staff work on cases as before.',
      ]
    case 'waiting-room':
      return [
        'Whoever starts gets a number and waits for it on a page that says how many are ahead. At most the number you give start in a minute, in the order in which they came.',
        'People who have started already do not queue, nor do people who come back to saved answers.',
        'You can change the rate at any time: everybody keeps their number.',
      ]
  }
}

type Button = { readonly text: string; readonly does: 'on' | 'off'; readonly warning: boolean }

const buttonsOf = (name: SwitchName, switches: Switches): readonly Button[] => {
  if (!isOn(switches, name)) return [{ text: 'Turn on', does: 'on', warning: true }]
  const off: Button = { text: 'Turn off', does: 'off', warning: false }
  if (name.is === 'closed') return [off, { text: 'Change the last day', does: 'on', warning: false }]
  return name.is === 'waiting-room' ? [off, { text: 'Change the rate', does: 'on', warning: false }] : [off]
}
