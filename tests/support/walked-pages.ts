// The pages that applicants meet, as each of them has them: the questions that apply to them, their lists and task list, and
// what we think so far. Made from their answers, without any web.
import { itemName, type Journey } from '#domain/forms/answered/journey.ts'
import { taskGroups } from '#domain/forms/answered/tasks.ts'
import { askedAs } from '#domain/forms/asked-as.ts'
import type { Part } from '#domain/rules/assessment.ts'
import { serviceOf } from '#services/catalogue.ts'
import type { Service } from '#services/service.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { loadPersonas, type Persona } from './people/personas.ts'
import { around } from './people/sample-pages.ts'
import { walked } from './worlds/walk.ts'

type Shown = readonly [where: string, html: string]

export const walkedPages = (): readonly Shown[] =>
  loadPersonas().flatMap((persona) => {
    const service = serviceOf(persona.service)
    if (service === undefined) throw new Error(`There is no service ${persona.service}`)
    const { walk } = walked(service.form, persona)
    return [...stepsOf(walk), tasksOf(walk, service), ...adviceOf(walk, service, persona)].map(
      ([where, html]): Shown => [`${persona.id}: ${where}`, html],
    )
  })

const stepsOf = (walk: Journey): readonly Shown[] =>
  walk.sections.flatMap(walk.steps).map((step): Shown => {
    if (step.is === 'page') return [step.key, questionOf(walk, step)]
    const { section, key } = step
    const items = walk.answers.itemsOf(section.id).map((item) => ({
      ...{ name: itemName(walk.answers, section, item), words: 'Not finished' },
      ...{ change: `/${key}/${item}/who`, remove: `/${key}/${item}/remove` },
    }))
    const wanted = section.wanted?.(walk.answers) ?? []
    return [key, pages.list({ around, section, wanted, items, problems: [], action: `/${key}` })]
  })

type PageStep = Extract<ReturnType<Journey['steps']>[number], { readonly is: 'page' }>

const questionOf = (walk: Journey, { page, key, section, item }: PageStep): string =>
  pages.question({
    ...{ around, page, typed: {}, problems: [], action: `/${key}`, mayLeave: true, caption: section.title },
    ...(section.is === 'many' && item !== undefined ? { name: itemName(walk.answers, section, item) } : {}),
  })

const tasksOf = (walk: Journey, { name }: Service): Shown => [
  'tasks',
  pages.tasks({
    ...{ around, title: name, groups: taskGroups(walk), to: (key) => `/${key}`, reference: 'HBC2-3DF4' },
    ...{ send: { ready: true, href: '/check' }, saveHref: '/save', helpHref: '/helpers' },
  }),
]

const adviceOf = (walk: Journey, { advice, form }: Service, { today }: Persona): readonly Shown[] => {
  // Whoever was turned away on the way has no such page.
  if (advice === undefined || !walk.complete()) return []
  const found = advice(walk.answers, today, Date.parse(`${today}T10:00:00Z`))
  const changes = ({ rests = [] }: Part) =>
    [...new Set(rests.map(({ question }) => question))].map((text) => ({ text, href: `/${text}` }))
  return [
    [
      'what-we-think-so-far',
      pages.advice({ around, advice: found, asked: askedAs(form), changes, next: '/declaration' }),
    ],
  ]
}
