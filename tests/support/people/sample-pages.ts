// Every page of the product with plausible contents, by name: what is validated, looked at and measured.
import type { Case, Staff } from '#domain/cases/case.ts'
import { historyIn } from '#domain/cases/desk/hands.ts'
import type { Task } from '#domain/cases/task.ts'
import type { RecordSection } from '#domain/forms/answered/record.ts'
import * as ask from '#domain/forms/ask.ts'
import { slotTime } from '#domain/forms/ask.ts'
import { many, page } from '#domain/forms/form.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import type { Block } from '#domain/slots/block.ts'
import { switchTurned, untouched } from '#domain/switches/switches.ts'
import type { Text, TextTemplate } from '#domain/texts/text.ts'
import { bookings } from '#services/bookings/service.ts'
import { housing } from '#services/housing/service.ts'
import { pagesAroundTime } from '#usecases/answering/book-for-caller.ts'
import { closingNeeds } from '#usecases/booking/closing-needs.ts'
import type { SheetRow } from '#usecases/booking/day-sheet.ts'
import { taskNeeds } from '#usecases/casework/tasks.ts'
import type { OpenedCase } from '#usecases/ports/stores.ts'
import { needsOf } from '#usecases/running/turn-switch.ts'
import type { SeenView } from '#usecases/team/saved-views.ts'
import type { Around } from '#web/show/citizen/around.ts'
import { pages } from '#web/show/citizen/pages.ts'
import type { StaffAround } from '#web/show/staff/around.ts'
import { daysShown } from '#web/show/staff/front-desk/days.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { changeSamples } from './change-samples.ts'
import { bigPage, onePagers } from './every-question.ts'
import { blockSamples } from './front-desk/block-samples.ts'
import { resourceSamples } from './front-desk/resource-samples.ts'
import { deskNowSamples, walkInSamples } from './front-desk/walk-in-samples.ts'
import { residentWorkshops, workshopSamples } from './front-desk/workshop-samples.ts'
import { publicMeasuresSamples, staffMeasuresSamples } from './measures-samples.ts'
import { timetableSamples } from './timetable-samples.ts'

export const around: Around = {
  service: { name: 'Apply to join the housing register', home: '/housing' },
  back: '/housing/apply',
  csrf: 'token-of-the-session',
  timed: true,
}

const staff: StaffAround = {
  user: { name: 'Housing officer 1', role: 'Housing officer' },
  csrf: 'token',
  back: { text: 'Worklist', href: '/cases' },
}
const at = Date.UTC(2026, 10, 23, 9, 20)
const action = '/housing/apply/about-you/name'
const person = { around, page: onePagers[0] ?? bigPage, typed: {}, problems: [], action, mayLeave: true }

const sections: readonly RecordSection[] = [
  {
    id: 'about-you',
    title: 'About you',
    parts: [
      {
        title: '',
        entries: [
          {
            id: 'fullName',
            key: 'about-you/name',
            question: 'What is your full name?',
            lines: ['Sample <b>Person</b>'],
            sensitive: false,
          },
          {
            id: 'home',
            key: 'about-you/home',
            question: 'Where do you live?',
            lines: ['1 High Street', 'Dorchester', 'DT1 1XJ'],
            sensitive: false,
          },
          {
            id: 'ni',
            key: 'about-you/ni',
            question: 'What is your National Insurance number?',
            lines: [],
            sensitive: true,
          },
        ],
      },
    ],
  },
  {
    id: 'people',
    title: 'People',
    parts: [
      {
        title: 'Charles',
        entries: [
          {
            id: 'born',
            key: 'people/1/born',
            question: 'Date of birth',
            lines: ['26 December 1991'],
            sensitive: false,
          },
        ],
      },
    ],
  },
]

const subject: Case = {
  reference: 'HBC2-3DF4',
  service: 'housing',
  team: 'housing',
  title: 'Sample Person',
  state: 'received',
  version: 2,
  openedAt: at,
  changedAt: at,
  dueOn: '2026-11-20',
  assignee: { id: 'u1', name: 'Housing officer 1' },
  applicant: { name: 'Sample Person', phone: '+447700900123', mayText: true, ways: ['text', 'call'] },
  record: {
    form: 'housing',
    formVersion: 1,
    sections,
    declaration: { version: '1', statements: ['it is true'], agreed: 'I agree' },
  },
  draftId: 'd',
  sensitive: true,
}

const needed = (what: string) => ({
  ...{ code: 'ID_ADULT', person: 'Sample <b>', what, alternatives: ['passport', 'driving licence'] },
  ...{ count: 2, dueDays: 28, optional: false, internal: false },
})

// One document in each state.
const proved: Pick<Case, 'evidence'> = {
  evidence: [
    { evidence: needed('Proof of identity'), state: { is: 'requested', on: '2026-11-23' } },
    { evidence: needed('Proof of pay'), state: { is: 'received', on: '2026-11-23' } },
    {
      evidence: needed('Proof of address'),
      state: { is: 'accepted', on: '2026-11-24', received: '2026-11-23', by: 'An <i>officer' },
    },
    {
      evidence: needed('Statements'),
      state: { is: 'rejected', on: '2026-11-24', by: 'An officer', reason: 'Too <b>dark' },
    },
    {
      evidence: { ...needed('Letter'), optional: true },
      state: { is: 'waived', on: '2026-11-24', by: 'A', reason: 'R' },
    },
    { evidence: { ...needed('Report'), internal: true }, state: { is: 'expired', on: '2026-11-24' } },
  ],
}

const task: Task = {
  ...{ id: 'task-1', reference: subject.reference, what: 'Ring the <landlord>\nabout rent', due: '2026-11-20' },
  ...{ for: { is: 'person', id: 'u1', name: 'Housing officer 1' }, from: 'mention', mustEnd: true },
  ...{ at, by: 'Housing "<b>" manager', byId: 'u3' },
}

