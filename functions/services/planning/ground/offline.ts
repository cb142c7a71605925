// Where the type finder ends without this form: why, and how to apply instead.

import type { Condition } from '#domain/forms/condition.ts'
import type { Exit } from '#domain/forms/form.ts'
import { council } from '#services/council.ts'

export const planningPhone = council.phones.planning

const byPortal = 'Apply on the Planning Portal at planningportal.co.uk. Your application comes to us in the same way.'
const askUs = `If you are not sure, call planning support on ${planningPhone}, ${council.phoneHours.appointments}.`

type Ending = Pick<Exit, 'title' | 'reasons' | 'advise' | 'ends'>

const endings = {
  'other-council': {
    ends: 'elsewhere',
    title: 'Apply to the council for the area that the site is in',
    reasons: [
      `We can only decide applications for sites in the ${council.name} area.`,
      'Find the right council at gov.uk/find-local-council.',
    ],
  },
  advert: {
    ends: 'told',
    title: 'You need advertisement consent',
    reasons: [
      'Signs and advertisements have an application of their own. You cannot send it here yet.',
      byPortal,
      askUs,
    ],
  },
  minerals: {
    ends: 'handed-on',
    title: 'You need the minerals and waste form',
    reasons: [
      'Minerals and waste applications are always major, and need details that this form does not ask for.',
      `Call the minerals and waste team on ${planningPhone} before you apply.`,
    ],
  },
  'tree-works': {
    ends: 'told',
    title: 'You need to apply for or give notice of work to trees',
    reasons: [
      'You need our consent for a tree with a tree preservation order. You must give us 6 weeks’ notice of work to a tree in a conservation area. Both are free.',
      byPortal,
      askUs,
    ],
  },
  hedgerow: {
    ends: 'told',
    title: 'You need to send a hedgerow removal notice',
    reasons: [
      'You must tell us at least 6 weeks before you remove a hedge in the countryside. It is free. You cannot send the notice here yet.',
      byPortal,
      askUs,
    ],
  },
  'after-permission': {
    ends: 'told',
    title: 'You cannot do this here yet',
    reasons: [
      'This form is for new proposals. Conditions, changes to a permission and reserved matters have forms of their own.',
      'Have the reference of your permission ready. It looks like P/FUL/2026/01234.',
      byPortal,
      askUs,
    ],
  },
  'listed-inside': {
    ends: 'told',
    title: 'You need listed building consent, not planning permission',
    reasons: [
      'Work that is only inside a listed building does not usually need planning permission, but it does need listed building consent. It is free.',
      'It is an offence to alter a listed building in a way that affects its character without consent.',
      byPortal,
      askUs,
    ],
  },
  'listed-started': {
    ends: 'handed-on',
    title: 'Talk to us about work that has started on a listed building',
    reasons: [
      'Work to a listed building without consent can be an offence, even if you did not know that it was listed.',
      'Stop the work if you can, and tell the conservation team. You can still apply to keep what was done.',
      askUs,
    ],
    advise: true,
  },
  lawful: {
    ends: 'told',
    title: 'You need a lawful development certificate',
    reasons: [
      'A certificate proves that what you plan, or have done, does not need permission. You cannot apply here yet.',
      byPortal,
      askUs,
    ],
  },
  'prior-approval': {
    ends: 'told',
    title: 'You need to apply for prior approval',
    reasons: [
      'Prior approval is a shorter check for some kinds of permitted development, with its own time limits. You cannot apply here yet.',
      byPortal,
      askUs,
    ],
  },
  'not-sure': {
    ends: 'told',
    title: 'Find out if you need permission before you apply',
    reasons: [
      'We cannot always refund the fee if it turns out that you did not need permission.',
      'Use the interactive guides at planningportal.co.uk, or ask us for pre-application advice.',
      askUs,
      'You can still apply for permission now.',
    ],
    advise: true,
  },
  principle: {
    ends: 'told',
    title: 'You need permission in principle',
    reasons: ['Permission in principle has an application of its own. You cannot send it here yet.', byPortal, askUs],
  },
} satisfies Record<string, Ending>

export const exitFor = (id: keyof typeof endings, when: Condition): Exit => ({ id, when, ...endings[id] })
