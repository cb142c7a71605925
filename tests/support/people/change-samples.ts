// The pages on which staff type a change for a caller, with plausible contents.
import type { Case } from '#domain/cases/case.ts'
import { journey } from '#domain/forms/answered/journey.ts'
import { askedQuestions } from '#services/asked-questions.ts'
import { housing } from '#services/housing/service.ts'
import { sectionsOf } from '#usecases/team/change-for-caller.ts'
import type { StaffAround } from '#web/show/staff/around.ts'
import { staffPages } from '#web/show/staff/pages.ts'

const elder = { firstName: ['Elder'], lastName: ['<b>Parent'] }

export const changeSamples = (around: StaffAround, subject: Case): Readonly<Record<string, string>> => {
  const caption = 'Sample <b>Person</b>, H2345678'
  const walk = journey(
    housing.form,
    { pages: { 'about-you/household': { othersMove: ['yes'] }, 'people/1/person': elder }, items: { people: ['1'] } },
    '2026-11-23',
  )
  const list = {
    ...{ around, caption, walk, action: '/cases/H2345678/change/d1', cancel: '/cases/H2345678' },
    sections: sectionsOf({ walk }).filter(({ section }) => ['people', 'money'].includes(section.id)),
    ...{ left: ['people_1', 'money'], partAt: (group: string) => `/parts/${group}` },
  }
  const { assessment: _read, ...unread } = subject
  const check = {
    today: '2026-11-23',
    ...{ around, caption, before: subject, after: subject, decided: true, typed: {}, problems: [] },
    ...{ questions: askedQuestions, action: '/cases/H2345678/change/d1/check', cancel: '/cases/H2345678' },
    effects: [
      { question: 'Band', now: 'Band C', after: 'Band B' },
      { question: 'Effective date', now: '1 March 2026', after: '1 March 2026' },
    ],
    changes: [{ question: 'Sample <b>: savings', before: [], lines: ['£20'] }],
  }
  return {
    changing: staffPages.changing({ ...list, problems: [] }),
    'changing-left': staffPages.changing({
      ...list,
      problems: [{ field: 'people_1', words: 'Answer what is left about Elder <b>' }],
    }),
    'change-check': staffPages.changeCheck(check),
    'change-check-wrong': staffPages.changeCheck({
      ...{ ...check, before: unread },
      problems: [{ field: 'askedBy', words: 'Select who asked' }],
    }),
    'change-check-same': staffPages.changeCheck({ ...check, changes: [] }),
  }
}