const whole: OpenedCase = {
  subject,
  ...historyIn([
    { id: '1', at, by: 'The applicant', action: 'submit', words: 'sent the application', version: 1 },
    {
      id: '2',
      at,
      by: 'Housing officer 1',
      action: 'ask',
      words: 'asked for more information',
      version: 2,
      details: [{ question: 'What do you need?', lines: ['A payslip', 'from <October>'] }],
    },
  ]),
  tasks: [task, { ...task, id: 'task-2', done: { at, by: 'Housing officer 2', byId: 'u2' } }],
  notes: [{ id: 'n', at, by: 'Housing officer 1', byId: 'u1', words: 'Rang the applicant.\nNo answer.' }],
  files: [
    {
      id: 'f1',
      name: 'payslip.pdf',
      label: 'Payslip',
      question: 'payslip',
      type: 'application/pdf',
      bytes: 23_000,
      verdict: 'clean',
      at,
    },
    {
      id: 'f2',
      name: 'odd.html',
      label: 'Payslip',
      question: 'payslip',
      type: 'text/html',
      bytes: 2300,
      verdict: 'refused',
      reason: 'The file must be a PDF, JPG or PNG',
      at,
    },
  ],
  texts: [
    {
      id: 't',
      about: 'HBC2-3DF4',
      service: 'housing',
      template: 'received',
      templateVersion: 1,
      category: 'essential',
      to: '+447700900123',
      body: 'Dorset Council: we have your application HBC2-3DF4.',
      state: 'delivered',
      version: 3,
      dueAt: at,
      madeAt: at,
      attempts: [{ at, outcome: 'accepted', words: 'Accepted by the network' }],
    },
  ],
}

const state = { label: 'Received', forApplicant: 'We have your application.', open: true, tag: 'blue' } as const
const takes = {
  id: 'refuse',
  label: 'Refuse the application',
  history: 'refused the application',
  from: ['received'],
  to: 'refused',
  who: ['housing-officer'],
  adverse: true,
  needs: {
    reason: ask.longText('Reason'),
    kind: ask.choice('Select a ground', { a: 'Not eligible', b: 'Other' }, { label: 'Ground' }),
  },
} as const

const people = many('people', 'People who will live with you', [page('who', 'Who is it?', { who: ask.text('Name') })], {
  noun: 'person',
  plural: 'people',
  least: 0,
  most: 12,
  naming: ['who'],
  guidance: ['Add everyone who will live with you. Do not add yourself.'],
})

const typedEverything = {
  fullName: ['Ada'],
  with: ['partner'],
  partnerName: ['Charles'],
  works: ['yes'],
  'born-day': ['31'],
  happened: ['One\ntwo'],
}

const slotDays = ['2026-11-30', '2026-12-01', '2026-12-07'].map((day, index) => ({
  day,
  text: ['Monday 30 November', 'Tuesday 1 December', 'Monday 7 December'][index] ?? '',
  week: index < 2 ? 'Week starting 30 November' : 'Week starting 7 December',
  left: index + 1,
}))

const dayPage = page('day', 'Choose a day', { day: ask.slotDay('Select a day') }, { does: 'slot-day' })
const timePage = page('time', 'Choose a time', { time: ask.slotTime('Select a time') }, { does: 'slot-time' })
const filePage = page(
  'files',
  'Upload a location plan',
  { plan: ask.files('Select a file', { most: 3, hint: 'PDF, JPG or PNG, up to 7 MB.' }) },
  { does: 'upload' },
)
const home = page('home', 'Where do you live?', { home: ask.address('Enter your address') })
const upload = {
  url: 'http://localhost:9000/quarantine',
  fields: { key: 'quarantine/1', policy: 'abc' },
  files: [
    { id: 'upload-0001', name: 'plan.pdf', state: 'ready' },
    {
      id: 'upload-0002',
      name: 'odd.exe',
      state: 'refused',
      words: 'The selected file must be a PDF, JPG, PNG or HEIC',
    },
    { name: 'big.png', state: 'checking' },
  ],
  left: 1,
  good: 2,
  choosing: false,
  more: '/planning/apply/files?add=1',
  leave: '/planning/save',
  again: '/planning/apply/files?sent=upload-0003',
  remove: '/planning/apply/files/remove-file',
  another: '/planning/apply/files/upload-form',
} as const

const groups = [
  {
    title: 'You and your household',
    tasks: [
      { section: 'about-you', title: 'About you', status: 'done', key: 'about-you/name', items: [] },
      {
        section: 'people',
        title: 'People who will live with you',
        status: 'begun',
        key: 'people',
        items: [{ item: '1', name: 'Charles', status: 'begun', key: 'people/1/who' }],
      },
      { section: 'money', title: 'Money', status: 'not-started', key: 'money/income', items: [] },
      { section: 'end', title: 'Preferences', status: 'cannot-start', key: 'end/area', items: [] },
    ],
  },
] as const

const to = (key: string): string => `/housing/apply/${key}`
const link = { href: '/housing', text: 'Go back' }
const few = { around, action: '/return', typed: { phone: '07700 900123' } }

const phrase = {
  ...{ around, noun: 'application', reference: 'HBC2-3DF4', action: '/housing/recovery-phrase' },
  ...{ address: 'https://apply.example/return/phrase', onward: '/housing/tasks' },
}

const startOf = {
  title: 'Apply to join the housing register',
  summary: 'Use this service to apply.',
  before: ['If you are in danger, call 999.'],
  whatYouNeed: ['names', 'dates of birth'],
  minutes: 45,
  otherWays: ['Call us.'],
  phone: '01632 960 142',
  whatHappensNext: ['We check your application.'],
}
const helping = {
  id: 'a1',
  name: 'Maya <b>Okafor</b>',
  rows: [
    { label: 'Who they are', text: 'support worker' },
    { label: 'They can', text: 'see and fill in the answers' },
  ],
}
const queueing = {
  ...{ around, number: 1235, now: at, noun: 'application', phone: '01632 960 142', action: '/housing/start' },
  again: { here: '/housing/queue', still: '/housing/queue?still=1', byItself: '/housing/queue' },
}

