// A member of staff has looked at what the applicant sent: the case leaves the list of those with news.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { withoutNews } from '#domain/cases/news.ts'
import type { CaseStore, Clock, Ids } from '../ports/stores.ts'

type Ports = { readonly clock: Clock; readonly ids: Ids; readonly cases: CaseStore }

// Changed by somebody else meanwhile, it stays in the list and is looked at again.
export const markSeen = async (ports: Ports, subject: Case, user: Staff): Promise<void> => {
  if (subject.news === undefined || !can(user, 'note', { subject })) return
  const now = ports.clock.now()
  const version = subject.version + 1
  const event = {
    ...{ id: ports.ids.ordered(now), at: now, by: user.name, byId: user.id, action: 'seen' },
    ...{ words: 'looked at what the applicant sent', from: subject.state, to: subject.state, version },
  }
  await ports.cases.change({
    before: subject,
    subject: { ...withoutNews(subject), version, changedAt: now },
    event,
    texts: [],
  })
}
