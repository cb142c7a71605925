// The reference that a confirmation shows. It is read as an element's whole text: a page's random tokens can hold the same eight letters.
export const referenceOn = (html: string): string => />([A-Z][B-DF-HJ-NP-TV-XZ2-9]{7})</.exec(html)?.[1] ?? ''