export const citizenSamples: Readonly<Record<string, string>> = {
  ...publicMeasuresSamples,
  home: pages.home({
    services: [
      {
        name: 'Apply to join the housing register',
        summary: 'For council and housing association homes.',
        href: '/housing',
      },
      { name: 'Book an appointment', summary: 'With housing, planning or benefits.', href: '/bookings' },
    ],
  }),
  start: pages.start({
    around: { ...around, timed: false },
    noun: 'application',
    action: '/housing/start',
    start: startOf,
  }),
  helpers: pages.helpers({
    ...{ around, now: [helping], ended: [{ ...helping, id: 'a2' }], add: '/housing/helpers/add' },
    ...{ action: '/housing/helpers', sent: false, back: '/housing/tasks' },
  }),
  'helpers-full': pages.helpers({
    ...{ around: { ...around, help: { words: 'Maya can see what you type here.', href: '/housing/helpers' } } },
    ...{ now: [helping, { ...helping, id: 'a3' }], ended: [], action: '/my-applications/HBBBBBBB/helpers' },
    ...{ sent: true, back: '/my-applications/HBBBBBBB' },
  }),
  helping: pages.helping({
    ...{ around, action: '/helping', typed: { reference: '', contact: '12' } },
    problems: [{ field: 'contact', words: 'Enter your UK mobile number' }],
  }),
  'helped-case': pages.helpedCase({
    ...{ around: { ...around, neutral: true }, title: 'Apply for social housing: Sam', reference: 'HBBBBBBB' },
    ...{ state: { text: 'We have it', colour: 'blue' }, next: 'An officer will check.', by: 'by 27 March 2026.' },
  }),
  'no-helpers-code': pages.noHelpersCode(around),
  'only-them': pages.onlyThem({
    ...{ around: { ...around, neutral: true }, title: 'Only Sam can do this' },
    ...{ words: ['They answer this part themselves.'], onward: '/housing/tasks' },
  }),
  'start-queues': pages.start({
    around: { ...around, timed: false },
    noun: 'application',
    action: '/housing/start',
    start: startOf,
    button: 'queue',
  }),
  started: pages.started({
    around,
    noun: 'application',
    about: '<b>Ada</b> and 2 other people',
    reference: 'HBC2-3DF4',
    saved: '23 November 2026',
    until: '21 December 2026',
    goOn: '/housing/tasks',
    action: '/housing/start',
  }),
  closed: pages.closed({
    around,
    start: startOf,
    noun: 'application',
    lastDay: '4 December 2026',
    begun: '/housing/tasks',
  }),
  'closed-over': pages.closed({ around, start: startOf, noun: 'appointment', lastDay: '4 December 2026', over: true }),
  ...deskNowSamples(at),
  ...residentWorkshops(),
  queue: pages.queue({
    ...queueing,
    standing: { is: 'waiting', ahead: 1234, calledAt: at + 7_200_000 },
    refreshes: 30,
  }),
  'queue-next': pages.queue({ ...queueing, standing: { is: 'waiting', ahead: 0, calledAt: at + 9000 } }),
  'queue-called': pages.queue({ ...queueing, standing: { is: 'called', until: at + 3_600_000 } }),
  'queue-passed': pages.queue({ ...queueing, standing: { is: 'passed' } }),
  'cannot-save': pages.cannotSave({
    around,
    action: '/housing/declaration',
    fields: [{ name: 'agree', value: '<b>yes' }],
    phone: '01632 960 142',
  }),
  'question-not-saved': pages.question({ ...person, typed: { fullName: ['Ada <b>'] }, notSaved: true }),
  question: pages.question(person),
  'question-error': pages.question({ ...person, problems: [{ field: 'fullName', words: 'Enter your full name' }] }),
  'question-everything': pages.question({
    ...person,
    page: bigPage,
    name: 'Charles Babbage',
    typed: typedEverything,
    caption: 'Your household',
  }),
  'question-everything-errors': pages.question({
    ...person,
    page: bigPage,
    typed: typedEverything,
    name: 'Charles',
    problems: Object.keys(bigPage.questions).map((id) => ({
      field: id === 'born' ? 'born-month' : id,
      words: id === 'born' ? 'Date of birth must include a month and year' : `Put ${id} right`,
    })),
  }),
  ...Object.fromEntries(onePagers.map((one) => [`one-${one.id}`, pages.question({ ...person, page: one })])),
  'address-found': pages.question({
    ...person,
    page: home,
    typed: { 'home-search': ['DT1 1XJ'] },
    extra: {
      found: [
        { uprn: '1', text: '1 High Street, Dorchester' },
        { uprn: '2', text: '2 High Street, Dorchester' },
      ],
    },
  }),
  'address-manual': pages.question({
    ...person,
    page: home,
    extra: { manual: true },
    problems: [{ field: 'home-line1', words: 'Enter address line 1, typically the building and street' }],
  }),
  'address-fault': pages.question({
    ...person,
    page: home,
    typed: { 'home-search': ['DTI 1XJ'] },
    problems: [
      {
        field: 'home-search',
        words: 'Postcode must have numbers where it has the letters I, L or O. Check if it is DT1 1XJ',
      },
    ],
  }),
  'address-none': pages.question({
    ...person,
    page: home,
    typed: { 'home-search': ['DT9 9ZZ'] },
    extra: { none: 'DT9 9ZZ' },
    problems: [],
  }),
  'address-chosen': pages.question({
    ...person,
    page: home,
    typed: {
      'home-line1': ['1 High Street'],
      'home-town': ['Dorchester'],
      'home-postcode': ['DT1 1XJ'],
      'home-uprn': ['1'],
    },
  }),
  'slot-day': pages.question({
    ...person,
    page: dayPage,
    typed: { day: ['2026-12-01'] },
    extra: { days: { days: slotDays, later: '?from=2026-12-14' } },
  }),
  'slot-day-none': pages.question({ ...person, page: dayPage, extra: { days: { days: [] } } }),
  'slot-time': pages.question({
    ...person,
    page: timePage,
    problems: [{ field: 'time', words: 'Select a time' }],
    extra: {
      times: {
        otherDay: '/bookings/day',
        times: [
          { value: '0920', text: '9:20am', half: 'Morning' },
          { value: '1400', text: '2pm', half: 'Afternoon' },
        ],
      },
    },
  }),
  upload: pages.question({ ...person, page: filePage, extra: { upload } }),
  'upload-more': pages.question({ ...person, page: filePage, extra: { upload: { ...upload, choosing: true } } }),
  'upload-error': pages.question({
    ...person,
    page: filePage,
    extra: { upload: { ...upload, files: [], good: 0, choosing: true } },
    problems: [{ field: 'plan', words: 'Select a file' }],
  }),
  tasks: pages.tasks({
    around,
    title: 'Apply to join the housing register',
    groups,
    to,
    send: { ready: false, href: '/housing/apply/check' },
    reference: 'HBC2-3DF4',
    saveHref: '/housing/apply/save',
  }),
  'list-empty': pages.list({
    around,
    section: people,
    items: [],
    problems: [{ field: 'another', words: 'Select yes if you need to add a person' }],
    action,
  }),
  list: pages.list({
    around,
    section: people,
    items: [
      { name: 'Charles', words: 'Born 26 December 1991', change: to('people/1/who'), remove: to('people/1/remove') },
      { name: 'Person 2', words: 'Not finished', change: to('people/2/who'), remove: to('people/2/remove') },
    ],
    problems: [],
    action,
  }),
  remove: pages.confirm({
    around,
    title: 'Are you sure you want to remove Charles?',
    button: 'Remove',
    warning: true,
    action,
    cancel: link,
  }),
  check: pages.check({ around, sections, to, next: '/housing/apply/declaration' }),
  declaration: pages.declaration({
    around,
    declaration: {
      version: '1',
      title: 'Declaration',
      statements: ['what you told us is true', 'we may check it'],
      agree: 'I agree',
      button: 'Send application',
    },
    problems: [{ field: 'agree', words: 'Select to agree' }],
    action,
  }),
  exit: pages.exit({
    around,
    exit: {
      id: 'x',
      when: { is: 'all', of: [] },
      title: 'You may not be able to join',
      reasons: ['You must be 16 or over.'],
      advise: true,
      ends: 'told',
    },
    phone: '01632 960 142',
    change: action,
    action,
  }),
  confirmation: pages.confirmation({
    around,
    title: 'Application sent',
    reference: 'HBC2-3DF4',
    textTo: '07700 900123',
    next: ['We will check your application.'],
    documents: ['a payslip'],
    links: [{ href: '/my-applications', text: 'See everything you have sent' }],
  }),
  save: pages.save({
    ...few,
    problems: [{ field: 'phone', words: 'Enter a UK mobile number' }],
    phrase: '/housing/apply/recovery-phrase',
    byEmail: '/housing/apply/save-by-email',
  }),
  'save-by-email': pages.saveByEmail({
    ...few,
    problems: [{ field: 'email', words: 'Enter your email address' }],
    phrase: '/housing/apply/recovery-phrase',
  }),
  saved: pages.saved({
    around,
    reference: 'HBC2-3DF4',
    phone: 'ending 123',
    email: 's***@example.com',
    byEmail: '/housing/apply/save-by-email',
    continueHref: '/housing/apply',
    changeHref: '/housing/apply/save?change=1',
    phraseHref: '/housing/apply/recovery-phrase',
    keptUntil: '21 December 2026',
  }),
  'come-back': pages.comeBack({ ...few, problems: [] }),
  'by-email': pages.byEmail({ ...few, problems: [{ field: 'email', words: 'Enter your email address' }] }),
  code: pages.code({
    ...few,
    problems: [{ field: 'code', words: 'Enter the 6-digit code' }],
    ...{ by: 'email', to: 's***@example.com' },
  }),
  mine: pages.mine({
    around: {},
    started: [],
    previous: '/my-applications?page=1',
    next: '/my-applications?page=3',
    sent: [
      {
        name: 'Housing register',
        reference: 'HBC2-3DF4',
        when: 'Sent 23 November 2026',
        href: '/my-applications/HBC2-3DF4',
        about: 'For Sample <b> and 2 other people',
        state: { text: 'We have it', colour: 'blue' },
        next: 'An officer will check your answers.',
        by: 'We aim to do this by 21 December 2026.',
      },
    ],
  }),
  write: pages.write({
    around,
    action: '/my-applications/HBC23DF4/messages',
    about: 'your housing application',
    typed: 'Hello <b>',
    problems: [{ field: 'message', words: 'Enter your message' }],
    words: ['We aim to answer within 5 working days.'],
  }),
  'what-changes': pages.whatChanges({
    around,
    title: 'Check what you are telling us',
    changes: [{ question: 'Sample <b>: savings', before: [], lines: ['£20'] }],
    effects: [
      { question: 'Band', now: 'Band C', after: 'Band B' },
      { question: 'Effective date', now: '1 March 2026', after: '1 March 2026' },
    ],
    decided: true,
    send: 'Send',
    agree: 'What I tell you is true, as far as I know',
    problems: [{ field: 'agree', words: 'Select that you agree before you send' }],
    action: '/housing/declaration',
    leave: '/my-applications/HBC23DF4',
  }),
  'what-changes-nothing': pages.whatChanges({
    ...{ around, title: 'Check what you are sending', changes: [], effects: [], decided: false, send: 'Send' },
    problems: [],
    ...{ action: '/housing/declaration', leave: '/my-applications/HBC23DF4' },
  }),
  answers: pages.answers({
    around,
    reference: 'HBC2-3DF4',
    sent: '23 November 2026 at 9:20am',
    record: whole.subject.record,
    file: '/my-applications/HBC23DF4/answers/file',
  }),
  'my-data': pages.myData({
    around,
    whole: { ...whole, events: whole.lately },
    phone: '01632 960 142',
    file: '/my-applications/HBC23DF4/my-data/file',
  }),
  status: pages.status({
    around,
    title: 'Your housing application',
    reference: 'HBC2-3DF4',
    state: { text: 'More needed', colour: 'yellow' },
    words: ['We need something from you.'],
    asked: {
      message: 'Send a payslip.',
      by: '30 November 2026',
      href: '/housing/more',
      phone: { href: 'tel:01632960142', text: '01632 960 142' },
    },
    history: [{ when: '23 November 2026 at 9:20am', words: 'You sent the application' }],
    about: 'For Sample <b> and 2 other people',
    next: 'Send us what we asked for.',
    by: 'Send it by 30 November 2026.',
    after: ['We look at your answers.'],
    decision: {
      title: 'Our decision',
      rows: [{ question: 'Your band', lines: ['Band B'] }],
      next: ['Homes go by band.'],
    },
    links: [{ href: '/my-applications/HBC23DF4/change', text: 'Tell us that something has changed' }],
    copies: [{ href: '/my-applications/HBC23DF4/answers', text: 'See, print or keep all your answers' }],
    documents: {
      send: '/my-applications/HBC23DF4/documents',
      asked: [
        {
          name: 'Sample ‹b›: proof of identity',
          will: '2 of: passport, driving licence.',
          tag: { text: 'Not sent yet', colour: 'yellow' },
          lines: ['Send it by 21 December 2026.'],
          send: '0',
        },
      ],
      files: ['payslip.pdf'],
    },
    messages: [{ when: '23 November 2026 at 9:20am', by: 'You', lines: ['Hello <b>', 'again'] }],
    write: '/my-applications/HBC23DF4/messages',
  }),
  booking: pages.booking({
    around,
    title: 'Your appointment',
    reference: 'BBC2-3DF4',
    words: ['Bring your passport.'],
    details: [{ question: 'When', lines: ['Monday 30 November 2026', '9:20am'] }],
    change: '/a/change',
    cancel: '/a/cancel',
    calendar: '/a/calendar.ics',
  }),
  waiting: pages.waiting({
    around,
    title: 'Do you want this time?',
    reference: 'BBC2-3DF4',
    words: ['Take it by 10:31am.'],
    details: [{ question: 'When', lines: ['Monday 30 November 2026', '9:20am'] }],
    offer: '/offer/BBC23DF4/AbCdEf',
    links: [{ href: '/appointments/BBC23DF4/leave', text: 'Leave the waiting list' }],
  }),
  'ways-back': pages.waysBack({
    around,
    reference: 'HBC2-3DF4',
    open: ['a text to your number ending 123'],
    shut: ['an email to s***@example.com'],
    action: '/my-applications/HBC23DF4/ways-back',
    back: '/my-applications/HBC23DF4',
  }),
  'no-more-codes': pages.noMoreCodes(around, 'text'),
  'more-time': pages.moreTime({ around, from: '/housing/tasks' }),
  'session-taken': pages.sessionTaken(around),
  finish: pages.finish({
    around,
    words: ['To come back to HBC2-3DF4, use your mobile number ending 123.'],
    links: [{ href: '/housing/recovery-phrase', text: 'Get a recovery phrase' }],
    action: '/finish',
  }),
  finished: pages.finished(),
  'not-saved': pages.notSaved({ around, typed: ['Ada <b>', 'yes'], fields: [], action: '/x', begun: [] }),
  'not-saved-sent-again': pages.notSaved({
    around,
    typed: ['Ada <b>'],
    fields: [{ name: 'fullName', value: 'Ada "<b>' }],
    action: '/housing/about-you/name',
    begun: [
      { reference: 'HBCDFGH2', csrf: 'token' },
      { reference: 'HBCDFGH3', csrf: 'token', open: '/my-applications/continue/HBCDFGH3' },
    ],
  }),
  'phrase-offered': pages.phrase(phrase),
  phrase: pages.phrase({ ...phrase, phrase: 'apple river coat button green swan', keptUntil: '21 December 2026' }),
  'by-phrase': pages.byPhrase({ ...few, problems: [{ field: 'reference', words: 'Check them' }] }),
  'session-ended': pages.sessionEnded({ service: around.service ?? { name: '', home: '/' } }),
  ...Object.fromEntries(
    ([403, 404, 405, 409, 410, 413, 415, 429, 500, 503] as const).map((status) => [
      `problem-${status}`,
      pages.problem({ status, around, reference: 'r-123', phone: '01632 960 142' }),
    ]),
  ),
  ...Object.fromEntries(Object.entries(pages.contents).map(([id, content]) => [id, pages.content(content)])),
  texts: pages.texts([
    { service: 'Housing register', words: 'Dorset Council: we have your application ((reference)).' },
  ]),
}

