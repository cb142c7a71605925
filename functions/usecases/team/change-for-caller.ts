// Staff type a change of circumstances for whoever tells them of it: the applicant's own way of
// changing answers (docs/rules/casework.md, "What the applicant sends unasked"), many questions on a
// page, with who asked and how. Nothing of the case changes before it is sent.
import { can } from '#domain/cases/access.ts'
import type { WhoAsked } from '#domain/cases/asked-by.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { addItem, type Draft, pageSaved, removeItem, savedIn } from '#domain/forms/answered/draft.ts'
import { itemName, type Journey, type Step } from '#domain/forms/answered/journey.ts'
import { keepFields } from '#domain/forms/fields/index.ts'
import type { Section } from '#domain/forms/form.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import { shutAt, typedOn } from '../answering/book-for-caller.ts'
import { openDraft } from '../answering/open-draft.ts'
import { journeyOf, saveChange, savePage as saveStep } from '../answering/save-page.ts'
import type { SubmitPorts, SubmitRefusal } from '../answering/submit-application.ts'
import { removeFilesOf } from '../answering/take-uploads.ts'
import { openOwn, takesOwn } from '../casework/own-accord.ts'
import { sendAnswers, whatChanges } from '../casework/send-answers.ts'
import type { UploadStore } from '../ports/files.ts'
import type { CaseChange, DraftStore, SaveProblem } from '../ports/stores.ts'
import type { KnownSwitches } from '../ports/switches.ts'

type Ports = SubmitPorts & {
  readonly drafts: DraftStore
  readonly uploads: UploadStore
  readonly switches: KnownSwitches
}

type Whose = { readonly service: Service; readonly subject: Case; readonly user: Staff }

// Answers about health and safety are among them: not for whoever may not see those, nor for whoever
// opened the case in an emergency.
export const mayChange = ({ service, subject, user }: Whose, now: number): boolean =>
  service.forResident.changes !== undefined &&
  can(user, 'assign', { subject }) &&
  can(user, 'see-sensitive', { subject }) &&
  takesOwn(service.workflow, subject, 'take-change', londonDay(now)) !== undefined

/** What is typed for a caller is kept for a day until it is sent, and nobody else goes on with it. */
const keptFor = 86_400_000

// Undefined where the answers are not kept online any more, or none of these was asked of this person.
export const openChange = (
  ports: Ports,
  { service, subject, user }: Whose,
  chosen: readonly string[],
): Promise<Draft | undefined> => {
  const changes = service.forResident.changes ?? {}
  const keys = [...new Set(chosen.flatMap((id) => changes[id]?.keys ?? []))]
  const forCaller = { by: user.id, until: ports.clock.now() + keptFor }
  return openOwn(ports, { service, subject, own: 'take-change', keys, forCaller })
}

export type Changing = Whose & { readonly draft: Draft; readonly walk: Journey }

// A change that this person began on this case.
export const changeBegun = async (ports: Ports, whose: Whose, id: string): Promise<Changing | undefined> => {
  const draft = await openDraft(ports, whose.service, id)
  if (draft?.by !== whose.user.id || draft.reopens?.caseReference !== whose.subject.reference) return undefined
  if (draft.caseReference === undefined && draft.expiresAt < ports.clock.now()) return undefined
  return { ...whose, draft, walk: journeyOf(whose.service, draft, ports.clock) }
}

// What is asked together: a section, or one person or place of a list.
export type ChangeGroup = {
  // 'money', 'people_2'
  readonly id: string
  readonly title: string
  readonly steps: readonly Step[]
  readonly isItem: boolean
}

export type ChangeSection = {
  readonly section: Section
  readonly groups: readonly ChangeGroup[]
}

export const sectionsOf = ({ walk }: Pick<Changing, 'walk'>): readonly ChangeSection[] =>
  walk.sections.map((section) => ({
    section,
    groups:
      section.is === 'many' ? itemsIn(walk, section) : [groupOf(section.id, section.title, pagesIn(walk, section))],
  }))

const itemsIn = (walk: Journey, section: Extract<Section, { is: 'many' }>): readonly ChangeGroup[] =>
  walk.answers.itemsOf(section.id).map((item) => ({
    ...groupOf(
      `${section.id}_${item}`,
      itemName(walk.answers, section, item),
      asksWords(walk.itemSteps(section, item)),
    ),
    isItem: true,
  }))

const groupOf = (id: string, title: string, steps: readonly Step[]): ChangeGroup => ({
  id,
  title,
  steps,
  isItem: false,
})

const pagesIn = (walk: Journey, section: Section): readonly Step[] =>
  asksWords(walk.steps(section).filter((step) => step.is === 'page'))

// Files are sent by the applicant, or put on the case by their own page.
const asksWords = (steps: readonly Step[]): readonly Step[] =>
  steps.filter(({ page }) => page.does !== 'upload' && page.does !== 'boundary')

