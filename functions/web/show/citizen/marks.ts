// Marks stand in a page that is rendered once, for what differs from visit to visit. Each is a number between two private-use
// characters, which no words of a form use and no filter changes. Afterwards the page is split at them: literals and holes.
import type { Entered } from '../controls/entered.ts'

export type Hole =
  | { readonly is: 'line' | 'lines'; readonly field: string }
  | { readonly is: 'checked'; readonly field: string; readonly option: string }
  // `words`: what hides the questions of a choice that is not made.
  | { readonly is: 'hidden'; readonly field: string; readonly option: string; readonly words: string }
  | { readonly is: 'name' | 'csrf' | 'back' | 'action' }

// literals[0] holes[0] literals[1] holes[1] … literals[n]
export type Segments = { readonly literals: readonly string[]; readonly holes: readonly Hole[] }

export type Marks = {
  readonly entered: Entered
  readonly mark: (hole: Hole) => string
  readonly split: (html: string) => Segments
}

export const marksFor = (shape: Entered): Marks => {
  const holes: Hole[] = []
  const mark = (hole: Hole): string => `${open}${holes.push(hole) - 1}${close}`
  return { mark, entered: enteredWith(mark, shape), split: (html) => splitAt(settled(html, holes, mark), holes) }
}

const open = '\uE000'
const close = '\uE001'

const enteredWith = (mark: Marks['mark'], shape: Entered): Entered => ({
  line: (field) => mark({ is: 'line', field }),
  lines: (field) => mark({ is: 'lines', field }),
  given: shape.given,
  // Rendered as if nothing were chosen: what a choice adds goes where its mark stands.
  chosen: () => false,
  option: (field, option) => `${option}${mark({ is: 'checked', field, option })}`,
  name: shape.name === undefined ? undefined : mark({ is: 'name' }),
})

// A choice's mark stands at the end of its value attribute. It belongs behind the quote, where " checked" goes;
// where the choice reveals questions, a second mark takes the place of the class that hides them.
const settled = (html: string, holes: readonly Hole[], mark: Marks['mark']): string => {
  const revealing = new Map<string, Hole>()
  const moved = html.replace(choiceEnd, (all, index: string, attribute = '', id = '') => {
    const hole = holes[Number(index)]
    if (hole?.is !== 'checked') return all
    if (id !== '') revealing.set(id, hole)
    return `"${open}${index}${close}${attribute}`
  })
  return moved.replace(hiding, (all, words: string, id: string) => {
    const hole = revealing.get(id)
    return hole?.is === 'checked' ? `${mark({ ...hole, is: 'hidden', words })}" id="${id}"` : all
  })
}

const choiceEnd = /\uE000(\d+)\uE001"( data-aria-controls="([^"]*)")?/g
const hiding = /( govuk-(?:radios|checkboxes)__conditional--hidden)" id="([^"]*)"/g

const splitAt = (html: string, holes: readonly Hole[]): Segments => {
  const parts = html.split(/\uE000(\d+)\uE001/)
  const found = parts.flatMap((part, index) => (index % 2 === 0 ? [] : [holes[Number(part)]]))
  return {
    literals: parts.filter((_part, index) => index % 2 === 0),
    holes: found.filter((hole) => hole !== undefined),
  }
}