const casePage = {
  contactAnswers: ['name'],
  around: staff,
  whole,
  serviceName: 'Housing register',
  state,
  actions: [takes],
  today: '2026-11-23',
  now: at,
  maySeeSensitive: false,
  mayNote: true,
  mayAssign: true,
}
const proposal = {
  on: '2026-11-23',
  pack: 'dorset-2026',
  parts: [
    {
      id: 'band',
      title: 'Proposed band',
      answer: 'Band B',
      lines: ['B-OVER2'],
      adverse: true,
      steps: [
        {
          rule: 'B-OVER2',
          words: 'The household lacks <2> bedrooms.',
          used: [{ question: 'bedrooms', shown: '1', of: 'Ada' }],
          source: { words: 'Dorset Council, bands', url: 'https://www.dorsetcouncil.gov.uk/' },
          pack: 'dorset-2026',
        },
      ],
    },
  ],
}
const withoutSrc = {
  around: staff,
  reference: 'HBC2-3DF4',
  file: {
    id: 'f3',
    name: 'IMG 1.jpg',
    label: 'Payslip',
    question: 'payslip',
    type: 'image/jpeg',
    bytes: 2_300_000,
    verdict: 'clean',
    sha256: 'a1'.repeat(32),
    trimmed: true,
    at,
  },
  given: sections[0]?.parts[0],
  proves: [{ title: 'Charles', entries: sections[1]?.parts[0]?.entries ?? [] }],
  maySeeSensitive: false,
  now: at,
} as const
const documentPage = { ...withoutSrc, src: 'http://localhost:9000/clean/draft/f3?X-Amz-Expires=60&X-Amz-Signature=1' }
const officer: Staff = { is: 'staff', id: 'u1', name: 'An <i>officer', roles: ['housing-officer'], teams: ['housing'] }
const worklist = {
  around: staff,
  cases: [
    {
      ...{ ...subject, endings: [{ code: 'A-EXC', on: '2026-12-01' }] },
      row: { what: 'Applicant, <b>partner', band: 'Band B', last: { by: 'An <i>officer', words: 'took the case', at } },
    },
    { ...subject, reference: 'HBC2-9999', dueOn: '2026-11-25', sensitive: false },
  ],
  stateOf: () => state,
  serviceName: () => 'Housing register',
  query: { show: 'team', sort: 'due' },
  sorts: ['due', '-due', 'received', '-received'],
  states: [{ id: 'received', label: 'Received' }],
  ...{ today: '2026-11-23', now: Date.parse('2026-11-23T14:00:00Z'), seesBand: () => true },
} as const
const keptViews: readonly SeenView[] = [
  {
    ...{ id: 'v1', name: 'Mine, <b>late', query: { show: 'mine', sort: 'due' }, by: 'Me', byId: 'u1' },
    ...{ owner: { is: 'person', id: 'u1' }, mayEnd: true },
  },
  {
    ...{ id: 'v2', name: 'Team', query: { show: 'team', sort: 'due' }, by: 'A <b>manager', byId: 'u3' },
    ...{ owner: { is: 'team', team: 'housing' }, mayEnd: false },
  },
]
const accepted: TextTemplate = {
  ...{
    id: 'accepted',
    category: 'essential',
    resendWhenUncertain: true,
    canStop: false,
    quiet: 'daytime',
    lapses: false,
  },
  ...{ chased: true, version: 1, words: 'Dorset Council: there is a decision on ((reference)). See it: ((link))' },
}
const housingTexts = { ...housing, texts: { accepted } }
const wording = {
  ...{
    service: 'housing',
    template: 'accepted',
    version: 2,
    why: 'Shorter <b>',
    by: { id: 'ann', name: 'Ann <b>' },
    at,
  },
  words: 'Dorset Council: we decided on ((reference)) <b>. See it: ((link))',
}
const wordingsLive = { version: 1, of: { accepted: { stopped: { by: 'A <b>', at } } } }
const notDelivered: Text = {
  ...{ id: 't2', about: 'HBC2-3DF4', service: 'housing', template: 'received', templateVersion: 1 },
  ...{ category: 'essential', to: '+447700900123', body: 'Dorset Council: we have your <b>application.' },
  ...{ state: 'failed', version: 3, dueAt: at, madeAt: at, reason: 'The phone is switched off or out of reach' },
  attempts: [{ at, outcome: 'accepted', words: 'Accepted for sending' }],
}
const closing = { is: 'closed', service: 'housing' } as const
const switching = {
  around: { ...staff, user: { name: 'Housing manager', role: 'Team manager', turnsSwitches: true } },
  switches: switchTurned(
    untouched,
    closing,
    { on: true, lastDay: '2026-12-04' },
    { at, by: 'A manager', byId: 'm', reason: 'The list is full' },
  ),
  serviceNames: { housing: 'Apply for social housing' },
}
const acting = {
  around: staff,
  action: takes,
  reference: 'HBC2-3DF4',
  caseTitle: 'Sample Person',
  version: 2,
  typed: {},
  text: { body: 'Dorset Council: we have decided.', today: '2026-11-23' },
}