export const groupAt = (changing: Changing, id: string): ChangeGroup | undefined =>
  sectionsOf(changing)
    .flatMap(({ groups }) => groups)
    .find((group) => group.id === id)

export type GroupSaved = { readonly changing: Changing; readonly problems: readonly Problem[] }

// What is the same as before is not answered again. An answer can ask for further pages: they are asked
// for as problems of the group, which then has them.
export const saveGroup = async (
  ports: Ports,
  changing: Changing,
  { steps, id }: ChangeGroup,
  posted: Typed,
): Promise<Result<GroupSaved, SaveProblem | 'too-much'>> => {
  let { draft } = changing
  for (const step of steps) {
    const typed = typedOn(step.page, posted)
    if (isSame(keepFields(changing.walk.answers.typed(step.key), step.page.questions), typed)) continue
    const saved = await saveStep(ports, { service: changing.service, draft, step, posted: typed })
    if (!saved.ok) return saved
    draft = saved.value.draft
  }
  const after = { ...changing, draft, walk: journeyOf(changing.service, draft, ports.clock) }
  return ok({ changing: after, problems: groupProblems(after, id) })
}

const isSame = (before: Typed, now: Typed): boolean => {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  return fields.every((field) => said(before[field]) === said(now[field]))
}

const said = (values: readonly string[] = []): string => values.filter((value) => value !== '').join('\n')

const groupProblems = (changing: Changing, id: string): readonly Problem[] =>
  (groupAt(changing, id)?.steps ?? []).flatMap((step) => [
    ...changing.walk.problems(step),
    ...shutAt(step.page, changing.walk.exitAt(step)),
  ])

// A further person or place: gives the group in which it is asked.
export const addForCaller = async (
  ports: Ports,
  { draft, walk }: Changing,
  sectionId: string,
): Promise<Result<string, SaveProblem>> => {
  const section = walk.sections.find(({ id }) => id === sectionId)
  if (section?.is !== 'many' || walk.answers.itemsOf(section.id).length >= section.most) return no('gone')
  const { change, item } = addItem(savedIn(draft), section)
  const saved = await saveChange(ports, draft, change)
  return saved.ok ? ok(`${section.id}_${item}`) : saved
}

export const removeForCaller = async (
  ports: Ports,
  { draft, walk }: Changing,
  groupId: string,
): Promise<Result<null, SaveProblem>> => {
  const [sectionId = '', item = ''] = groupId.split('_')
  const section = walk.sections.find(({ id }) => id === sectionId)
  if (section?.is !== 'many' || !walk.answers.itemsOf(section.id).includes(item)) return no('gone')
  const saved = await saveChange(ports, draft, removeItem(savedIn(draft), section, item))
  if (!saved.ok) return saved
  await removeFilesOf(ports.uploads, saved.value, { section, item })
  return ok(null)
}

// Nobody else is to be added: each list that is asked about says so, as its own page would.
export const closeLists = async (ports: Ports, changing: Changing): Promise<Result<Changing, SaveProblem>> => {
  let { draft } = changing
  const lists = changing.walk.sections
    .flatMap((section) => changing.walk.steps(section))
    .filter(({ is }) => is === 'list')
  for (const list of lists.filter((step) => !changing.walk.done(step))) {
    const saved = await saveChange(ports, draft, pageSaved(list.key, { another: ['no'] }))
    if (!saved.ok) return saved
    draft = saved.value
  }
  return ok({ ...changing, draft, walk: journeyOf(changing.service, draft, ports.clock) })
}

// What is left to answer, a line for each group and list.
export const leftIn = (changing: Changing): readonly { readonly words: string; readonly group: string }[] =>
  sectionsOf(changing).flatMap(({ section, groups }) => [
    ...groups
      .filter(({ steps }) => steps.some((step) => !changing.walk.done(step)))
      .map(({ id, title }) => ({ group: id, words: `Answer what is left about ${title}` })),
    ...changing.walk
      .steps(section)
      .filter((step) => step.is === 'list')
      .flatMap((step) => changing.walk.problems(step).map(({ words }) => ({ group: `list-${section.id}`, words }))),
  ])

export const whatItChanges = (ports: Ports, { service, draft }: Changing): ReturnType<typeof whatChanges> =>
  whatChanges(ports, service, draft)

export const sendChange = async (
  ports: Ports,
  { service, draft, user }: Changing,
  asked: WhoAsked,
): Promise<Result<CaseChange['subject']['reference'], SubmitRefusal>> => {
  const words = 'typed a change for the applicant, as they were asked to'
  const done = await sendAnswers(ports, service, draft, { user, asked, words })
  return done.ok ? ok(done.value.reference) : no(done.error)
}
