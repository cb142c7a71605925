// How many parts a text is sent in. GSM-7: 160 characters alone, 153 a part; UCS-2: 70 alone, 67 a part
// (notifications-utils, sanitise_text; the euro sign, brackets and others of the extension table count twice).
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const extension = new Set('^{}\\[~]|€')

export type Parts = { readonly parts: number; readonly units: number; readonly alphabet: 'GSM-7' | 'UCS-2' }

export const partsOf = (body: string): Parts => {
  const letters = [...body]
  const plain = letters.every((letter) => basic.has(letter) || extension.has(letter))
  const units = plain ? letters.reduce((sum, letter) => sum + (extension.has(letter) ? 2 : 1), 0) : body.length
  const [alone, each] = plain ? [160, 153] : [70, 67]
  return { parts: units <= alone ? 1 : Math.ceil(units / each), units, alphabet: plain ? 'GSM-7' : 'UCS-2' }
}

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
// Welsh letters are kept, and cost a UCS-2 text: a name is spelled as its owner spells it.
const welsh = /[âêîôûŵŷÂÊÎÔÛŴŶ]/

// Typographic characters as GSM-7 has them; accents that GSM-7 lacks as the bare letter.
export const plainer = (text: string): string => [...text].map((letter) => swaps[letter] ?? bare(letter)).join('')

const bare = (letter: string): string => {
  if (basic.has(letter) || extension.has(letter) || welsh.test(letter)) return letter
  const base = letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  return basic.has(base) ? base : letter
}