const appointment: Appointment = {
  ...{ what: 'Housing advice', place: 'dorchester', claimants: ['housing-1', 'dor-room-1'], buckets: [] },
  ...{ type: 'housing-advice', features: [], interpreter: false, day: '2026-11-30', from: '10:00', until: '10:30' },
  ...{ startsAt: at, endsAt: at + 1_800_000, calendarUid: 'sample', calendarSequence: 0 },
}
const coming: SheetRow = {
  service: bookings,
  subject: { ...subject, appointment, state: 'confirmed' },
  appointment,
  actions: bookings.workflow.actions.filter(({ desk }) => desk !== undefined),
}
const daySheet = {
  around: staff,
  place: { name: 'Dorchester', lines: [], open: {}, needsRoom: true },
  day: '2026-11-30',
  now: at,
  at: '/desk/dorchester/2026-11-30',
  sheetOn: (day: string) => `/desk/dorchester/${day}`,
  rows: [coming, { ...coming, subject: { ...coming.subject, state: 'checked-in', reference: 'BBC2-9999' } }],
  closed: [],
} as const

const block: Block = {
  ...{ id: 'b1', service: 'bookings', closed: 'room:dor-room-1', name: 'Room "<b>"', part: 'morning' },
  ...{ from: '2026-12-07', until: '2026-12-08', reason: 'A <b> leak', at, by: 'A manager', whole: false },
}
const blocked = { around: staff, block, booked: [coming] } as const

