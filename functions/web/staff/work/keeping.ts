// The cases whose time is over, for managers: what they agree to erase, and what they take back.
import type { Problem } from '#domain/forms/kind.ts'
import { agreeToErase, type Picked, type PickedDone, takeBackErasing } from '#usecases/running/agree-erasing.ts'
import { dueToErase } from '#usecases/running/due-to-erase.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'

export const showKeeping = (visit: DeskVisit): Promise<Reply> => keepingReply(visit, [])

export const takeKeeping = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const back = pickedIn(request.posted.stay)
  const picked = pickedIn(request.posted.case)
  if (back.length + picked.length === 0) return keepingReply(visit, [none])
  const done =
    back.length > 0 ? await takeBackErasing(desk, { user, picked: back }) : await agreeToErase(desk, { user, picked })
  const problems = done.flatMap(problemOf)
  return problems.length === 0 ? seeOther('/keeping') : keepingReply(visit, problems)
}

const none: Problem = { field: 'case', words: 'Select the cases that may be erased' }

const problemOf = ({ reference, done }: PickedDone): readonly Problem[] =>
  done
    ? []
    : [
        {
          field: 'case',
          words: `${reference} was changed since you opened this page. Look at it again before you agree`,
        },
      ]

// As the page has them: reference and version.
const pickedIn = (values: readonly string[] = []): readonly Picked[] =>
  values.flatMap((value) => {
    const [, reference = '', version = ''] = /^([A-Z][A-Z0-9]{7}) (\d{1,9})$/.exec(value) ?? []
    return reference === '' ? [] : [{ reference, version: Number(version) }]
  })

const keepingReply = async (visit: DeskVisit, problems: readonly Problem[]): Promise<Reply> => {
  const due = await dueToErase(visit.desk, visit.user)
  return html(staffPages.keeping({ around: around(visit), due, problems }))
}
