// On each page of an application that somebody helps with: who helps, said to the applicant, and whom they help, to the helper.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { type Helper, helpersNow } from '#domain/forms/answered/helping.ts'
import type { Journey } from '#domain/forms/answered/journey.ts'
import type { Service } from '#services/service.ts'
import type { Clock } from '#usecases/ports/stores.ts'
import type { Around } from '../show/citizen/around.ts'

type Visited = {
  readonly counter: { readonly clock: Clock; readonly services: readonly Service[] }
  readonly draft?: Draft
  readonly walk?: Journey
  readonly helper?: Helper
}

export const helpSaid = ({ counter, draft, walk, helper }: Visited): Pick<Around, 'help'> => {
  if (draft?.helpers === undefined || draft.status !== 'draft') return {}
  const service = counter.services.find(({ id }) => id === draft.service)
  if (helper !== undefined) return { help: { words: toHelper(helper, whom(service, walk)) } }
  const names = helpersNow(draft, counter.clock.now()).map(({ name }) => name)
  return names.length === 0 ? {} : { help: { words: toApplicant(names), href: `/${draft.service}/helpers` } }
}

export const whom = (service: Service | undefined, walk: Journey | undefined): string => {
  const name = service === undefined || walk === undefined ? '' : service.applicant(walk.answers).name
  return name.trim() === '' ? 'the person who asked you' : name
}

const toHelper = ({ may }: Helper, name: string): string =>
  may === 'see'
    ? `You are helping ${name}. You can see the answers, and not change them.`
    : `You are helping ${name}. What you type is marked as typed by you.`

const toApplicant = (names: readonly string[]): string =>
  `${new Intl.ListFormat('en-GB').format(names)} can see what you type here.`
