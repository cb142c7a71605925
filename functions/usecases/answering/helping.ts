// Somebody whom an applicant lets help: named with what they may do and where their code goes, let in by that code, and ended.
import type { CaseEvent, Detail } from '#domain/cases/case.ts'
import { inWords } from '#domain/day.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import {
  calledHelper,
  endOfHelp,
  type Helper,
  type HelperMay,
  helperOf,
  helpersNow,
  isHelping,
  mostHelpers,
} from '#domain/forms/answered/helping.ts'
import type { Journey } from '#domain/forms/answered/journey.ts'
import { keysOf } from '#domain/forms/answered/parted.ts'
import { titled } from '#domain/forms/answered/record.ts'
import { isSameEmail } from '#domain/forms/answered/way-back.ts'
import { londonDay } from '#domain/london.ts'
import { no, type Result } from '#domain/result.ts'
import type { TextTemplate } from '#domain/texts/text.ts'
import { council } from '#services/council.ts'
import { copyOfPage } from '#services/text-table.ts'
import type { AccessStore } from '../ports/access.ts'
import type { DraftStore, Keys } from '../ports/stores.ts'
import { type MakingPorts, makeText } from '../texts/decide-text.ts'
import { plainReference, referenceOf } from './recovery-phrase.ts'

// Nothing of what is typed stands in it: it goes to whatever number or address somebody gave.
export const helperTemplate: TextTemplate = {
  ...copyOfPage,
  id: 'helper',
  version: 1,
  words: `Somebody asked us to let you help with their application to ${council.name}. If you know who, go to ((helpLink)). If not, ignore this text.`,
  email: {
    version: 1,
    subject: `You are asked to help with an application to ${council.name}`,
    words: [
      'Somebody asked us to let you help with their application. They gave us this email address.',
      'If you know who it is and want to help, go to:',
      '((helpLink))',
      'We will email you a code. If you do not know who it is, you do not have to do anything.',
      `${council.name}  \n${council.phones.switchboard}  \n${council.phoneHours.switchboard}`,
    ].join('\n\n'),
  },
}

export const helpingPath = '/helping'

export type Named = Pick<Helper, 'name' | 'relation' | 'by' | 'to' | 'may'>

type Ports = MakingPorts & { readonly drafts: DraftStore }

type Given = Result<Draft, 'changed-elsewhere' | 'too-many'>

/** `texts`: this browser may have us text a number that nobody proved. */
export const letHelp = async (ports: Ports, draft: Draft, named: Named, texts: boolean): Promise<Given> => {
  const now = ports.clock.now()
  const { by, to } = named
  const others = (draft.helpers ?? []).filter((one) => one.by !== by || one.to !== to || !isHelping(draft, one, now))
  if (helpersNow({ ...draft, helpers: others }, now).length >= mostHelpers) return no('too-many')
  const was = (draft.helpers ?? []).find((one) => !others.includes(one))
  const helper: Helper = {
    ...named,
    ...{ id: was?.id ?? ports.ids.secret().slice(0, 12), from: now, until: endOfHelp(now), turn: draft.turn ?? 0 },
    typed: was?.typed ?? [],
  }
  const about = { about: referenceOf(draft), service: draft.service, values: { helpLink: linkOf(ports, draft) }, to }
  const channel = by === 'email' ? { channel: 'email' as const } : {}
  return ports.drafts.setHelpers(draft, [...others, helper], {
    found: [{ hash: whoFinds(ports.keys, referenceOf(draft), to), until: helper.until }],
    texts: texts ? [makeText(ports, helperTemplate, { ...about, ...channel, unproved: true })] : [],
  })
}

const linkOf = ({ citizenOrigin }: Ports, draft: Draft): string =>
  `${citizenOrigin}${helpingPath}/${referenceOf(draft)}`

export const endHelp = async (
  ports: Pick<Ports, 'clock' | 'drafts'>,
  draft: Draft,
  id: string,
): Promise<Result<Draft, 'changed-elsewhere'>> => {
  const endedAt = ports.clock.now()
  const end = (one: Helper): Helper => (one.id === id && one.endedAt === undefined ? { ...one, endedAt } : one)
  const done = await ports.drafts.setHelpers(draft, (draft.helpers ?? []).map(end), { found: [], texts: [] })
  if (done.ok) return done
  // The helper saved something at this very moment: they are ended all the same.
  const fresh = await ports.drafts.get(draft.id)
  return fresh === undefined
    ? done
    : ports.drafts.setHelpers(fresh, (fresh.helpers ?? []).map(end), { found: [], texts: [] })
}

