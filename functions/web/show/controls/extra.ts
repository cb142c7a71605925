// What a page has beside its questions, gathered by its handler.
import type { Problem } from '#domain/forms/kind.ts'

export type Extra = {
  readonly found?: readonly FoundAddress[]
  // Address pages: by hand ("?manual=1"), or search again although there is an address ("?search=1").
  readonly manual?: boolean
  readonly search?: boolean
  // The postcode that was looked for, and that no address was found for.
  readonly none?: string
  // By question, the options that fit the person.
  readonly fits?: Readonly<Record<string, readonly string[]>>
  readonly days?: SlotDays
  readonly times?: SlotTimes
  readonly upload?: Upload
  // Without it, a boundary is pasted, or the site is given by reference.
  readonly map?: MapStart
}

type FoundAddress = { readonly uprn: string; readonly text: string }

// `text`: "Monday 30 November". `week`: the heading that days of one week stand under.
export type SlotDay = { readonly day: string; readonly text: string; readonly week: string; readonly left: number }
export type SlotDays = { readonly days: readonly SlotDay[]; readonly earlier?: string; readonly later?: string }

// `value` is what is posted; `text`: "9:20am".
export type SlotTime = { readonly value: string; readonly text: string; readonly half: 'Morning' | 'Afternoon' }
export type SlotTimes = { readonly times: readonly SlotTime[]; readonly otherDay: string }

// A presigned POST, and what is there already.
export type Upload = {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly UploadedFile[]
  // How many stand, refused ones left out; and how many more can be added.
  readonly good: number
  readonly left: number
  // The page has a place to choose a file: nothing that may stand is there yet, one more is asked for, or the
  // one that was sent is refused. Without it the page has a way to get there.
  readonly choosing: boolean
  // This page, asked again; and with a place to choose one more file.
  readonly again: string
  readonly more: string
  // "Save and come back later", by a link: a button would leave a chosen file behind. Absent where nobody may leave.
  readonly leave?: string
  // Where the form that takes a file out posts to.
  readonly remove: string
  // Gives the form for one more file, to the script that sends several.
  readonly another: string
  // What is wrong with the file that was sent just now.
  readonly problem?: Problem
}
export type UploadedFile = {
  // Absent while it is on its way: it cannot be taken out yet.
  readonly id?: string
  readonly name: string
  readonly state: 'checking' | 'ready' | 'refused'
  readonly words?: string
}

export type MapStart = {
  // Where it opens.
  readonly latitude: number
  readonly longitude: number
  readonly zoom: number
  // Our own address, through which its squares come: the CSP allows no other host.
  readonly tiles: string
  // Whose map it is.
  readonly credit: string
  // As GeoJSON: the boundary so far, and another to show beside it.
  readonly shape?: string
  readonly beside?: string
}
