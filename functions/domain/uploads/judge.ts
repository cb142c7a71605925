// A file judged by its content, not by its name: what it is, whether it is whole, and whether it
// hides another (docs/guarantees.md, "Uploads", H46 to H49).
import { holdsAnywhere, numberIn, textIn } from './bytes.ts'
import { hungBehind } from './hung-behind.ts'
import { sizeOfJpeg, sizeOfPng, tooManyPixels } from './pixels.ts'
import { type FileType, isProgram, mostFileBytes } from './upload.ts'

type Judged = { readonly ok: true; readonly type: FileType } | { readonly ok: false; readonly words: string }

type Refused = Extract<Judged, { readonly ok: false }>

const no = (words: string): Refused => ({ ok: false, words: `The selected file ${words}` })

const wrongType = no('must be a PDF, JPG, PNG or HEIC')
export const locked: Refused = {
  ok: false,
  words: 'We cannot check the selected file because it is password protected. Remove the password',
}
export const damaged = no('is damaged. Save it again, or take the photo again')

const tooFine = no('must have 150 million pixels or fewer. Save it at a lower resolution')

// Without the content: what is already wrong with the name and size.
export const judgeSize = (name: string, bytes: number): Refused | undefined => {
  if (bytes === 0) return name === '' ? { ok: false, words: 'Select a file' } : no('is empty')
  if (bytes > mostFileBytes) return no('must be smaller than 30MB')
  return isProgram(name) ? wrongType : undefined
}

// `opens`: whether a PDF that is encrypted opens without a password.
export const judge = (name: string, content: Uint8Array, opens = (_: Uint8Array): boolean => false): Judged => {
  const wrong = judgeSize(name, content.length)
  if (wrong !== undefined) return wrong
  const type = typeOf(content)
  if (type === undefined || hidesAnother(content, type)) return wrongType
  if (!isWhole(content, type)) return damaged
  if (isTooFine(content, type)) return tooFine
  if (type === 'application/pdf' && isEncrypted(content) && !opens(content)) return locked
  return { ok: true, type }
}

const typeOf = (content: Uint8Array): FileType | undefined => {
  if (pdfStart.test(textIn(content, 0, 1024))) return 'application/pdf'
  if (content[0] === 0xff && content[1] === 0xd8 && content[2] === 0xff) return 'image/jpeg'
  if (textIn(content, 0, 8) === '\u2030PNG\r\n\u001a\n') return 'image/png'
  return isHeic(content) ? 'image/heic' : undefined
}

// Readers look for the header in the first 1,024 bytes (PDF Reference 1.7, appendix H.3, note 13). Before it stand a byte
// order mark, line ends, or what a mail program left of the letter that the file came with: never other words.
const pdfStart = /^(\u00ef\u00bb\u00bf)?([\s\0]|--[\w'()+,./:=?-]+\r?\n|[A-Za-z][A-Za-z-]*: [^<\r\n]*\r?\n)*%PDF-/

// A photo, or a sequence of photos, by the brand it names first or by those that it says it is compatible
// with (ISO/IEC 23008-12, annex B). AVIF says that it is compatible too, and is another kind.
const isHeic = (content: Uint8Array): boolean => {
  if (textIn(content, 4, 8) !== 'ftyp') return false
  const length = Math.min(numberIn(content, 0, 4), 256)
  const brands = [textIn(content, 8, 12), ...(textIn(content, 16, length).match(/.{4}/gs) ?? [])]
  return !/^avi[fs]$/.test(brands[0] ?? '') && brands.some((brand) => /^(he[iv][cxms]|mif1|msf1)$/.test(brand))
}

// Bytes at either end that programs look for: 4 KB, and what an archive's end record with the longest comment takes (PKZIP APPNOTE 4.3.16).
const edge = 4096
const zipTail = 22 + 65_535

// Also a web page, a program, a PDF or an archive (GIFAR and its kin). A picture is looked through to its end:
// in its pixels so many letters in a row do not come about.
const hidesAnother = (content: Uint8Array, type: FileType): boolean => {
  if (textIn(content, -zipTail).includes('PK\u0005\u0006')) return true
  if (type === 'application/pdf') return /<script|<html|<svg/i.test(textIn(content, 0, edge))
  return (
    /<script|<html|<svg|<\?php|%pdf-/i.test(textIn(content, 0, edge)) ||
    holdsAnywhere(content, /<script[\s>]|<html[\s>]|<!doctype html|<svg[\s>]|<\?php\s|%pdf-\d/i)
  )
}

// A download that broke off lacks its end.
const isWhole = (content: Uint8Array, type: FileType): boolean => {
  switch (type) {
    case 'application/pdf':
      return endOf(content).includes('%%EOF')
    case 'image/jpeg':
      return lastMark(content) !== -1 || hungBehind(content) !== undefined
    case 'image/png':
      return textIn(content, -edge).includes('IEND')
    case 'image/heic':
      return content.length > 32
  }
}

// The last 4 KB that are written: some programs fill the rest of a block with nothing.
const endOf = (content: Uint8Array): string => {
  let end = content.length
  while (end > 0 && (content[end - 1] === 0 || content[end - 1] === 0x20)) end -= 1
  return textIn(content, Math.max(0, end - edge), end)
}

const lastMark = (jpeg: Uint8Array): number => {
  for (let at = jpeg.lastIndexOf(0xd9); at > 0; at = jpeg.lastIndexOf(0xd9, at - 1)) {
    if (jpeg[at - 1] === 0xff) return at - 1
  }
  return -1
}

const isTooFine = (content: Uint8Array, type: FileType): boolean => {
  if (type === 'image/png') return tooManyPixels(sizeOfPng(content))
  const size = type === 'image/jpeg' ? sizeOfJpeg(content) : undefined
  return size !== undefined && tooManyPixels(size)
}

// The trailer names the encryption: at the end, in the first part of a file made for fast web view, or, since PDF 1.5, in the
// cross-reference stream to which `startxref` points (ISO 32000-1, 7.5.5 to 7.5.8). As a reference, or written out; "null" is none.
const isEncrypted = (content: Uint8Array): boolean => {
  const end = endOf(content)
  const at = Number([...end.matchAll(/startxref\s+(\d+)\s+%%EOF/g)].at(-1)?.[1] ?? Number.NaN)
  const trailer = Number.isInteger(at) ? textIn(content, at, at + edge) : ''
  return [textIn(content, 0, edge), end, trailer].some((part) => /\/Encrypt\s*(\d+\s+\d+\s+R\b|<<)/.test(part))
}
