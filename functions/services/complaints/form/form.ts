// A complaint: what it is about, and who makes it. One page after another.
import { form } from '#domain/forms/form.ts'
import { what } from './what.ts'
import { you } from './you.ts'

export const complaintsForm = form({
  id: 'complaints',
  version: 1,
  shape: 'straight',
  sections: [what, you],
  declaration: {
    version: '2026-12',
    title: 'Send your complaint',
    statements: [
      'What I have told you is true, as far as I know.',
      'You will use it to look into this complaint, and to do better. If I go to an ombudsman, you will send it there.',
    ],
    agree: 'I want to make this complaint',
    button: 'Send complaint',
  },
})
