// Small files of each kind, whole and spoilt, made here byte by byte; and one real photo (photos/README.md).
import { readFileSync } from 'node:fs'
import { deflateRawSync, deflateSync } from 'node:zlib'

const bytes = (...parts: readonly (string | readonly number[] | Uint8Array)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

const trailer = (more = ''): string => `trailer\n<</Size 4/Root 1 0 R${more}>>\nstartxref\n9\n%%EOF\n`

const pdfBody =
  '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n'

// `count` pages, as its tree says; with `packed`, in an object stream, as PDF 1.5 and later may have it.
export const pdfOf = (count: number, packed = false): Buffer => {
  const tree = `<</Type/Pages/Kids[3 0 R]/Count ${count}>>`
  if (!packed) return bytes(`%PDF-1.4\n2 0 obj\n${tree}\nendobj\n`, trailer())
  const stream = deflateSync(Buffer.from(`2 0 8 99 <</Type/Outlines/Count 9999>> ${tree}`))
  const head = `5 0 obj\n<</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length ${stream.length}>>\nstream\r\n`
  return bytes('%PDF-1.5\n', head, stream, '\nendstream\nendobj\n', trailer())
}
export const pdf = (): Buffer => bytes(pdfBody, trailer())
export const versioned = (version: string): Buffer => bytes(pdfBody.replace('1.4', version), trailer())
export const lockedPdf = (): Buffer => bytes(pdfBody, trailer('/Encrypt 3 0 R'))
export const brokenPdf = (): Buffer => pdf().subarray(0, 60)

// PDF 1.5: the trailer is the dictionary of a cross-reference stream, far before the end.
export const lockedPdfWithStream = (): Buffer => {
  const filler = `${'x'.repeat(6000)}\n`
  const start = `%PDF-1.5\n${filler}`
  const stream = 'y'.repeat(9000)
  const table = `7 0 obj\n<</Type/XRef/Size 8/Encrypt 6 0 R/Length ${stream.length}>>\nstream\n${stream}\nendstream\nendobj\n`
  return bytes(start, table, `startxref\n${start.length}\n%%EOF\n`)
}

const segment = (marker: number, content: Uint8Array): Buffer =>
  bytes([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff], content)

const jfif = segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]))
// Camera data: which way up, and where the photo was taken (a latitude of 50, 43, 12.3456 degrees).
const exif = (): Buffer => {
  const tiff = Buffer.alloc(120)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(2, 8)
  for (const [at, values] of [
    [10, [0x0112, 3, 1, 6 << 16]],
    [22, [0x8825, 4, 1, 40]],
    [42, [0x0002, 5, 3, 80]],
  ] as const) {
    tiff.writeUInt16BE(values[0], at)
    tiff.writeUInt16BE(values[1], at + 2)
    tiff.writeUInt32BE(values[2], at + 4)
    tiff.writeUInt32BE(values[3], at + 8)
  }
  tiff.writeUInt16BE(1, 40)
  for (const [index, value] of [50, 1, 43, 1, 123_456, 10_000].entries()) tiff.writeUInt32BE(value, 80 + 4 * index)
  return bytes('Exif\0\0', tiff)
}

const xmp =
  '<x xmlns:exif="e" exif:GPSLatitude="50,43.2N" exif:Other="kept"><exif:GPSLongitude>2,26.5W</exif:GPSLongitude></x>'

export const located = {
  jpeg: (): Buffer =>
    bytes(
      jpeg(
        segment(0xe1, exif()),
        segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0', xmp)),
        segment(0xe2, bytes('ICC_PROFILE\0', [1, 1], 'colours')),
        segment(0xed, bytes('Photoshop 3.0\0 a town')),
        segment(0xfe, bytes('a comment')),
      ),
      'a film behind it: 50,43.2N',
    ),
  png: (): Buffer =>
    png(chunk('eXIf', exif().subarray(6)), chunk('iTXt', bytes('XML:com.adobe.xmp\0', xmp)), chunk('pHYs', bytes([1]))),
  heic: (): Buffer => bytes(heic(), [0, 0, 0, 6], exif(), xmp),
}

const scan = bytes(segment(0xda, bytes([1, 1, 0, 0, 63, 0])), [0x12, 0x34, 0xff, 0x00, 0x56])
const endOfImage = [0xff, 0xd9]

export const jpeg = (...segments: readonly Buffer[]): Buffer => bytes([0xff, 0xd8], jfif, ...segments, scan, endOfImage)

// A Samsung phone's panorama: no end mark, and behind the picture a film and a directory of what is hung there.
export const panorama = (): Buffer => {
  const film = bytes('\0\0\u0001\u000c', 'ftypmp42', [0xff, 0x12, 0xff, 0xd9], Buffer.alloc(300, 0xff))
  const [version, one, length] = [106, 1, 24].map((value) => Buffer.from(Uint32Array.of(value).buffer))
  const entry = Buffer.from(Uint32Array.of(0x0a30_0000, film.length, film.length).buffer)
  return bytes(jpeg().subarray(0, -2), film, 'SEFH', version ?? [], one ?? [], entry, length ?? [], 'SEFT')
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (data: Uint8Array): number => {
  let c = 0xffffffff
  for (const byte of data) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

export const chunk = (type: string, content: Uint8Array): Buffer => {
  const body = bytes(type, content)
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc(body))
  return bytes(length, body, check)
}

// One grey pixel.
export const png = (...chunks: readonly Buffer[]): Buffer =>
  bytes(
    '\u0089PNG\r\n\u001a\n',
    chunk('IHDR', bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    ...chunks,
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  )

export const heic = (): Buffer =>
  bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'mif1heic', [0, 0, 0, 16], 'mdat12345678')

// As a phone takes it: 2,400 by 1,800 pixels, with the place where it was taken.
export const photo = (): Buffer => readFileSync(new URL('photos/house.heic', import.meta.url))

// What a file of this name holds, as a persona sends it.
export const named = (name: string): Buffer => {
  if (name.endsWith('.pdf')) return pdf()
  if (name.endsWith('.png')) return png()
  return name.endsWith('.heic') ? photo() : jpeg()
}

// An archive's end record: enough for a program that opens archives to take the file for one.
export const zipEnd = (): Buffer => bytes('PK\u0005\u0006', Buffer.alloc(18))
export const zip = (): Buffer => bytes('PK\u0003\u0004', Buffer.alloc(26), zipEnd())
// One entry of 10 MB of nothing, in some 10 KB: enough to see that nobody unpacks it.
export const zipBomb = (): Buffer => {
  const packed = deflateRawSync(Buffer.alloc(10 * 1024 * 1024))
  const head = Buffer.alloc(30)
  head.write('PK\u0003\u0004', 0, 'latin1')
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(10 * 1024 * 1024, 22)
  head.writeUInt16LE(1, 26)
  return bytes(head, 'x', packed, zipEnd())
}
export const program = (): Buffer => bytes('MZ', Buffer.alloc(200))
export const svg = (): Buffer => bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
export const webPage = (): Buffer => bytes('<!doctype html><html><script>alert(1)</script></html>')

// In parts, so that this file is not itself taken for the test file (EICAR).
export const eicar = (): Buffer =>
  bytes(['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''))

export const both = (...files: readonly Buffer[]): Buffer => Buffer.concat(files)