const times = {
  times: [{ value: '2026-12-01.0930.housing-1', text: '9:30am', half: 'Morning' }],
  otherDay: '',
} as const
const days = daysShown({
  ...{ days: [{ day: '2026-12-01', left: 3 }], chosen: '2026-12-01', from: '2026-11-30', today: '2026-11-20' },
  at: '/desk/book/draft/time',
})
const forCaller = {
  ...{ around: staff, title: 'Book an appointment: when?', typed: {}, problems: [], action: '/desk/book/draft/time' },
  pages: [{ key: 'time', page: { id: 'time', title: 'Time', questions: { time: slotTime('Select a time') } } }],
  button: 'Keep this time',
}
const moves = bookings.workflow.actions.find(({ id }) => id === 'move-for-caller') ?? takes

export const staffSamples: Readonly<Record<string, string>> = {
  'sign-in': staffPages.signIn({ to: '/cases' }),
  'signed-out': staffPages.signedOut(),
  'not-signed-in': staffPages.notSignedIn(),
  'no-role': staffPages.noRole(),
  hub: staffPages.hub({
    around: { ...staff, user: { name: 'A', role: 'Team manager', turnsSwitches: true } },
    hub: 'settings',
  }),
  find: staffPages.find({ ...worklist, typed: '07700 900 123', problems: [] }),
  'find-found': staffPages.find({
    ...{ ...worklist, typed: 'Okoro', problems: [], askMore: true, page: 2, more: true },
    found: worklist.cases.map((one) => ({ subject: one, why: 'The name <b> sounds like it' })),
  }),
  'find-none': staffPages.find({ ...worklist, typed: 'Okoro', problems: [], found: [] }),
  'find-error': staffPages.find({
    ...worklist,
    typed: '<b>',
    problems: [{ field: 'for', words: 'Enter a reference' }],
  }),
  desks: staffPages.desks({
    around: staff,
    closed: '/desk/closed',
    places: [{ name: 'Dorchester', href: '/desk/dorchester/2026-11-30' }],
    books: [{ id: 'bookings', name: 'Book' }],
  }),
  'book-for-caller': staffPages.bookForCaller({ ...forCaller, told: ['<b>Call</b>'], days, extra: { times } }),
  'book-for-caller-wrong': staffPages.bookForCaller({
    ...{ ...forCaller, pages: pagesAroundTime(bookings.form).before },
    problems: [{ field: 'whatFor', words: 'Select what' }],
  }),
  'move-for-caller': staffPages.action({ ...acting, action: moves, extra: { times }, days, problems: [] }),
  'desks-none': staffPages.desks({ around: staff, places: [], books: [] }),
  views: staffPages.views({ around: staff, views: keptViews, serviceOf: () => 'Housing <b>register' }),
  'views-none': staffPages.views({ around: staff, views: [], serviceOf: () => '' }),
  tasks: staffPages.myTasks({
    ...{ around: staff, today: worklist.today, tasks: [{ task, subject }] },
  }),
  trail: staffPages.trail({
    ...{ around: staff, title: 'Audit log of H2345678', at: '/cases/H2345678/audit', who: '', kind: 'all', page: 1 },
    lines: [
      { id: 'e1', at, by: 'u1', name: 'Housing "<b>" officer', did: 'see-case', allowed: true },
      { id: 'e2', at, by: 'u1', name: 'Housing officer 1', action: 'assess', version: 2, words: 'proposed a band' },
      { id: 'e3', at, by: 'u2', name: 'u2', did: 'open-file', allowed: false },
    ],
    people: [
      { id: 'u1', name: 'Housing officer 1' },
      { id: 'u2', name: 'u2' },
    ],
    ...{ faults: ['Change 2 has no entry in the audit log'], file: '/cases/H2345678/audit/table' },
  }),
  'trail-none': staffPages.trail({
    ...{
      around: staff,
      title: 'What a person did',
      at: '/audit',
      who: '',
      kind: 'all',
      page: 1,
      lines: [],
      people: [],
    },
  }),
  'tasks-none': staffPages.myTasks({ around: staff, today: worklist.today, tasks: [] }),
  form: staffPages.form({
    ...{ around: staff, title: 'Add a task', caption: 'A <b>, H2345678', typed: {}, button: 'Add task' },
    needs: taskNeeds([officer], officer),
    problems: [{ field: 'what', words: 'Enter what is to be done' }],
    ...{ action: '/cases/H2345678/tasks/add', cancel: '/cases/H2345678/tasks' },
  }),
  'day-sheet': staffPages.daySheet({ ...daySheet, state: 'confirmed', done: 'HBC2-3DF4' }),
  'day-sheet-empty': staffPages.daySheet({ ...daySheet, rows: [], closed: [block] }),
  'closed-times': staffPages.closedTimes({
    around: staff,
    blocks: [block],
    closes: [{ id: 'bookings', name: 'Book' }],
  }),
  ...timetableSamples(staff, coming),
  ...walkInSamples(staff, at),
  ...workshopSamples(staff, subject),
  ...resourceSamples(staff, block, coming),
  'closed-times-none': staffPages.closedTimes({ around: staff, blocks: [], closes: [] }),
  'closed-time-before': staffPages.closedTime({ ...blocked, typed: { reason: ['A "<b>" leak'] } }),
  'closed-time-before-nobody': staffPages.closedTime({ ...blocked, booked: [], typed: {} }),
  ...blockSamples({ staff, block, ...coming, at }),
  'close-time': staffPages.closeTime({
    ...{ around: staff, service: 'bookings', typed: {}, needs: closingNeeds(bookings.booking.timetable) },
    problems: [{ field: 'closed', words: 'Select what is closed' }],
  }),
  interest: staffPages.interest({ around: staff, reference: 'HBC2-3DF4' }),
  worklist: staffPages.worklist({
    ...{
      ...worklist,
      next: 'abc',
      begins: ['a', 'b'],
      mayTake: true,
      told: 'There is no case left that you can take.',
    },
    kept: keptViews,
    query: { ...worklist.query, bucket: 'overdue', who: 'me', restricted: true },
    counts: [
      { bucket: 'overdue', count: 3, more: false },
      { bucket: 'due', count: 400, more: true },
    ],
  }),
  'worklist-empty': staffPages.worklist({ ...worklist, cases: [] }),
  case: staffPages.case({ ...casePage, done: 'You assigned the case to yourself' }),
  'case-tasks': staffPages.caseTasks({ ...casePage, asked: (question) => question }),
  'case-answers': staffPages.caseAnswers(casePage),
  'case-documents': staffPages.caseDocuments(casePage),
  'case-messages': staffPages.caseMessages(casePage),
  'case-history': staffPages.caseHistory({ ...casePage, kind: 'all', page: 1 }),
  'case-history-none': staffPages.caseHistory({ ...casePage, kind: 'answers', page: 9 }),
  'case-documents-proved': staffPages.caseDocuments({
    ...casePage,
    whole: { ...whole, subject: { ...subject, ...proved } },
    maySeeSensitive: true,
  }),
  'case-tasks-proposed': staffPages.caseTasks({
    ...casePage,
    whole: { ...whole, subject: { ...subject, assessment: proposal } },
    maySeeSensitive: true,
    asked: (question) => question,
  }),
  'case-note-error': staffPages.case({
    ...casePage,
    note: { typed: '<b>', problems: [{ field: 'note', words: 'Enter a note' }] },
  }),
  'case-decided': staffPages.case({
    ...casePage,
    whole: { ...whole, subject: { ...subject, assessment: proposal, ...proved } },
    maySeeSensitive: true,
    facts: [{ question: 'Band', lines: ['Band B'], sensitive: true }],
    standing: {
      decisions: [
        { title: 'Exceptional need', state: 'ends-soon', lines: ['Awarded by A <b>manager', 'Ends soon'] },
        { title: 'High medical need', state: 'stands', lines: ['Awarded by an officer'] },
        { title: 'Medium need at most', state: 'ended', lines: ['Ended'] },
      ],
      placings: [{ title: 'Band B, effective date 2 March 2026', lines: ['An officer, 3 March 2026'] }],
      proposed: { title: 'Band A, effective date 2 November 2026', lines: ['An officer'] },
    },
  }),
  workings: staffPages.workings({
    around: staff,
    subject,
    times: [
      { assessment: proposal, came: whole.lately[1], href: '/cases/HBC2-3DF4/rules?of=2', isShown: true },
      { assessment: proposal, came: undefined, href: '/cases/HBC2-3DF4/rules?of=1', isShown: false },
    ],
    assessment: proposal,
    asked: (question) => question,
    maySeeSensitive: true,
  }),
  'workings-none': staffPages.workings({
    ...{ around: staff, subject, times: [], asked: (question) => question, maySeeSensitive: false },
  }),
  document: staffPages.document({
    ...documentPage,
    as: { id: 'ID_ADULT.1', name: 'Sample <b>: proof of identity', version: 3 },
    does: [
      { text: 'Accept documents', href: '/cases/H2345678/actions/accept-documents', needs: false },
      { text: 'Refuse a document', href: '/cases/H2345678/actions/refuse-document?documents=ID_ADULT.1', needs: true },
    ],
    next: '/cases/H2345678/documents/f4',
  }),
  'document-pdf': staffPages.document({
    ...documentPage,
    file: { ...documentPage.file, type: 'application/pdf', name: 'plan <b>.pdf' },
  }),
  'document-copy': staffPages.document({
    ...documentPage,
    file: { ...documentPage.file, type: 'image/heic', name: 'damp <b>.heic', shown: 'draft/f3/shown' },
  }),
  'document-download': staffPages.document({ ...withoutSrc, given: undefined, proves: [] }),
  'document-refused': staffPages.document({
    ...withoutSrc,
    file: { ...documentPage.file, verdict: 'refused', reason: 'The selected file contains a virus' },
  }),
  action: staffPages.action({ ...acting, problems: [] }),
  'action-weighed': staffPages.action({
    ...acting,
    problems: [],
    weighed: {
      subject: {
        ...subject,
        assessment: { ...proposal, leaves: ['Look at the <b>tenancy.'] },
        ticks: [{ words: 'Look at the register.', on: '2026-11-20', by: 'An <i>officer', reason: 'Not in it.' }],
        reviews: [{ of: 'received', askedOn: '2026-11-20', why: 'It is <wrong>', decideBy: '2027-01-15' }],
      },
      ...(whole.lately[1] === undefined ? {} : { proposal: whole.lately[1] }),
    },
  }),
  decision: staffPages.decision({
    ...{ around: staff, reference: 'HBC2-3DF4', caseTitle: 'Sample <b>Person', maySeeSensitive: true },
    outcomes: [
      {
        ...{ version: 1, state: 'refused', title: 'You do not qualify', on: '2026-11-20', by: 'A manager' },
        ...{ rows: [], reasons: ['You own <b>a home.'] },
      },
      {
        ...{ version: 2, state: 'refused', title: 'You do not qualify', on: '2026-11-21', by: 'A <b>manager' },
        ...{ proposedBy: 'An officer', rows: [{ question: 'Band', lines: ['Band B'] }], reasons: ['A flat'] },
        right: { is: 'review', until: '2026-12-11', words: ['Somebody else looks.'] },
        replaces: { version: 1, why: 'It is a <flat>' },
      },
    ],
    reviews: [
      {
        ...{ of: 'refused', askedOn: '2026-11-22', why: 'It is <let>', decideBy: '2027-01-17', late: 'Ill' },
        decided: { is: 'upheld', on: '2026-11-25', by: 'A reviewer', reasons: 'It stands.' },
      },
      { of: 'refused', askedOn: '2026-11-22', why: 'Again', decideBy: '2027-01-17' },
    ],
  }),
  'decision-none': staffPages.decision({
    ...{ around: staff, reference: 'HBC2-3DF4', caseTitle: 'Sample Person', maySeeSensitive: false },
    ...{ outcomes: [], reviews: [] },
  }),
  'action-error': staffPages.action({
    ...acting,
    problems: [
      { field: 'reason', words: 'Enter reason' },
      { field: 'kind', words: 'Select a ground' },
    ],
  }),
  assign: staffPages.assign({
    around: staff,
    reference: 'HBC2-3DF4',
    caseTitle: 'Sample Person',
    version: 2,
    people: [
      { id: 'u1', name: 'Housing officer 1', hint: 'You' },
      { id: 'u2', name: 'Housing officer 2' },
    ],
    assigned: 'u1',
    problems: [],
  }),
  conflict: staffPages.conflict({
    around: staff,
    reference: 'HBC2-3DF4',
    since: whole.lately,
    typed: [{ question: 'Reason', lines: ['too <old>'] }],
  }),
  'action-long-text': staffPages.action({
    ...acting,
    text: { body: `Annwyl Siân, ŵ <b>${'a'.repeat(70)}`, today: '2026-11-23' },
    problems: [],
  }),
  undelivered: staffPages.undelivered({
    around: staff,
    undelivered: [
      { text: notDelivered, subject, mayChase: true },
      { text: { ...notDelivered, state: 'held', attempts: [], body: '' }, subject, mayChase: false },
    ],
    serviceName: () => 'Housing register',
    notTaken: 2,
    done: 'The text will be sent again',
    next: '2026-11-23T09:20:00.000Z#t',
    paged: true,
  }),
  'undelivered-none': staffPages.undelivered({
    ...{
      around: { ...staff, notices: ['No texts are being sent. Turned on by A <b>manager'] },
      undelivered: [],
      serviceName: () => '',
      notTaken: 0,
      paged: false,
    },
  }),
  wordings: staffPages.wordings({
    around: staff,
    services: [{ service: housingTexts, live: wordingsLive, wordings: [wording] }],
  }),
  wording: staffPages.wording({
    ...{ around: staff, at: '/wordings/housing/accepted', userId: 'bo', now: at, done: 'proposed' },
    worded: { service: housingTexts, template: accepted, wordings: [wording], live: wordingsLive },
  }),
  'wording-error': staffPages.wording({
    ...{ around: staff, at: '/wordings/housing/accepted', userId: 'ann', now: at, done: '' },
    ...{ words: 'No <b>', why: '', problems: [{ field: 'words', words: 'The text must have “Dorset Council”' }] },
    worded: {
      ...{ service: housingTexts, template: accepted, wordings: [{ ...wording, approved: { by: wording.by, at } }] },
      live: { version: 1, of: { accepted: { words: 'X', version: 3 } } },
    },
  }),
  text: staffPages.text({
    ...{ around: staff, subject, text: notDelivered, typed: '', problems: [], mayContact: true },
    again: { body: notDelivered.body, today: '2026-11-23' },
  }),
  'text-held-error': staffPages.text({
    ...{ around: staff, subject, text: { ...notDelivered, state: 'held' }, typed: '<b>', mayContact: false },
    again: 'no-number',
    problems: [{ field: 'said', words: 'What was said must be 2,000 characters or fewer' }],
  }),
  switches: staffPages.switches({
    ...switching,
    names: [{ is: 'texts' }, closing, { is: 'waiting-room', service: 'housing' }],
  }),
  switch: staffPages.switch({
    ...switching,
    name: closing,
    needs: needsOf(closing, true),
    typed: {},
    problems: [],
    version: 1,
  }),
  'switch-error': staffPages.switch({
    ...switching,
    name: { is: 'waiting-room', service: 'housing' },
    needs: needsOf({ is: 'waiting-room', service: 'housing' }, true),
    typed: { perMinute: ['<b>'] },
    problems: [
      { field: 'perMinute', words: 'Enter how many' },
      { field: 'reason', words: 'Enter why you are doing this' },
    ],
    version: 1,
  }),
  'switch-conflict': staffPages.switchConflict({
    ...switching,
    name: { is: 'texts' },
    version: 0,
    typed: [{ question: 'Why?', lines: ['a <b> reason'] }],
  }),
  'staff-cannot-save': staffPages.cannotSave({
    around: staff,
    action: '/cases/HBC2-3DF4/notes',
    fields: [{ name: 'note', value: 'Rang <b>\nNo answer' }],
  }),
  ...staffMeasuresSamples(staff),
  ...changeSamples(staff, subject),
  'not-allowed': staffPages.notAllowed(staff),
  'staff-problem': staffPages.problem({ status: 500, around: staff, reference: 'r-1' }),
}
