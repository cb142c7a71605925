// The link in a reminder: opening it changes nothing, as phones and networks open links to look at them. A button stops reminders, and another
// brings them back.
import { isStopToken } from '#domain/texts/stopping.ts'
import { stopKey } from '#usecases/texts/decide-text.ts'
import { BadRequest, html, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '#web/show/site.ts'
import { type Answer, around, type Visit } from '../visit.ts'

export const showStop = async (visit: Visit): Promise<Answer> => {
  const { at, key, reference } = named(visit)
  const stopped = await visit.counter.stopped.is(key, visit.counter.clock.now())
  const page = stopped ? { ...again, action: `${at}/undo` } : { ...stop, action: at }
  const cancel = { text: 'See what you have applied for or booked', href: `${paths.comeBack}/${reference}` }
  return html(pages.confirm({ around: around(visit), ...page, cancel }))
}

const stop = {
  title: 'Stop reminders by text',
  words: [
    'We will not text you reminders any more, for anything that you apply for or book.',
    'We will still text you about decisions, changes and what we need from you.',
  ],
  button: 'Stop reminders',
}

const again = {
  title: 'You will not get reminders by text',
  words: ['We have stopped them. We will still text you about decisions, changes and what we need from you.'],
  button: 'Send me reminders again',
}

export const takeStop = (visit: Visit): Promise<Answer> => set(visit, true)
export const takeUndo = (visit: Visit): Promise<Answer> => set(visit, false)

const set = async (visit: Visit, stopped: boolean): Promise<Answer> => {
  const { at, key } = named(visit)
  await visit.counter.stopped.set(key, { stopped, now: visit.counter.clock.now() })
  return seeOther(at)
}

type Named = { readonly at: string; readonly key: string; readonly reference: string }

const named = ({ request, counter }: Visit): Named => {
  const { token = '', reference: about = '' } = request.pathValues
  if (!isStopToken(token)) throw new BadRequest(404)
  const reference = encodeURIComponent(about)
  return { at: `/stop/${token}/${reference}`, key: stopKey(counter.keys, token), reference }
}
