// A decision notice, as it was issued with the decision.
import type { Reply } from '../../http.ts'
import { noticeReply } from '../../notice.ts'
import type { SentVisit } from './own-case.ts'

export const showNotice = ({ counter, request, whole }: SentVisit): Promise<Reply> =>
  noticeReply(counter.cases, whole.subject, request.pathValues.copy)
