// How many parts a text is sent in. GSM-7: 160 characters alone, 153 a part; UCS-2: 70 alone, 67 a part
// (notifications-utils, sanitise_text; the euro sign, brackets and others of the extension table count twice).
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const extension = new Set('^{}\\[~]|€')

export type Parts = { readonly parts: number; readonly units: number; readonly alphabet: 'GSM-7' | 'UCS-2' }

export const textPartsOf = (body: string): Parts => {
  const letters = [...body]
  const plain = letters.every((letter) => basic.has(letter) || extension.has(letter))
  const units = plain ? letters.reduce((sum, letter) => sum + (extension.has(letter) ? 2 : 1), 0) : body.length
  const [alone, each] = plain ? [160, 153] : [70, 67]
  return { parts: units <= alone ? 1 : Math.ceil(units / each), units, alphabet: plain ? 'GSM-7' : 'UCS-2' }
}

// What SNS takes in one Publish (docs.aws.amazon.com, SNS, "Publishing SMS messages to a mobile phone").
export const mostTextBytes = 1600

// As it is posted to SNS, and as it goes to the phone: whichever is more.
export const bytesOf = (body: string): number =>
  Math.max(new TextEncoder().encode(body).length, textPartsOf(body).alphabet === 'UCS-2' ? 2 * body.length : 0)

const swaps: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '\u00a0': ' ',
  '\t': ' ',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\ufeff': '',
}
// Welsh letters are kept, and cost a UCS-2 text: a name is spelled as its owner spells it. Every
// vowel, w and y among them, may have a circumflex, an acute, a grave or a diaeresis
// (notifications-utils, sanitise_text, WELSH_DIACRITICS).
const welsh = new Set(
  ['âêîôûŵŷ', 'áéíóúẃý', 'àèìòùẁỳ', 'äëïöüẅÿ'].flatMap((letters) => [...letters, ...letters.toUpperCase()]),
)

// Typographic characters as GSM-7 has them; accents that GSM-7 lacks as the bare letter.
export const plainer = (text: string): string =>
  [...text.normalize('NFC')].map((letter) => swaps[letter] ?? bare(letter)).join('')

const bare = (letter: string): string => {
  if (basic.has(letter) || extension.has(letter) || welsh.has(letter)) return letter
  const base = letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  return basic.has(base) ? base : letter
}
