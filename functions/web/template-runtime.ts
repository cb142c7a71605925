// What compiled nunjucks templates need at run time, and no more: nunjucks' own runtime and filters, without its loaders, compiler and
// asynchronous calls. Imported macro files are run once a process, because what they export never varies.
import filters from 'nunjucks/src/filters.js'
import runtime from 'nunjucks/src/runtime.js'
import tests from 'nunjucks/src/tests.js'
import { type Block, runOn, templates } from '#built/templates.mjs'

export type Variables = Readonly<Record<string, unknown>>

export const renderTemplate = (name: string, variables: Variables): string =>
  templateOf(name).render(variables, noFrame, plain)

// HTML made by a template: another template prints it as it is.
export type Html = { readonly val: string }

export const markup = (html: string): Html => new SafeString(html)

const { SafeString, Frame } = runtime

type Done = (error: unknown, output: string) => void
type Exported = Record<string, unknown>
type Blocks = Readonly<Record<string, Block>>
type Template = {
  readonly blocks: Blocks
  readonly rootRenderFunc: Block
  readonly render: <T>(variables: Variables, frame: FrameOrNone, done: (error: unknown, output: string) => T) => T
  readonly getExported: (done: (error: unknown, exported: Exported) => void) => void
}
type FrameOrNone = InstanceType<typeof Frame> | undefined

const noFrame = undefined

const plain = (error: unknown, output: string): string => {
  if (error) throw error
  return output
}

const known = new Map<string, Template>()

const templateOf = (name: string): Template => {
  const found = known.get(name)
  if (found !== undefined) return found
  const compiled = templates[name]
  if (compiled === undefined) throw new Error(`There is no template ${name}`)
  const made = template(compiled())
  known.set(name, made)
  return made
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one object, as nunjucks calls it
const template = (compiled: Readonly<Record<string, Block>>): Template => {
  const blocks = Object.fromEntries(
    Object.entries(compiled).flatMap(([name, block]) => (name.startsWith('b_') ? [[name.slice(2), block]] : [])),
  )
  const { root } = compiled
  if (root === undefined) throw new Error('A compiled template has no root')
  let exported: Exported | undefined
  const run = (parent: FrameOrNone, context: Context, done: Done): void => {
    const frame = parent === undefined ? new Frame() : parent.push(true)
    frame.topLevel = true
    root(env, context, frame, quick, done)
  }
  return {
    blocks,
    rootRenderFunc: root,
    render: (variables, parent, done) => {
      let problem: unknown
      let html = ''
      run(parent, contextOf(variables, blocks), (error, output) => {
        problem ??= error
        html = output
      })
      return done(problem, html)
    },
    getExported: (done) => {
      if (exported === undefined) {
        const context = contextOf({}, blocks)
        run(undefined, context, plain)
        exported = context.getExported()
      }
      done(undefined, exported)
    },
  }
}

type Context = ReturnType<typeof contextOf>

const contextOf = (given: Variables, own: Blocks) => {
  const variables: Exported = { ...given }
  const names: string[] = []
  const blocks = new Map<string, Block[]>()
  const addBlock = (name: string, block: Block): void => {
    blocks.set(name, [...(blocks.get(name) ?? []), block])
  }
  for (const name in own) if (own[name] !== undefined) addBlock(name, own[name])
  return {
    lookup: (name: string): unknown => variables[name],
    setVariable: (name: string, value: unknown): void => {
      variables[name] = value
    },
    getVariables: (): Variables => variables,
    addBlock,
    getBlock: (name: string): Block | undefined => blocks.get(name)?.[0],
    addExport: (name: string): void => {
      names.push(name)
    },
    getExported: (): Exported => Object.fromEntries(names.map((name) => [name, variables[name]])),
  }
}

// nunjucks' own `trim` tries a regular expression at every white space of the page: five sixths of a page's time.
const trim = (value: unknown): unknown =>
  value instanceof SafeString ? new SafeString(value.val.trim()) : typeof value === 'string' ? value.trim() : value

// Words in which each telephone number can be pressed.
const calls = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  const parts = value.split(telephoneNumbers)
  return new SafeString(parts.map((part, at) => (at % 2 === 0 ? escaped(part) : callLink(part))).join(''))
}

// Of the council and of helplines: "01305 000 100", "0808 2000 247", and the short ones that people are told to call.
const telephoneNumbers = /(\b0\d{2,4}(?: \d{3,6}){1,3}\b|(?<=\bcall )(?:999|101|111)\b)/i

const callLink = (number: string): string =>
  `<a class="govuk-link" href="tel:${number.replaceAll(' ', '')}">${number.replaceAll(' ', '\u00a0')}</a>`

const ours: Readonly<Record<string, unknown>> = { ...filters, trim, calls }

type Step = (...given: readonly unknown[]) => void

const env = {
  opts: { autoescape: true },
  getFilter: (name: string): unknown => ours[name],
  getTest: (name: string): unknown => tests[name],
  // biome-ignore lint/complexity/useMaxParams: nunjucks calls it so
  getTemplate: (
    name: string,
    _eager: boolean,
    _parent: string,
    _missing: boolean,
    done: (error: unknown, found: Template) => void,
  ): void => done(undefined, templateOf(name)),
  // The steps of an include: each passes its results to the next.
  waterfall: (steps: readonly Step[], done: () => void): void => {
    const from = (index: number, given: readonly unknown[]): void => {
      const step = steps[index]
      if (step === undefined) done()
      else step(...given, (_error: unknown, ...results: readonly unknown[]) => from(index + 1, results))
    }
    from(0, [])
  },
}

const special = /[&"'<>`\\]/

export const escaped = (text: string): string => (special.test(text) ? filters.escape(text).val : text)

const quick = {
  ...runtime,
  suppressValue: (value: unknown): unknown => {
    if (value === undefined || value === null) return ''
    if (value instanceof SafeString) return value.val
    return escaped(typeof value === 'string' ? value : String(value))
  },
}

runOn(quick)
