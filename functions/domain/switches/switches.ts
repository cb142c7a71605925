// What can be turned on and off while the product runs, and how it is turned (docs/guarantees.md, "Release").
import type { Day } from '../day.ts'
import { atRate, roomOpened, type WaitingRoom } from './queue.ts'

export type Switches = {
  // 0: never turned. Two people who turn at once are told apart by it.
  readonly version: number
  // Texts stay due and go out when it is off again.
  readonly textsOff: boolean
  // Nothing of a draft, case or appointment is changed.
  readonly readOnly: boolean
  readonly services: Readonly<Record<string, OfService>>
  // The last turns, newest last.
  readonly turns: readonly Turn[]
}

type OfService = {
  readonly closed?: Closed
  readonly waitingRoom?: WaitingRoom
}

// Nobody can begin. Whoever had begun may go on until this day is over, London time; without one, as long as their answers are kept.
export type Closed = { readonly lastDay?: Day }

export type SwitchName =
  | { readonly is: 'texts' }
  | { readonly is: 'read-only' }
  | { readonly is: 'closed' | 'waiting-room'; readonly service: string }

export type Turn = {
  readonly version: number
  readonly name: SwitchName
  readonly on: boolean
  readonly at: number
  readonly by: string
  readonly byId: string
  readonly reason: string
}

export const untouched: Switches = { version: 0, textsOff: false, readOnly: false, services: {}, turns: [] }

// Where nobody can say how the switches stand, and nobody has said for an hour:
//
//   texts          off      they wait as rows and none is lost; sent to the wrong people after a restore, they cannot be taken back
//   read-only      off      a save has its own conditions, and fails honestly where storage fails
//   closed         off      somebody with a deadline is not turned away because we cannot read a setting
//   waiting room   off      each function has a limit of its own, and says "try again in a few minutes" past it
export const safe: Switches = { ...untouched, textsOff: true }

export type To =
  | { readonly on: false }
  // `lastDay` is for closing, `perMinute` for a waiting room.
  | { readonly on: true; readonly lastDay?: Day; readonly perMinute?: number }

// Few enough that each function reads a small item.
const keptTurns = 30

export const switchTurned = (
  before: Switches,
  name: SwitchName,
  to: To,
  told: Pick<Turn, 'at' | 'by' | 'byId' | 'reason'>,
): Switches => {
  const version = before.version + 1
  const turn: Turn = { ...told, version, name, on: to.on }
  return { ...set(before, name, to, told.at), version, turns: [...before.turns, turn].slice(-keptTurns) }
}

export const isOn = (switches: Switches, name: SwitchName): boolean => {
  switch (name.is) {
    case 'texts':
      return switches.textsOff
    case 'read-only':
      return switches.readOnly
    case 'closed':
      return switches.services[name.service]?.closed !== undefined
    case 'waiting-room':
      return switches.services[name.service]?.waitingRoom !== undefined
  }
}

export const lastTurnOf = (switches: Switches, name: SwitchName): Turn | undefined =>
  switches.turns.findLast((turn) => sameSwitch(turn.name, name))

// 'texts', 'closed-housing': in addresses and in the audit log.
export const switchId = (name: SwitchName): string => ('service' in name ? `${name.is}-${name.service}` : name.is)

const sameSwitch = (one: SwitchName, other: SwitchName): boolean => switchId(one) === switchId(other)

const set = (before: Switches, name: SwitchName, to: To, now: number): Switches => {
  switch (name.is) {
    case 'texts':
      return { ...before, textsOff: to.on }
    case 'read-only':
      return { ...before, readOnly: to.on }
    case 'closed':
    case 'waiting-room':
      return {
        ...before,
        services: { ...before.services, [name.service]: serviceSet(before.services[name.service], name.is, to, now) },
      }
  }
}

const serviceSet = (before: OfService = {}, is: 'closed' | 'waiting-room', to: To, now: number): OfService => {
  const { closed, waitingRoom } = before
  if (is === 'closed') {
    const kept = waitingRoom === undefined ? {} : { waitingRoom }
    return to.on ? { ...kept, closed: to.lastDay === undefined ? {} : { lastDay: to.lastDay } } : kept
  }
  const kept = closed === undefined ? {} : { closed }
  return to.on ? { ...kept, waitingRoom: roomAt(waitingRoom, to.perMinute ?? 1, now) } : kept
}

// A room that is open goes on: everybody keeps their number.
const roomAt = (room: WaitingRoom | undefined, perMinute: number, now: number): WaitingRoom =>
  room === undefined ? roomOpened(perMinute, now) : atRate(room, perMinute, now)
