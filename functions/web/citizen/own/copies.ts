// A copy to keep: every answer that was sent, and all that we hold about the application, as a page and as a file.
import { html, type Reply } from '#web/http.ts'
import { answersInText, heldInJson } from '#web/show/citizen/copies.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { moment } from '#web/show/when.ts'
import { aroundOwn, ownPath, type SentVisit } from './own-case.ts'

export const showAnswers = (visit: SentVisit): Reply => {
  const { subject } = visit.whole
  return html(
    pages.answers({
      around: aroundOwn(visit),
      reference: subject.reference,
      sent: moment(subject.openedAt),
      record: subject.record,
      file: ownPath(subject.reference, 'answers/file'),
    }),
  )
}

export const answersFile = ({ whole: { subject } }: SentVisit): Reply =>
  attached(answersInText(subject), `${subject.reference}-answers.txt`, 'text/plain')

export const showMyData = (visit: SentVisit): Reply => {
  const { whole, service } = visit
  const { reference } = whole.subject
  return html(
    pages.myData({
      around: aroundOwn(visit),
      whole,
      phone: service.start.phone,
      file: ownPath(reference, 'my-data/file'),
    }),
  )
}

export const myDataFile = ({ whole }: SentVisit): Reply =>
  attached(heldInJson(whole), `${whole.subject.reference}-my-data.json`, 'application/json')

const attached = (body: string, name: string, type: string): Reply => ({
  status: 200,
  headers: { 'content-type': `${type}; charset=utf-8`, 'content-disposition': `attachment; filename="${name}"` },
  body,
})