export type NamedByHelper = { readonly reference: string; readonly helper: string }

/** Whom a number or an address lets in with a reference, at this moment. */
export const helpedBy = async (
  ports: Pick<Ports, 'clock' | 'drafts' | 'keys'> & { readonly access: Pick<AccessStore, 'byPhrase'> },
  { reference, helper: to }: NamedByHelper,
): Promise<{ readonly draft: Draft; readonly helper: Helper } | undefined> => {
  const id = await ports.access.byPhrase(whoFinds(ports.keys, plainReference(reference), to))
  const draft = id === undefined ? undefined : await ports.drafts.get(id)
  const now = ports.clock.now()
  const helper = draft === undefined ? undefined : helpersNow(draft, now).findLast((one) => isSame(one, to))
  if (draft === undefined || helper === undefined) return undefined
  return draft.status === 'draft' && draft.expiresAt < now ? undefined : { draft, helper }
}

const isSame = (helper: Helper, to: string): boolean =>
  helper.by === 'email' ? isSameEmail(helper.to, to) : helper.to === to

const whoFinds = (keys: Keys, reference: string, to: string): string =>
  keys.hash('who helps', `${reference} ${to.toLowerCase()}`)

/** Noted for the applicant: they see when somebody first came. */
export const cameToHelp = async (ports: Pick<Ports, 'clock' | 'drafts'>, draft: Draft, id: string): Promise<void> => {
  const cameAt = ports.clock.now()
  const helpers = (draft.helpers ?? []).map((one) => (one.id === id ? { ...one, cameAt } : one))
  await ports.drafts.setHelpers(draft, helpers, { found: [], texts: [] })
}

/** What a helper may do to a draft and no more; each save is marked as theirs, and none counts once it is ended. */
export const draftsOfHelper = (drafts: DraftStore, id: string): DraftStore => ({
  ...drafts,
  save: async (draft, change, now) =>
    helperOf(draft, id, now) === undefined ? no('gone') : drafts.save(draft, { ...change, hand: id }, now),
  setPhone: async () => no('gone'),
  setEmail: async () => no('gone'),
  setHelpers: async () => no('changed-elsewhere'),
  erase: async () => no('gone'),
})

/** For the history of the case: who helped, until when, and what they typed last. */
export const helpShown = ({ helpers = [], turn }: Draft, walk: Journey): Pick<CaseEvent, 'details'> => {
  const details = helpers.map((helper) => helpDetail(helper, walk, turn))
  return details.length === 0 ? {} : { details }
}

const helpDetail = (helper: Helper, walk: Journey, turn: number | undefined): Detail => {
  const on = (instant: number): string => inWords(londonDay(instant))
  const ended = helper.endedAt ?? (helper.turn === (turn ?? 0) ? undefined : helper.from)
  const pages = titlesOf(walk, helper.typed)
  return {
    question: `Helped by ${calledHelper(helper)}`,
    lines: [
      `Could ${mayInWords[helper.may]} from ${on(helper.from)}${ended === undefined ? '' : `; ended ${on(ended)}`}`,
      pages.length === 0 ? 'Typed no answer that stands' : `Typed: ${pages.join('; ')}`,
    ],
  }
}

export const mayInWords: Readonly<Record<HelperMay, string>> = {
  see: 'see the answers',
  fill: 'see and fill in the answers',
  send: 'fill in the answers and send them',
}

const titlesOf = (walk: Journey, keys: readonly string[]): readonly string[] =>
  walk.sections
    .flatMap((section) => [
      ...walk.steps(section),
      ...(section.is === 'many'
        ? walk.answers.itemsOf(section.id).flatMap((item) => walk.itemSteps(section, item))
        : []),
    ])
    .flatMap((step) =>
      step.is === 'page' && keysOf(step).some((key) => keys.includes(key))
        ? [titled(walk.answers, step.page.title, step.section, step.item)]
        : [],
    )
    .filter((title, at, all) => all.indexOf(title) === at)
