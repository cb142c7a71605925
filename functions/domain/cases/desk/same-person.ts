// Other applications that may be the same person's, as a case keeps them.
import type { Day } from '../../day.ts'

// By which of the things that tell people apart: the number they gave, a National Insurance number, or name and date of birth together.
export const telling = ['phone', 'ni', 'person'] as const
export type Telling = (typeof telling)[number]

export type SamePerson = {
  readonly reference: string
  readonly by: readonly Telling[]
  // The other one is for named staff and managers only, so nothing that others see may rest on it.
  readonly restricted?: boolean
  // What an officer found when they compared the two.
  readonly found?: { readonly is: 'same' | 'other'; readonly on: Day; readonly by: string; readonly reason: string }
}
