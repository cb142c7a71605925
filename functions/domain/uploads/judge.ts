// A file judged by its content: what it is, whether it is whole, and whether it hides another (GUARANTEES, uploads 5; H46 to H49).
import { type FileType, mostBytes, typeNamed } from './upload.ts'

export type Judged = { readonly ok: true; readonly type: FileType } | { readonly ok: false; readonly words: string }

type Refused = Extract<Judged, { readonly ok: false }>

const no = (words: string): Refused => ({ ok: false, words: `The selected file ${words}` })

const wrongType = no('must be a PDF, JPG, PNG or HEIC')
export const locked: Refused = {
  ok: false,
  words: 'We cannot check the selected file because it is password protected. Remove the password',
}
export const damaged = no('is damaged. Save it again, or take the photo again')

// Without the content: what is already wrong with the name and size.
export const judgeSize = (name: string, bytes: number): Refused | undefined => {
  if (bytes === 0) return name === '' ? { ok: false, words: 'Select a file' } : no('is empty')
  if (bytes > mostBytes) return no('must be smaller than 30MB')
  return typeNamed(name) === 'other' ? wrongType : undefined
}

export const judge = (name: string, content: Uint8Array): Judged => {
  const wrong = judgeSize(name, content.length)
  if (wrong !== undefined) return wrong
  const type = typeOf(content)
  if (type === undefined || hidesAnother(content, type)) return wrongType
  if (!isWhole(content, type)) return damaged
  if (type === 'application/pdf' && isLocked(content)) return locked
  return { ok: true, type }
}

const typeOf = (content: Uint8Array): FileType | undefined => {
  if (text(content, 0, 5) === '%PDF-') return 'application/pdf'
  if (content[0] === 0xff && content[1] === 0xd8 && content[2] === 0xff) return 'image/jpeg'
  if (text(content, 0, 8) === '\u0089PNG\r\n\u001a\n') return 'image/png'
  const heic = text(content, 4, 8) === 'ftyp' && /^(heic|heix|mif1|msf1|heim|heis)$/.test(text(content, 8, 12))
  return heic ? 'image/heic' : undefined
}

// Bytes at either end that programs look for: 4 KB, and what an archive's end record with the longest comment takes (PKZIP APPNOTE 4.3.16).
const edge = 4096
const zipTail = 22 + 65_535

// Also a web page, a program, a PDF or an archive (GIFAR and its kin).
const hidesAnother = (content: Uint8Array, type: FileType): boolean => {
  const begin = text(content, 0, edge).toLowerCase()
  const markup = type === 'application/pdf' ? /<script|<html|<svg/ : /<script|<html|<svg|<\?php|%pdf-/
  return markup.test(begin) || text(content, -zipTail).includes('PK\u0005\u0006')
}

// A download that broke off lacks its end.
const isWhole = (content: Uint8Array, type: FileType): boolean => {
  switch (type) {
    case 'application/pdf':
      return /%%EOF\s*[^%]*$/.test(text(content, -edge))
    case 'image/jpeg':
      return content.lastIndexOf(0xd9) > 0 && lastMark(content) !== -1
    case 'image/png':
      return text(content, -edge).includes('IEND')
    case 'image/heic':
      return content.length > 32
  }
}

const lastMark = (jpeg: Uint8Array): number => {
  for (let at = jpeg.lastIndexOf(0xd9); at > 0; at = jpeg.lastIndexOf(0xd9, at - 1)) {
    if (jpeg[at - 1] === 0xff) return at - 1
  }
  return -1
}

// The trailer names the encryption: at the end, in the first part of a file made for fast web view, or, since PDF 1.5, in the
// cross-reference stream to which `startxref` points (ISO 32000-1, 7.5.5 to 7.5.8).
const isLocked = (content: Uint8Array): boolean => {
  const end = text(content, -edge)
  const at = Number(/startxref\s+(\d+)\s+%%EOF\s*[^%]*$/.exec(end)?.[1] ?? Number.NaN)
  const trailer = Number.isInteger(at) ? text(content, at, at + edge) : ''
  return [text(content, 0, edge), end, trailer].some((part) => /\/Encrypt\b/.test(part))
}

// Each byte as one character: nothing is decoded.
const text = (content: Uint8Array, from: number, to = content.length): string =>
  Array.from(content.subarray(from < 0 ? Math.max(0, content.length + from) : from, to), (byte) =>
    String.fromCharCode(byte),
  ).join('')
