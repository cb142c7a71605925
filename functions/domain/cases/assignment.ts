// Changes of a case that are not in its workflow: who has it, and who must not. Each writes its own history, like any other.
import type { Case, CaseEvent, Staff } from './case.ts'
import { markerDeeds } from './desk/markers.ts'

export type Changed = { readonly case: Case; readonly event: CaseEvent }

type Change = { readonly by: Staff; readonly now: number; readonly id: string }

export const assign = (subject: Case, to: Pick<Staff, 'id' | 'name'> | undefined, change: Change): Changed => {
  const { assignee: _before, lentBy: _lentBy, ...rest } = subject
  const words =
    to === undefined
      ? 'left the case with no one'
      : to.id === change.by.id
        ? 'took the case'
        : `gave the case to ${to.name}`
  return changed(to === undefined ? rest : { ...rest, assignee: { id: to.id, name: to.name } }, change, {
    action: 'assign',
    words,
  })
}

type Named = Pick<Staff, 'id' | 'name'>

export type GivenTurn = {
  readonly to: Named | undefined
  // Whose it stays, while they are away.
  readonly lentBy?: Named
  // "gave the case to Officer 2".
  readonly words: string
  readonly why: string
}

// By nobody's hand: in turn, to whoever covers, or back.
export const passOn = (subject: Case, turn: GivenTurn, { now, id }: Omit<Change, 'by'>): Changed => {
  const { assignee: _before, lentBy: _lentBy, ...rest } = subject
  const named = ({ id: of, name }: Named) => ({ id: of, name })
  const after = {
    ...rest,
    ...(turn.to === undefined ? {} : { assignee: named(turn.to) }),
    ...(turn.lentBy === undefined ? {} : { lentBy: named(turn.lentBy) }),
  }
  const passed = changed(after, { by: { name: 'Guildhall' }, now, id }, { action: 'assign', words: turn.words })
  return { ...passed, event: { ...passed.event, details: [{ question: 'Why', lines: [turn.why] }] } }
}

// Closed to this person from now on, and no longer theirs.
export const declareInterest = (subject: Case, change: Change): Changed => {
  const { assignee, ...rest } = subject
  const interests = [...(subject.interests ?? []), change.by.id]
  const kept = assignee === undefined || assignee.id === change.by.id ? {} : { assignee }
  return changed({ ...rest, ...kept, interests }, change, {
    action: 'declare-interest',
    words: 'declared an interest and can no longer see the case',
  })
}

// Who has a case is the council's own affair, how long it is kept, and whether another application is the same person's; everything else in its history the
// applicant may see.
export const isForApplicant = ({ action }: CaseEvent): boolean =>
  !['assign', 'declare-interest', 'compare', 'seen', ...keepingDeeds, ...markerDeeds].includes(action)

const keepingDeeds = ['hold', 'release', 'agree-erasing', 'end-erasing']

type By = Omit<Change, 'by'> & { readonly by: { readonly name: string; readonly id?: string } }

const changed = (after: Case, { by, now, id }: By, said: Pick<CaseEvent, 'action' | 'words'>): Changed => {
  const version = after.version + 1
  const whose = by.id === undefined ? {} : { byId: by.id }
  const event = { id, at: now, by: by.name, ...whose, ...said, from: after.state, to: after.state, version }
  return { case: { ...after, version, changedAt: now }, event }
}
