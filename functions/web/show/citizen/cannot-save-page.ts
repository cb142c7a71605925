// "You cannot save changes at the moment": what is kept, and the form once more, with what was typed in it.
import type { Typed } from '#domain/forms/kind.ts'
import { telephone } from '../site.ts'
import { type Around, citizenPage } from './around.ts'

export const cannotSaveTitle = 'You cannot save changes at the moment'

// On a page that still shows what was typed.
export const notSavedWords = [
  'What you typed on this page has not been saved. It is still here: leave the page open, and continue in a few minutes.',
  'Answers you saved before are kept.',
]

export type PostedField = { readonly name: string; readonly value: string }

// What a form said, to be said again. The token is of the old page: the new one has its own.
export const typedIn = (posted: Typed): readonly PostedField[] =>
  Object.entries(posted).flatMap(([name, values]) => (name === '_csrf' ? [] : values.map((value) => ({ name, value }))))

export type Unsaved = {
  // Where the form goes when it is sent again.
  readonly action: string
  readonly fields: readonly PostedField[]
}

export type CannotSavePage = Unsaved & { readonly around: Around; readonly phone?: string }

export const cannotSavePage = ({ around, action, fields, phone }: CannotSavePage): string =>
  citizenPage(
    'cannot-save',
    around,
    { title: cannotSaveTitle },
    {
      title: cannotSaveTitle,
      words: [
        'We have stopped all changes for a short time.',
        'What you have just done has not been saved, but nothing you typed is lost. Leave this page open, and try again in a few minutes.',
        'Answers you saved before are kept. Applications and appointments stay as they are.',
      ],
      action,
      fields,
      phone: phone === undefined ? undefined : telephone(phone),
    },
  )
