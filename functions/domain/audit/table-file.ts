// Rows as a file that a spreadsheet opens (CSV, RFC 4180). What a spreadsheet would run is made text (OWASP, CSV Injection).

// Commas, CRLF, a byte order mark, so that Excel reads UTF-8.
export const tableFile = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`

export const cellOf = (text: string): string => {
  const plain = withoutControls(text).trim()
  const phone = ukPhone(plain)
  const safe = /^[=+\-@＝＋－＠]/.test(phone) ? `'${phone}` : phone
  return /[",;\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const withoutControls = (text: string): string => text.replace(/\p{Cc}+/gu, ' ')

// As people dial it, and no formula.
const ukPhone = (text: string): string =>
  /^\+44[\d ]{9,13}$/.test(text) ? `0${text.slice(3).replaceAll(' ', '')}` : text
