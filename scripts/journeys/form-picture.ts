// A form as pictures: its sections, and each section's pages in order, with what leads to them and the exits that end them.
import type { Exit, Form, Page, Section } from '#domain/forms/form.ts'
import { pagesOf, questionsByScope, questionsIn } from '#domain/forms/sound/places.ts'
import { conditionWords, type Drawing, diagramLabel, titleIn } from './words.ts'

export const drawForm = (form: Form): string => {
  const drawing: Drawing = { form, questions: questionsByScope(questionsIn(pagesOf(form))) }
  return [
    '## Sections',
    '',
    sectionsPicture(drawing),
    ...form.sections.flatMap((section) => [
      '',
      `### ${section.title}`,
      '',
      ...whenLine(drawing, section),
      pagesPicture(drawing, section),
    ]),
  ].join('\n')
}

const mermaid = (lines: readonly string[]): string => ['```mermaid', ...lines, '```'].join('\n')

const sectionsPicture = ({ form }: Drawing): string => {
  const straight = form.sections.flatMap((section, index) => {
    const next = form.sections[index + 1]
    return next === undefined ? [] : [`  ${idOf(section.id)} --> ${idOf(next.id)}`]
  })
  const after = form.sections.flatMap((section) =>
    (section.after ?? []).map((earlier) => `  ${idOf(earlier)} --> ${idOf(section.id)}`),
  )
  return mermaid([
    'flowchart TD',
    ...form.sections.map(
      (section) =>
        `  ${idOf(section.id)}${section.is === 'many' ? `[[${diagramLabel(section.title)}]]` : `[${diagramLabel(section.title)}]`}`,
    ),
    ...(form.shape === 'straight' ? straight : after),
  ])
}

const whenLine = (drawing: Drawing, { when }: Section): readonly string[] =>
  when === undefined ? [] : [`Asked when ${conditionWords(drawing, when, undefined)}.`, '']

const pagesPicture = (drawing: Drawing, section: Section): string => {
  const first = entry(section, 0)
  const end = section.is === 'many' ? [`  ${first.from} -->|yes| ${first.to}`] : [`  ${first.from} --> ${first.to}`]
  return mermaid([
    'flowchart TD',
    section.is === 'many'
      ? `  start{${diagramLabel(`Add ${section.noun}?`)}}`
      : `  start([${diagramLabel(section.title)}])`,
    ...section.pages.flatMap((page) => nodes(drawing, section, page)),
    `  finish([${diagramLabel('Section done')}])`,
    ...end,
    ...section.pages.flatMap((page, index) => edges(section, page, index)),
    ...(section.is === 'many' ? ['  start -->|no| finish'] : []),
  ])
}

const entry = (section: Section, index: number): { readonly from: string; readonly to: string } => ({
  from: 'start',
  to: targetOf(section, index),
})

// Where a page is reached: by its question, where it has a condition. A list's last page leads back to "add another".
const targetOf = (section: Section, index: number): string => {
  const page = section.pages[index]
  if (page === undefined) return section.is === 'many' ? 'start' : 'finish'
  return page.when === undefined ? idOf(page.id) : `${idOf(page.id)}_when`
}

const nodes = (drawing: Drawing, section: Section, page: Page): readonly string[] => [
  ...(page.when === undefined
    ? []
    : [`  ${idOf(page.id)}_when{${diagramLabel(conditionWords(drawing, page.when, section))}}`]),
  `  ${idOf(page.id)}[${diagramLabel(titleIn(page.title, section) + partWords(drawing, section, page))}]`,
  ...(page.exits ?? []).map((exit) => `  ${exitId(page, exit)}([${diagramLabel(exit.title)}])`),
]

// Of a page on which several stand together: which, and when.
const partWords = (drawing: Drawing, section: Section, { parts }: Page): string =>
  parts === undefined
    ? ''
    : `: ${parts
        .map(({ title, when }) => {
          const asked = titleIn(title, section)
          return when === undefined ? asked : `${asked} (if ${conditionWords(drawing, when, section)})`
        })
        .join('; ')}`

const edges = (section: Section, page: Page, index: number): readonly string[] => {
  const next = targetOf(section, index + 1)
  return [
    ...(page.when === undefined
      ? []
      : [`  ${idOf(page.id)}_when -->|yes| ${idOf(page.id)}`, `  ${idOf(page.id)}_when -->|no| ${next}`]),
    ...(page.exits ?? []).flatMap((exit) => exitEdges(page, exit, next)),
    `  ${idOf(page.id)} --> ${next}`,
  ]
}

const exitEdges = (page: Page, exit: Exit, next: string): readonly string[] => [
  `  ${idOf(page.id)} -.-> ${exitId(page, exit)}`,
  ...(exit.advise === true ? [`  ${exitId(page, exit)} -.->|continue anyway| ${next}`] : []),
]

const exitId = (page: Page, exit: Exit): string => `${idOf(page.id)}_exit_${idOf(exit.id)}`

// Some words mean something to Mermaid, "end" among them.
const idOf = (id: string): string => `p_${id.replaceAll('-', '_')}`
