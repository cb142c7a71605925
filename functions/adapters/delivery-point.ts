// An address of Royal Mail's Postcode Address File, in the lines that an envelope has ("PAF Programmer's
// Guide", edition 7, "Formatting an address for printing"). Every part that it has is used.
export type DeliveryPoint = (part: Part) => string

type Part =
  | 'UPRN'
  | 'ORGANISATION_NAME'
  | 'DEPARTMENT_NAME'
  | 'PO_BOX_NUMBER'
  | 'SUB_BUILDING_NAME'
  | 'BUILDING_NAME'
  | 'BUILDING_NUMBER'
  | 'DEPENDENT_THOROUGHFARE_NAME'
  | 'THOROUGHFARE_NAME'
  | 'DOUBLE_DEPENDENT_LOCALITY'
  | 'DEPENDENT_LOCALITY'
  | 'POST_TOWN'
  | 'POSTCODE'

// From the name of whoever is there to the village, without the town and the postcode.
export const addressLinesOf = (part: DeliveryPoint): readonly string[] => {
  const box = part('PO_BOX_NUMBER')
  const who = [part('ORGANISATION_NAME'), part('DEPARTMENT_NAME')]
  const [building, number] = buildingOf(part)
  const [first = '', ...rest] = [
    part('DEPENDENT_THOROUGHFARE_NAME'),
    part('THOROUGHFARE_NAME'),
    part('DOUBLE_DEPENDENT_LOCALITY'),
    part('DEPENDENT_LOCALITY'),
  ].filter(given)
  const street = [number, first].filter(given).join(' ')
  return [
    ...who.filter(given).map(inTitleCase),
    ...(box === '' ? [] : [`PO Box ${box}`]),
    ...[building, street, ...rest].filter(given).map(inTitleCase),
  ]
}

const given = (text: string): boolean => text !== ''

// A building whose name is a number, such as 12A or 1-3, stands before its street as a number does.
const buildingOf = (part: DeliveryPoint): readonly [string, string] => {
  const [name, number] = [part('BUILDING_NAME'), part('BUILDING_NUMBER')]
  const numbered = number === '' && /^\d+[A-Z]?(-\d+[A-Z]?)?$/i.test(name)
  const building = [part('SUB_BUILDING_NAME'), numbered ? '' : name].filter(given).join(', ')
  return [building, numbered ? name : number]
}

const small = /^(and|by|cum|in|le|next|of|on|super|the|under|upon|with)$/

// The file is in capitals. "ST JOHN'S ROAD" is St John's Road, "O'BRIEN CLOSE" O'Brien Close, "12A" 12A and
// "WESTON-SUPER-MARE" Weston-super-Mare.
export const inTitleCase = (text: string): string =>
  text.toLowerCase().replace(/[\p{L}\d'’]+/gu, (word, at: number) => {
    if (/^\d+(st|nd|rd|th)$/.test(word)) return word
    if (/^\d/.test(word)) return word.toUpperCase()
    if (at > 0 && small.test(word)) return word
    return word.replace(/^\p{L}|(?<=^\p{L}['’])\p{L}(?=\p{L})/gu, (letter) => letter.toUpperCase())
  })
