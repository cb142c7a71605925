// What surrounds the content of a resident's page: head, header, navigation, footer. Made once a process for each service.

import { assets, brand } from '#built/assets.mjs'
import type { Problem } from '#domain/forms/kind.ts'
import { council } from '#services/council.ts'
import { part, render } from '#web/render.ts'
import type { Html, Variables } from '#web/template-runtime.ts'
import { footerLinks, paths, session } from '../site.ts'

export type ServiceAround = { readonly name: string; readonly home: string }

export type Around = {
  readonly service?: ServiceAround
  // Where "Back" leads.
  readonly back?: string
  // The token for this page's forms.
  readonly csrf?: string
  // There is a session to lose: warn before it ends and offer more time.
  readonly timed?: boolean
  // What an officer, or a check, asked for again; said on each page that is answered for it.
  readonly askedAgain?: string
  readonly heldTime?: HeldTime
  // Who helps, said to them and to whom they help.
  readonly help?: { readonly words: string; readonly href?: string }
  // What we changed on this page lately, because of what people said.
  readonly changed?: string
  // Nothing is known to come back by: where a phrase is had.
  readonly noWayBack?: string
  // "Exit this page" stands on it.
  readonly exit?: boolean
  // Where feedback is given, and what is told there of this page; what was wrong on it comes in.
  readonly feedback?: (problem?: string) => string
  // The page's own address, to come back to.
  readonly here?: string
  // More time was just given.
  readonly moreTime?: boolean
  // The title in the browser tells nothing of what is asked.
  readonly neutral?: boolean
}

// A time that is kept for the person until they send. `action`, `at`: where a button keeps it once more, and the page to come back to.
export type HeldTime = {
  readonly what: string
  readonly until: string
  readonly over: boolean
  readonly action?: string
  readonly at?: string
  readonly button?: string
}

export type Said = {
  readonly title: string
  // The page tells of something to put right.
  readonly failed?: boolean
  // What is wrong: the field, or the status of a page that says what went wrong.
  readonly wrong?: string | undefined
}

/** What a page says of it where something has to be put right. */
export const failedBy = (problems: readonly Pick<Problem, 'field'>[]): Pick<Said, 'failed' | 'wrong'> => ({
  failed: problems.length > 0,
  wrong: problems[0]?.field,
})

export const citizenPage = (template: string, around: Around, said: Said, body: Variables): string =>
  render(`citizen/${template}.njk`, {
    ...body,
    pageTitle: around.neutral === true ? neutralTitle(said) : titleOf(said, around.service),
    exit: around.exit === true ? paths.leave : undefined,
    noWayBack: around.noWayBack,
    furniture: furnitureFor(around.service, { exit: around.exit === true, inForm: inForms.has(template) }),
    inForm: inForms.has(template),
    back: around.back,
    feedbackHere: feedbackAt(around, undefined, said.wrong),
    here: encodeURIComponent(around.here ?? paths.home),
    moreTime: around.moreTime,
    csrf: around.csrf,
    askedAgain: around.askedAgain,
    heldTime: around.heldTime,
    changed: around.changed,
    help: around.help,
    timed: around.timed === true ? times : undefined,
  })

/** `end`: at which end of a service they are asked what they think. */
export const feedbackAt = ({ feedback }: Around, end: string | undefined, wrong?: string): string => {
  const at = feedback?.(wrong) ?? paths.feedback
  return end === undefined ? at : `${at}${at.includes('?') ? '&' : '?'}end=${end}`
}

// A page that only says something: a heading, paragraphs, and where to go from it.
export const wordsPage = (around: Around, says: Variables & { readonly title: string }): string =>
  citizenPage('words', around, { title: says.title }, says)

export const titleOf = (said: Said, service: ServiceAround | undefined): string =>
  [
    `${said.failed === true ? 'Error: ' : ''}${said.title}`,
    ...(service === undefined || service.name === said.title ? [] : [service.name]),
    council.name,
  ].join(' - ')

const neutralTitle = ({ failed }: Said): string =>
  titleOf({ title: 'Your application', failed: failed === true }, undefined)

const times = { ...session, ...paths }

type Furniture = { readonly head: Html; readonly top: Html; readonly bottom: Html }

const made = new Map<string, Furniture>()

// Where a question is asked, it begins on the first screen at 400% zoom: what is above it is small, and the banner stands below.
const inForms: ReadonlySet<string> = new Set(['question', 'list'])

type Kind = { readonly exit: boolean; readonly inForm: boolean }

const furnitureFor = (service: ServiceAround | undefined, { exit, inForm }: Kind): Furniture => {
  const key = `${service?.home} ${service?.name} ${exit} ${inForm}`
  const found = made.get(key)
  if (found !== undefined) return found
  const context = {
    council: council.name,
    paths,
    footerLinks,
    service,
    inForm,
    ...(exit ? { exit: paths.leave } : {}),
    styles: assets['citizen.css'],
    script: assets['citizen.js'],
    icon: assets['icon.svg'],
    brand,
  }
  const furniture = {
    head: part('parts/head.njk', context),
    top: part('parts/top.njk', context),
    bottom: part('parts/bottom.njk', context),
  }
  made.set(key, furniture)
  return furniture
}
