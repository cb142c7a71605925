// Telling that one knows the applicant: the case is then closed to this person.
import { type StaffAround, staffPage } from './around.ts'

export type InterestPage = { readonly around: StaffAround; readonly reference: string }

export const interestPage = ({ around, reference }: InterestPage): string => {
  const title = 'Do you know this applicant?'
  const at = `/cases/${encodeURIComponent(reference)}`
  return staffPage(
    'interest',
    around,
    { title },
    {
      title,
      reference,
      words: [
        'Tell us if the applicant is you, a relative, a friend, or somebody you have a business or other interest with.',
        'You will not be able to see or work on this case again. If you have it now, it will be left with no one. This will be recorded.',
      ],
      button: 'Yes, close this case to me',
      action: `${at}/interest`,
      cancel: { text: 'No, go back to the case', href: at },
    },
  )
}
