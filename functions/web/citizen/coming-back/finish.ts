// "Finish and sign out", and "Exit this page": both end the session here and in every copy of its cookie. Signing out asks first and says how to
// come back; leaving does not ask, and what Back shows after it is the front page.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { maskedEmail, phoneEnding } from '#web/show/citizen/masked.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { weather } from '#web/show/leave-page.ts'
import { html, seeOther } from '../../http.ts'
import { paths } from '../../show/site.ts'
import { allHeld, held, longestMs, newSession } from '../session.ts'
import { type Answer, around, markOf, type Visit, withSession } from '../visit.ts'
import { yoursOf } from './yours.ts'

export const showFinish = async (visit: Visit): Promise<Answer> => {
  const ids = allHeld(visit.session).map((said) => held(said).id)
  const open = (await yoursOf(visit)).drafts.filter(({ id }) => ids.includes(id))
  return html(
    pages.finish({
      around: around(visit),
      words: open.map(wayBackTo),
      ...phrasesFor(
        visit,
        open.filter(({ phone, email }) => phone === undefined && email === undefined),
      ),
      action: paths.finish,
    }),
  )
}

const wayBackTo = ({ reference, phone, email }: Pick<Draft, 'reference' | 'phone' | 'email'>): string => {
  if (phone !== undefined) return `To come back to ${reference}, use your mobile ${phoneEnding(phone)}.`
  return email === undefined
    ? `To come back to ${reference} you need a recovery phrase, as you did not give us a mobile number or an email address.`
    : `To come back to ${reference}, use your email address ${maskedEmail(email)}.`
}

const phrasesFor = ({ session }: Visit, open: readonly Pick<Draft, 'id' | 'service'>[]) => {
  const atHand = open.filter(({ id, service }) => held(session.drafts[service] ?? '').id === id)
  return {
    links: atHand.map(({ service }) => ({ href: `/${service}/recovery-phrase`, text: 'Get a recovery phrase' })),
  }
}

export const finish = async (visit: Visit): Promise<Answer> => {
  await end(visit)
  // Pages that the browser kept go too (W3C, Clear Site Data).
  return { ...seeOther('/finished'), headers: { location: '/finished', 'clear-site-data': '"cache"' }, ends: true }
}

export const finished = (): Answer => html(pages.finished())

// A GET that only makes safer. A browser that fetches it beforehand has not left. Where the server cannot note it, this browser
// leaves all the same.
export const leave = async (visit: Visit): Promise<Answer> => {
  const { headers } = visit.request
  if (/prefetch|prerender/i.test(`${headers['sec-purpose'] ?? ''} ${headers.purpose ?? ''}`)) return seeOther(weather)
  const { counter, request } = visit
  await end(visit).catch(() => counter.log({ level: 'error', event: 'leave-not-kept', requestId: request.id }))
  const gone = { ...newSession(counter.ids.secret(), counter.clock.now()), left: true } as const
  return withSession({ ...seeOther(weather), headers: { location: weather, 'clear-site-data': '"cache"' } }, gone)
}

const end = async (visit: Visit): Promise<void> => {
  const { counter, session } = visit
  const mark = markOf(visit)
  await Promise.all([
    ...allHeld(session).map((said) => counter.access.leave(held(said).id, mark)),
    ...(session.owner === undefined ? [] : [counter.access.signOut(mark, session.startedAt + longestMs)]),
  ])
}
