// Who may see and do what (docs/guarantees.md, "Staff sign-in" and "Access to cases"): every person of the table, every case, every deed.
import { describe, expect, it } from 'vitest'
import { can, deeds, isAboutCase, type On } from '#domain/cases/access.ts'
import type { Case } from '#domain/cases/case.ts'
import { actionsFor } from '#domain/cases/workflow.ts'
import { services } from '#services/catalogue.ts'
import { housing } from '#services/housing/service.ts'
import { type CaseKind, caseOf, deedIn, everybody, person } from '#tests/support/worlds/who-may.ts'
import { staffRoutes } from '#web/staff/routes.ts'

const kinds: readonly CaseKind[] = ['plain', 'restricted', 'restricted, theirs', 'their own', 'declared']
const words =
  'see-case see-sensitive open-file open-secret act approve assign have note declare-interest hold read-audit break-glass'.split(
    ' ',
  )
const action = (id: string) => housing.workflow.actions.find((one) => one.id === id)

const on = (word: string, subject: Case): On => {
  const start = action('start-checking')
  const approve = action('approve')
  if (word === 'act' && start !== undefined) return { subject, action: start }
  if (word === 'approve' && approve !== undefined) return { subject, action: approve }
  if (word === 'open-file') return { subject, question: 'payslips' }
  if (word === 'open-secret') return { subject, question: 'medicalLetters' }
  return { subject }
}

describe.each(everybody)('$who', ({ user, teams, may: table }) => {
  it.each(kinds)('may, on a housing application that is %s, what the table says and nothing else', (kind) => {
    const subject = caseOf(kind, user)
    const may = words.filter((word) => can(user, deedIn(word), on(word, subject)))
    expect(may.toSorted()).toEqual(
      table[kind]
        .split(' ')
        .filter((word) => word !== '')
        .toSorted(),
    )
  })

  it('sees the worklists of the teams that the table says', () => {
    const seen = ['housing', 'planning', 'bookings', 'complaints'].filter((team) => can(user, 'see-team', { team }))
    expect(seen.join(' ')).toBe(teams)
  })
})

describe('access', () => {
  it('refuses every deed on a case where the case is not given, and acting without an action', () => {
    const manager = person('a housing manager')
    for (const deed of deeds.filter(isAboutCase)) expect([deed, can(manager, deed)]).toEqual([deed, false])
    expect(can(manager, 'act', { subject: caseOf('plain', manager) })).toBe(false)
    expect(can(manager, 'see-team')).toBe(false)
  })

  it('lets nobody in who has no role', () => {
    for (const { user } of everybody) expect(can(user, 'use-desk')).toBe(user.roles.length > 0)
  })

  it('takes a file whose question the record does not have for a sensitive one', () => {
    const adviser = person('a customer adviser')
    expect(can(adviser, 'open-file', { subject: caseOf('plain', adviser), question: 'never-asked' })).toBe(false)
    expect(can(adviser, 'open-file', { subject: caseOf('plain', adviser) })).toBe(false)
  })

  it('opens no document of the housing register to advisers and auditors: a passport is one of them', () => {
    const asked = housing.form.sections.flatMap((section) =>
      section.pages.flatMap(({ questions }) => Object.entries(questions)),
    )
    const files = asked.filter(([, { kind }]) => kind === 'files')
    // Photos of a home's condition are not about anybody.
    expect(files.map(([id, { sensitive }]) => [id, sensitive])).toEqual([
      ['problemPhotos', undefined],
      ['documentFiles', true],
    ])
  })

  it('lets an adviser act in other teams only where the workflow names advisers', () => {
    const adviser = person('a customer adviser')
    const may = services.flatMap(({ team, workflow }) => {
      const subject = { ...caseOf('plain', adviser), team, state: workflow.start }
      return actionsFor(workflow, subject, adviser, '2026-11-25')
        .filter((one) => can(adviser, 'act', { subject, action: one }))
        .map(({ id }) => `${team}: ${id}`)
    })
    expect(may).toEqual([
      ...['bookings: check-in', 'bookings: complete', 'bookings: no-show', 'bookings: cancel-for-us'],
      ...['bookings: move-for-caller', 'bookings: cancel-for-caller'],
    ])
  })

  it('is named by every route, and by nothing that is not a deed', () => {
    const known: readonly string[] = ['anybody', ...deeds]
    expect(staffRoutes.filter(({ policy }) => !known.includes(policy))).toEqual([])
    expect(
      staffRoutes.filter(({ policy }) => policy === 'anybody').map(({ method, path }) => `${method} ${path}`),
    ).toEqual([
      'GET /sign-in',
      'GET /sign-in/start',
      'GET /sign-in/callback',
      'GET /signed-out',
      'GET /calendar/{calendar}',
    ])
    const aboutCase = staffRoutes.filter(({ path }) => path.includes('{reference}'))
    expect(aboutCase.every(({ policy }) => policy !== 'anybody' && policy !== 'use-desk')).toBe(true)
  })
})
