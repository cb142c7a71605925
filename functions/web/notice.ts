// One copy of a decision notice, as it was made: the same for staff and for the person whom it is for.
import type { Case } from '#domain/cases/case.ts'
import { type NoticeKind, noticeKinds } from '#domain/cases/decision-notice.ts'
import type { Outcome } from '#domain/cases/outcome.ts'
import type { CaseStore } from '#usecases/ports/stores.ts'
import { BadRequest, copyOf, type Reply } from './http.ts'

const types: Readonly<Record<NoticeKind, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
}

// `asked`: what the address ends with, "2.pdf". What is not there is not found.
export const noticeReply = async (
  cases: Pick<CaseStore, 'notice'>,
  subject: Case,
  asked: string | undefined,
): Promise<Reply> => {
  const [, number = '', ending] = /^(\d{1,3})\.(html|pdf)$/.exec(asked ?? '') ?? []
  const kind = noticeKinds.find((one) => one === ending)
  const bytes = kind === undefined ? undefined : await cases.notice(subject, Number(number), kind)
  if (kind === undefined || bytes === undefined) throw new BadRequest(404)
  return copyOf(bytes, { type: types[kind], name: `decision-${subject.reference}-${number}.${kind}` })
}

// The links to it, for each outcome that has one. `at`: the case's address.
export const noticeLinks = ({ version, notice }: Outcome, at: string) =>
  notice === undefined
    ? []
    : [
        { text: 'Decision notice', href: `${at}/notice/${version}.html` },
        { text: 'Decision notice (PDF)', href: `${at}/notice/${version}.pdf` },
      ]
