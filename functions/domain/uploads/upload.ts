// What we take as a file, told by its content and not by its name (GUARANTEES, uploads; planning.md V11; housing.md 1.5).
export type FileType = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/heic'

// For a file input's `accept`.
export const acceptedEndings = '.pdf,.jpg,.jpeg,.png,.heic'
// Bytes. The largest plan that PlanX takes is 30 MB.
export const mostBytes = 30 * 1024 * 1024
// As much of a file as is looked at.
export const headBytes = 4096

export type Judged = { readonly ok: true; readonly type: FileType } | { readonly ok: false; readonly words: string }

const wrongType: Judged = { ok: false, words: 'The selected file must be a PDF, JPG, PNG or HEIC' }

export const judge = (file: {
  readonly head: Uint8Array
  readonly tail: Uint8Array
  readonly bytes: number
}): Judged => {
  if (file.bytes === 0) return { ok: false, words: 'The selected file is empty' }
  if (file.bytes > mostBytes) return { ok: false, words: 'The selected file must be smaller than 30MB' }
  const type = typeOf(file.head)
  if (type === undefined || hidesAnother(file, type)) return wrongType
  if (type === 'application/pdf' && isLocked(file))
    return { ok: false, words: 'The selected file is password protected' }
  return { ok: true, type }
}

const typeOf = (head: Uint8Array): FileType | undefined => {
  if (starts(head, '%PDF-')) return 'application/pdf'
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg'
  if (head[0] === 0x89 && starts(head.subarray(1), 'PNG\r\n\u001a\n')) return 'image/png'
  const brand = text(head.subarray(8, 12))
  return text(head.subarray(4, 8)) === 'ftyp' && /^(heic|heix|mif1|msf1|heim|heis)$/.test(brand)
    ? 'image/heic'
    : undefined
}

// A file that is also a web page, a program or an archive (GIFAR and its kin): the end of an archive stands at the end of the file.
const hidesAnother = (
  { head, tail }: { readonly head: Uint8Array; readonly tail: Uint8Array },
  type: FileType,
): boolean => {
  const begin = text(head).toLowerCase()
  const markup = type === 'application/pdf' ? /<script|<html|<svg/ : /<script|<html|<svg|<\?php|%pdf-/
  return markup.test(begin) || text(tail).includes('PK\u0005\u0006')
}

const isLocked = ({ head, tail }: { readonly head: Uint8Array; readonly tail: Uint8Array }): boolean =>
  /\/Encrypt\b/.test(text(head) + text(tail))

const starts = (bytes: Uint8Array, wanted: string): boolean => text(bytes.subarray(0, wanted.length)) === wanted

// Each byte as one character: nothing is decoded.
const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

// What people see: no path, no control or direction characters, 100 characters at most.
export const cleanName = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const plain = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>]/g, '').trim()
  return plain === '' ? 'file' : plain.slice(-100)
}
