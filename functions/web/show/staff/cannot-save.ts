// The same for staff: cases can be seen, and what was typed can be read and sent again.
import { cannotSaveTitle, type Unsaved } from '../citizen/cannot-save-page.ts'
import { type StaffAround, staffPage } from './around.ts'

export type StaffCannotSavePage = Unsaved & { readonly around: StaffAround }

export const staffCannotSavePage = ({ around, action, fields }: StaffCannotSavePage): string =>
  staffPage(
    'cannot-save',
    around,
    { title: cannotSaveTitle },
    {
      title: cannotSaveTitle,
      words: [
        'A manager has made the service read-only for a short time. You can still see every case.',
        'What you have just done has not been saved, but nothing you typed is lost. Leave this page open, and try again in a few minutes.',
      ],
      action,
      fields,
      // What can be read: marks of the form itself are no words.
      typed: fields
        .filter(({ name, value }) => name !== 'version' && /\s/.test(value))
        .map(({ value }) => value.split(/\r?\n/)),
    },
  )
