// The words of texts: the list, and one text with its versions and the form for new words.
import { shortened } from '#domain/cases/desk/row.ts'
import { first } from '#domain/forms/clean.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { penceOf } from '#domain/texts/price.ts'
import { type Live, mayApprove, type Wording } from '#domain/texts/wording.ts'
import { longest, mayName, mustHave, reworded, weighed } from '#services/reworded.ts'
import type { Service } from '#services/service.ts'
import type { Worded } from '#usecases/texts/reword.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'

type Kept = { readonly service: Service; readonly live: Live; readonly wordings: readonly Wording[] }

export const wordingsPage = ({
  around,
  services,
}: {
  readonly around: StaffAround
  readonly services: readonly Kept[]
}): string => {
  const title = 'Words of texts'
  return staffPage('wordings', around, { title }, { title, services: services.map(serviceShown) })
}

const serviceShown = ({ service, live, wordings }: Kept): Variables => ({
  name: service.name,
  rows: Object.values(service.texts).map((template) => ({
    name: nameOf(template.id),
    href: `/wordings/${encodeURIComponent(service.id)}/${encodeURIComponent(template.id)}`,
    words: shortened(reworded(template, live.of[template.id]).words, 70),
    tags: tagsOf(
      live,
      wordings.filter((one) => one.template === template.id),
      template.id,
    ),
  })),
})

// 'review-asked': "Review asked".
const nameOf = (id: string): string => first(id.replaceAll('-', ' '))

const tagsOf = (live: Live, wordings: readonly Wording[], id: string): readonly Variables[] => [
  ...(live.of[id]?.stopped === undefined ? [] : [{ text: 'Stopped', colour: 'red' }]),
  ...(live.of[id]?.words === undefined ? [] : [{ text: 'Changed', colour: 'blue' }]),
  ...(wordings.some(({ approved }) => approved === undefined) ? [{ text: 'To approve', colour: 'yellow' }] : []),
]

export type WordingPage = {
  readonly around: StaffAround
  readonly worded: Worded
  readonly at: string
  readonly userId: string
  readonly now: number
  readonly done: string
  readonly words?: string
  readonly why?: string
  readonly problems?: readonly Problem[]
}

export const wordingPage = (given: WordingPage): string => {
  const { around, worded, at, done, problems = [] } = given
  const { service, template, live } = worded
  const title = `Words of the text “${nameOf(template.id)}”`
  const now = reworded(template, live.of[template.id])
  const { stopped } = live.of[template.id] ?? {}
  return staffPage(
    'wording',
    around,
    { title, failed: problems.length > 0 },
    {
      ...{ title, caption: service.name, at, done: doneWords[done] },
      problems: problems.map(({ field, words }) => ({ text: words, href: `#${field}` })),
      now: previewOf(now.words, given),
      version: now.version,
      isOwn: live.of[template.id]?.words === undefined,
      stopped: stopped && `${onOneLine(stopped.by)} stopped it on ${moment(stopped.at)}`,
      versions: worded.wordings.map((one) => versionShown(one, given)).toReversed(),
      must: mustHave(template),
      may: mayName(template).map((name) => `((${name}))`),
      ...fieldsOf(given, now.words),
    },
  )
}

const doneWords: Readonly<Record<string, string>> = {
  proposed: 'Another manager of the team must approve the new words',
  approve: 'The new words are approved: the next text has them',
  back: 'The next text has these words again',
  own: 'The next text has the first words again',
  stop: 'This text is stopped: each is held back for staff',
  'go-on': 'This text goes again',
}

// In its longest case.
const previewOf = (words: string, { now }: WordingPage): Variables => {
  const { parts, grade } = weighed(words)
  const pence = penceOf(longest(words), londonDay(now))
  const price = pence === undefined ? '' : `, about ${pence}p`
  return {
    words,
    longest: longest(words),
    facts: `In its longest case it is charged as ${parts === 1 ? '1 text' : `${parts} texts`}${price}. It reads like year ${grade} of school.`,
  }
}

const versionShown = (wording: Wording, given: WordingPage): Variables => {
  const { version, words, why, by, at, approved } = wording
  const { live, template } = given.worded
  const isNow = live.of[template.id]?.version === version
  return {
    version,
    ...previewOf(words, given),
    why: onOneLine(why),
    told: [
      `${onOneLine(by.name)} wrote it on ${moment(at)}`,
      ...(approved === undefined ? [] : [`${onOneLine(approved.by.name)} approved it on ${moment(approved.at)}`]),
    ],
    tag: isNow
      ? { text: 'Now', colour: 'green' }
      : approved === undefined
        ? { text: 'To approve', colour: 'yellow' }
        : undefined,
    approve: mayApprove(wording, given.userId),
    waits: approved === undefined && by.id === given.userId,
    back: approved !== undefined && !isNow,
  }
}

const fieldsOf = ({ words, why = '', problems = [] }: WordingPage, now: string): Variables => {
  const wrong = (field: string) => problems.find((one) => one.field === field)
  const errorOf = (field: string) => {
    const found = wrong(field)
    return found && { text: found.words }
  }
  return {
    field: {
      ...{ id: 'words', name: 'words', rows: 5, value: words ?? now },
      label: { text: 'New words', classes: 'govuk-label--m' },
      hint: { text: 'What stands in (( )) is filled in for each person.' },
      errorMessage: errorOf('words'),
    },
    whyField: {
      ...{ id: 'why', name: 'why', rows: 2, value: why },
      label: { text: 'Why?', classes: 'govuk-label--s' },
      errorMessage: errorOf('why'),
    },
  }
}
