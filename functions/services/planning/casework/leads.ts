// What comes next on a planning application (docs/rules/casework.md, "What comes next"): notices go out before it is recommended, as no
// decision may come before people could comment.
import type { Case } from '#domain/cases/case.ts'
import { answerIsLate, type Leads } from '#domain/cases/steps/leads.ts'

const wantsNotices = ({ statutory }: Case): boolean =>
  statutory !== undefined && statutory.term.noticeDays > 0 && statutory.commentsUntil === undefined

const bothAgree = ({ gateway }: Case): boolean => gateway?.officer.agrees === true && gateway.member.agrees

const recommended =
  (action: string) =>
  ({ proposal }: Case): boolean =>
    proposal?.action === action

export const leads: Leads = {
  pending: [{ actions: ['start-validating'] }],
  validating: [{ actions: ['check-off'] }, { actions: ['validate'] }],
  invalid: [{ actions: ['propose-return'], when: answerIsLate }],
  assessing: [
    { actions: ['record-notices'], when: wantsNotices },
    { actions: ['check-off'] },
    { actions: ['recommend'] },
  ],
  review: [
    { actions: ['to-committee'], when: bothAgree },
    { actions: ['grant'], when: recommended('grant') },
    { actions: ['refuse'], when: recommended('refuse') },
    { actions: ['grant', 'refuse'], words: 'Decide the application' },
  ],
  committee: [{ actions: ['grant', 'refuse'], words: 'Record the decision of the committee' }],
  returning: [{ actions: ['return'] }],
  'under-review': [{ actions: ['uphold', 'overturn'], words: 'Decide the review' }],
  appeal: [{ actions: ['appeal-allowed', 'appeal-dismissed'], words: 'Record what the Inspectorate decided' }],
}
