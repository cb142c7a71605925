// The same questions are put to the applicant ("you") and asked about each other person (by name).
export type Voice = (you: string, them: string) => string

export const toYou: Voice = (you) => you

// `((name))` in a page's title is the name of the person in the list.
export const aboutThem: Voice = (_you, them) => them
