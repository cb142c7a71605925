// Who may open what was begun or sent: whoever proved its phone or address, codes, browsers that signed out, recovery phrases, tries at a date of birth.
import type { ListedCase } from '#domain/cases/case.ts'
import type { Telling } from '#domain/cases/desk/same-person.ts'
import type { Draft, Reopens } from '#domain/forms/answered/draft.ts'
import type { Helper } from '#domain/forms/answered/helping.ts'
import type { Result } from '#domain/result.ts'
import type { Text } from '#domain/texts/text.ts'

export type AccessStore = {
  // From now on these drafts are held by whoever proved a phone: those that were not yet, each with the turn that begins.
  readonly take: (draftIds: readonly string[], holder: string) => Promise<ReadonlyMap<string, number>>
  // Whoever holds a draft comes back by these ways too: the hash of a phone, or an address's.
  readonly vouch: (draftId: string, ways: readonly string[]) => Promise<void>
  // A browser gives up a draft: nothing with its mark opens it again.
  readonly leave: (draftId: string, mark: string) => Promise<void>
  // The same for what it saw by a phone. `until`: the instant when its session would have ended by itself.
  readonly signOut: (mark: string, until: number) => Promise<void>
  readonly isOut: (mark: string) => Promise<boolean>
  // By a keyed hash of reference and phrase. `until`: an instant; absent for what was sent.
  readonly keepPhrase: (hash: string, draftId: string, until?: number) => Promise<void>
  readonly byPhrase: (hash: string) => Promise<string | undefined>
  // Counted before what was given is looked at; false where there were too many.
  readonly mayTry: (tried: Tried, now: number) => Promise<boolean>
  // It was right: whoever comes back often does not use them up.
  readonly forgetTries: (tried: Tried, now: number) => Promise<void>
}

// Five dates of birth a day for a draft's id; five phrases an hour for a browser's mark; five codes of a desk a day for an appointment. Texts an hour to numbers that are not proved: ten for
// a browser's mark, sixty for the keyed hash of an address, behind which a library or a phone network may be.
export type Tried = {
  readonly what: 'birth-date' | 'phrase' | 'texts-of-browser' | 'texts-of-address' | 'desk-code'
  readonly hash: string
}

// A draft's way back by a phone, or none. `by`: 'owner' where this browser proved the phone by a code. Anybody may type anybody's number, so others have so many a day.
export type Tie = { readonly phone?: string; readonly by: 'anybody' | 'owner' }

// What belongs to one phone number: drafts begun and cases sent.
export type Yours = { readonly drafts: readonly BegunDraft[]; readonly cases: readonly ListedCase[] }

// A draft without what is answered in it.
export type BegunDraft = Omit<Draft, 'pages' | 'items' | 'reopens'> & {
  readonly reopens?: Pick<Reopens, 'caseReference' | 'keys' | 'own'>
}

export type FoundByEmail = {
  readonly begun?: BegunDraft
  readonly sent?: { readonly subject: ListedCase; readonly draft: BegunDraft }
}

// `found`: by what each new one is found, the hash of the reference and of where their code goes, until an instant.
export type BesideHelp = {
  readonly found: readonly { readonly hash: string; readonly until: number }[]
  readonly texts: readonly Text[]
}

export type SetHelpers = (
  draft: Draft,
  helpers: readonly Helper[],
  beside: BesideHelp,
) => Promise<Result<Draft, 'changed-elsewhere'>>

// Whom a code is to let in, once it is proved.
export type CodeFor =
  | { readonly phone: string }
  | { readonly email: string; readonly reference: string }
  // A helper, where they said that their code is to go: E.164, or an address.
  | { readonly helper: string; readonly reference: string }

// Codes by text and by email: 6 digits, 10 minutes, 5 tries; 3 an hour for a number or an address whoever asks, and 3 for whoever showed that it is theirs.
export type CodeStore = {
  readonly ask: (
    challenge: string,
    given: CodeFor & {
      readonly by: 'anybody' | 'owner'
      readonly codeHash: string
      readonly expiresAt: number
      readonly now: number
    },
    texts: readonly Text[],
  ) => Promise<Result<null, 'too-many'>>
  // Counts the try before it looks.
  readonly check: (
    challenge: string,
    codeHash: string,
    now: number,
  ) => Promise<Result<CodeFor, 'wrong' | 'expired' | 'too-many'>>
}

export type Mark = { readonly by: Telling; readonly hash: string }

export type FindStore = {
  // By the keyed hash of the phone, 'phone' being its purpose; newest first. Without what somebody
  // holds by email who never gave this number.
  readonly byOwner: (phoneHash: string) => Promise<Yours>
  // What a reference means to whoever gives an email address: the draft of that name to which the
  // address is tied, and the case with its draft. `hash`: of both.
  readonly byEmail: (reference: string, hash: string) => Promise<FoundByEmail>
  // Cases that carry the mark; at most 50.
  readonly marked: (mark: Mark) => Promise<readonly ListedCase[]>
}
