// "You have added 2 people": the list page of an add-another section, adding, and removing.
import { addItem, type Draft, pageSaved, removeItem, savedIn } from '#domain/forms/answered/draft.ts'
import { itemName, type ListStep } from '#domain/forms/answered/journey.ts'
import { listDoubts } from '#domain/forms/answered/problems.ts'
import type { ManySection } from '#domain/forms/form.ts'
import { one, type Problem } from '#domain/forms/kind.ts'
import { ok, type Result } from '#domain/result.ts'
import { journeyOf, saveChange } from '#usecases/answering/save-page.ts'
import { removeFilesOf } from '#usecases/answering/take-uploads.ts'
import type { SaveProblem } from '#usecases/ports/stores.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { problemReply } from '../problem.ts'
import { type Answer, around, changing, type DraftVisit, to } from '../visit.ts'
import { after, back, instead } from '../where.ts'
import { elsewhere, pageKeyIn } from './question.ts'

export const showList = (visit: DraftVisit): Answer => {
  const step = listAt(visit)
  if (step === undefined) return openSection(visit)
  if (!visit.walk.mayStart(step.section)) return seeOther(to(visit.service, instead(visit.walk)))
  return listReply(visit, step, [])
}

export const takeList = async (visit: DraftVisit): Promise<Answer> => {
  const step = listAt(visit)
  if (step === undefined) return elsewhere(visit)
  if (!visit.walk.mayStart(step.section)) return seeOther(to(visit.service, instead(visit.walk)))
  const said = one(visit.request.posted, 'another')
  return said === 'yes' ? add(visit, step.section) : finish(visit, step, said)
}

const add = async (visit: DraftVisit, section: ManySection): Promise<Answer> => {
  if (visit.walk.answers.itemsOf(section.id).length >= section.most) return seeOther(to(visit.service, section.id))
  const { change, item } = addItem(savedIn(visit.draft), section)
  const saved = await saveChange(visit.counter, visit.draft, change)
  if (!saved.ok) return problemReply(visit.counter, visit.request, 409)
  const walk = journeyOf(visit.service, saved.value, visit.counter.clock)
  return seeOther(to(visit.service, walk.itemSteps(section, item)[0]?.key ?? section.id))
}

const finish = async (visit: DraftVisit, step: ListStep, said: string): Promise<Answer> => {
  const left = said === 'no' ? await withoutGhosts(visit, step.section) : ok(visit.draft)
  if (!left.ok) return problemReply(visit.counter, visit.request, 409)
  const saved = await saveChange(
    visit.counter,
    left.value,
    pageSaved(step.key, { another: said === 'no' ? ['no'] : [] }),
  )
  if (!saved.ok) return problemReply(visit.counter, visit.request, 409)
  const walk = journeyOf(visit.service, saved.value, visit.counter.clock)
  const now: DraftVisit = { ...visit, draft: saved.value, walk }
  const problems = walk.problems(step)
  if (problems.length > 0) return listReply(now, step, problems)
  const undone = walk.steps(step.section).find((other) => !walk.done(other))
  return seeOther(to(visit.service, undone?.key ?? after(walk, step, changing(visit.request))))
}

// Somebody who pressed "Yes" and thought better of it has added nobody: an item without a word in it goes.
const withoutGhosts = async (
  { counter, draft, walk }: DraftVisit,
  section: ManySection,
): Promise<Result<Draft, SaveProblem>> => {
  const { pages } = savedIn(draft)
  const said = (item: string): boolean =>
    Object.entries(pages).some(
      ([key, typed]) =>
        key.startsWith(`${section.id}/${item}/`) && Object.values(typed).some((all) => all.some((text) => text !== '')),
    )
  let now: Result<Draft, SaveProblem> = ok(draft)
  for (const item of walk.answers.itemsOf(section.id).filter((one) => !said(one)))
    if (now.ok) now = await saveChange(counter, now.value, removeItem(savedIn(now.value), section, item))
  return now
}

const listReply = (visit: DraftVisit, step: ListStep, problems: readonly Problem[]): Reply => {
  const { service, walk } = visit
  const { section } = step
  const before = walk.form.shape === 'tasks' ? 'tasks' : (back(walk, step, changing(visit.request)) ?? '')
  return html(
    pages.list({
      around: around(visit, service, to(service, before)),
      section,
      wanted: section.wanted?.(walk.answers) ?? [],
      doubts: listDoubts(walk.answers, section),
      items: walk.answers.itemsOf(section.id).map((item) => itemShown(visit, section, item)),
      problems,
      action: visit.request.path + (changing(visit.request) ? '?change=1' : ''),
    }),
  )
}

const itemShown = (visit: DraftVisit, section: ManySection, item: string) => {
  const steps = visit.walk.itemSteps(section, item)
  const undone = steps.find((step) => !visit.walk.done(step))
  return {
    name: itemName(visit.walk.answers, section, item),
    change: to(visit.service, (undone ?? steps[0])?.key ?? section.id),
    remove: to(visit.service, `${section.id}/${item}/remove`),
    ...(undone === undefined ? {} : { words: 'Not finished' }),
  }
}

export const showRemove = (visit: DraftVisit): Answer => {
  const { section, item } = itemAt(visit)
  return html(
    pages.confirm({
      around: around(visit, visit.service, to(visit.service, section.id)),
      title: `Are you sure you want to remove ${itemName(visit.walk.answers, section, item)}?`,
      button: 'Yes, remove',
      warning: true,
      action: visit.request.path,
      cancel: { text: 'No, go back', href: to(visit.service, section.id) },
    }),
  )
}

export const takeRemove = async (visit: DraftVisit): Promise<Answer> => {
  const { section, item } = itemAt(visit)
  const saved = await saveChange(visit.counter, visit.draft, removeItem(visit.draft, section, item))
  if (!saved.ok) return problemReply(visit.counter, visit.request, 409)
  // Its files go with it: the next item may get its number.
  await removeFilesOf(visit.counter.uploads, saved.value, { section, item })
  return seeOther(to(visit.service, section.id))
}

const itemAt = ({ request, walk }: DraftVisit): { readonly section: ManySection; readonly item: string } => {
  const section = walk.sections.find(({ id }) => id === request.pathValues.section)
  const item = request.pathValues.item ?? ''
  if (section?.is !== 'many' || !walk.answers.itemsOf(section.id).includes(item)) throw new BadRequest(404)
  return { section, item }
}

const listAt = (visit: DraftVisit): ListStep | undefined => {
  const step = visit.walk.find(pageKeyIn(visit))
  return step?.is === 'list' ? step : undefined
}

// A section's own address opens its first page still to do.
const openSection = (visit: DraftVisit): Answer => {
  const section = visit.walk.sections.find(({ id }) => id === pageKeyIn(visit))
  if (section === undefined) return elsewhere(visit)
  const steps = visit.walk.steps(section)
  const open = steps.find((step) => !visit.walk.done(step)) ?? steps[0]
  return seeOther(to(visit.service, open?.key ?? instead(visit.walk)))
}
