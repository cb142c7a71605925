// A way back without a phone: a phrase to write down or print, and coming back with it.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { one } from '#domain/forms/kind.ts'
import { hasPhrase, keepPhrase, openByPhrase, phraseOf, referenceOf } from '#usecases/answering/recovery-phrase.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { html, type Reply, seeOther } from '../../http.ts'
import { paths } from '../../show/site.ts'
import { dateOf } from '../../show/when.ts'
import { problemReply } from '../problem.ts'
import { holding, type Session, withDraft } from '../session.ts'
import { type Answer, around, type DraftVisit, markOf, to, type Visit, withSession } from '../visit.ts'
import { firstPage } from '../where.ts'
import { birthDateIn, birthDatePath, onwardOf } from './birth-date.ts'
import { carried } from './carried.ts'

export const showPhrase = async (visit: DraftVisit): Promise<Answer> => {
  const { counter, draft, service } = visit
  const sent = draft.status === 'submitted'
  const kept = await hasPhrase(counter, draft)
  return html(
    pages.phrase({
      around: around(visit, service),
      action: to(service, 'recovery-phrase'),
      noun: service.noun,
      reference: referenceOf(draft),
      ...(kept ? { phrase: phraseOf(counter, draft) } : {}),
      address: `${counter.citizenOrigin}${paths.byPhrase}`,
      ...(sent ? {} : { keptUntil: dateOf(draft.expiresAt) }),
      onward: to(service, sent ? 'confirmation' : firstPage(service, draft, counter.clock)),
    }),
  )
}

export const takePhrase = async (visit: DraftVisit): Promise<Answer> => {
  await keepPhrase(visit.counter, visit.draft)
  return seeOther(to(visit.service, 'recovery-phrase'))
}

export const showByPhrase = (visit: Visit): Answer => byPhraseReply(visit, false)

const byPhraseReply = (visit: Visit, wrong: boolean): Reply =>
  html(
    pages.byPhrase({
      around: around(visit, undefined, paths.comeBack),
      action: paths.byPhrase,
      typed: { reference: one(visit.request.posted, 'reference'), phrase: one(visit.request.posted, 'phrase') },
      // Unknown, wrong, run out and tried too often read the same to somebody who guesses.
      problems: wrong
        ? [
            {
              field: 'reference',
              words:
                'The reference and the phrase do not belong together, or were wrong 5 times. Check them, or come back another way',
            },
          ]
        : [],
    }),
  )

export const takeByPhrase = async (visit: Visit): Promise<Answer> => {
  const { counter, request } = visit
  const mayTry = await counter.access.mayTry({ what: 'phrase', hash: markOf(visit) }, counter.clock.now())
  const given = { reference: one(request.posted, 'reference'), phrase: one(request.posted, 'phrase') }
  const draft = await openByPhrase(counter, given)
  if (!mayTry || draft === undefined) return byPhraseReply(visit, true)
  return openedIn(visit, { ...carried(visit), wayIn: 'phrase' }, draft)
}

// Opened by what they know or proved; where the form asked for a date of birth, once that is given too.
export const openedIn = async (visit: Visit, carriedOn: Session, draft: Draft): Promise<Answer> => {
  const service = visit.counter.services.find(({ id }) => id === draft.service)
  if (service === undefined) return problemReply(visit.counter, visit.request, 404)
  const { opening: _, ...session } = carriedOn
  if ((await birthDateIn(visit, service, draft.id)) !== undefined)
    return withSession(seeOther(birthDatePath(referenceOf(draft))), { ...session, opening: holding(draft) })
  return withSession(seeOther(onwardOf(draft)), withDraft(session, service.id, draft))
}
