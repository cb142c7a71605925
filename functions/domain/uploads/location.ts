// A photo without the place where it was taken, and without what else a camera or a program wrote into it that nobody sees (H56). The picture,
// its colours and which way up it is stay as they are, byte for byte.
import { hungBehind } from './hung-behind.ts'
import type { FileType } from './upload.ts'

// Undefined where the file does not hold together.
export const withoutLocation = (content: Uint8Array, type: FileType): Uint8Array | undefined => {
  switch (type) {
    case 'application/pdf':
      return content
    case 'image/jpeg':
      return plainJpeg(content)
    case 'image/png':
      return plainPng(content)
    case 'image/heic':
      return plainHeic(content)
  }
}

// Parts of one file, so that a file made of nothing but parts costs no more than another.
const mostParts = 20_000

// Segments up to the end of the first image (ITU T.81, annex B). What phones hang behind it, a film or a second picture, goes.
const plainJpeg = (whole: Uint8Array): Uint8Array | undefined => {
  const hung = hungBehind(whole)
  const content = whole.subarray(0, hung)
  const kept: Uint8Array[] = [content.subarray(0, 2)]
  for (let at = 2; at < content.length && kept.length < mostParts; ) {
    if (content[at] !== 0xff) return undefined
    const marker = content[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) return joined([...kept, content.subarray(at, at + 2)])
    const end = marker === 0xda ? scanEnd(content, at) : at + 2 + number(content, at + 2, 2)
    kept.push(...plainSegment(content.subarray(at, end), marker))
    if (marker === 0xda && end === content.length && hung !== undefined) return joined([...kept, endOfImage])
    at = end
  }
  return undefined
}

const endOfImage = new Uint8Array([0xff, 0xd9])

// A scan's data goes on until a marker that is neither a stuffed zero nor a restart.
const scanEnd = (content: Uint8Array, from: number): number => {
  let at = content.indexOf(0xff, from + 2 + number(content, from + 2, 2))
  while (at !== -1) {
    const next = content[at + 1] ?? 0xd9
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at = content.indexOf(0xff, at + 1)
  }
  return content.length
}

const plainSegment = (segment: Uint8Array, marker: number): readonly Uint8Array[] => {
  const name = text(segment, 4, 16)
  if (marker === 0xe1) return name.startsWith('Exif\0\0') ? [withoutGps(segment, 10)] : []
  if (marker === 0xe2) return name.startsWith('ICC_PROFILE\0') ? [segment] : []
  // Other applications' notes and comments. JFIF and Adobe say how to read the colours.
  return (marker > 0xe2 && marker <= 0xef && marker !== 0xee) || marker === 0xfe ? [] : [segment]
}

// Chunks that are words or camera data (PNG 1.2, 4.2.3; PNG 3, 11.3.3 to 11.3.5).
const wordy: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf'])

const plainPng = (content: Uint8Array): Uint8Array | undefined => {
  const kept: Uint8Array[] = [content.subarray(0, 8)]
  for (let at = 8; at + 12 <= content.length && kept.length < mostParts; ) {
    const name = text(content, at + 4, at + 8)
    const end = at + 12 + number(content, at, 4)
    if (!wordy.has(name)) kept.push(content.subarray(at, end))
    if (name === 'IEND') return end > content.length ? undefined : joined(kept)
    at = end
  }
  return undefined
}

// Parts of a HEIC are found by their place in the file, so what is taken out is overwritten where it stands. Camera data begins as a TIFF
// file does, and the words "Exif" before it may be missing (ISO/IEC 23008-12, A.2.1).
const plainHeic = (content: Uint8Array): Uint8Array | undefined => {
  const plain = new Uint8Array(content)
  for (const start of ['II*\0', 'MM\0*']) {
    let left = mostPlaces
    for (let at = find(plain, start, 0); at !== -1; at = find(plain, start, at + 4)) {
      if (left === 0) return undefined
      blankGps(plain, at)
      left -= 1
    }
  }
  for (let at = find(plain, 'exif:GPS', 0); at !== -1; at = find(plain, 'exif:GPS', at)) blankXmp(plain, at)
  return plain
}

// Where camera data may begin: one for the picture and one for each beside it, and four bytes of picture that look like it. A file made of
// nothing else costs no more than another.
const mostPlaces = 2000

// An attribute (exif:GPSLatitude="…") or an element (exif:GPSLatitude>…<) of XMP: blanks up to where its value ends.
const blankXmp = (bytes: Uint8Array, from: number): void => {
  const name = /^exif:GPS\w*(="|>)?/.exec(text(bytes, from, from + 64))
  const close = name?.[1] === '="' ? 0x22 : 0x3c
  const end = name?.[1] === undefined ? from + 8 : bytes.indexOf(close, from + (name[0]?.length ?? 8))
  bytes.fill(0x20, from, end === -1 ? bytes.length : name?.[1] === '="' ? end + 1 : end)
}

// The GPS directory of camera data (Exif 3.0, 4.6: tag 0x8825 of the first directory), emptied; the rest stands where it stood.
const gpsTag = 0x8825
const sizes: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
}

const withoutGps = (segment: Uint8Array, start: number): Uint8Array => {
  const plain = new Uint8Array(segment)
  blankGps(plain, start)
  return plain
}

const blankGps = (bytes: Uint8Array, start: number): void => {
  const little = text(bytes, start, start + 2) === 'II'
  const read = (at: number, size: 2 | 4): number => number(bytes, start + at, size, little)
  const entries = (directory: number): readonly number[] =>
    Array.from({ length: Math.min(read(directory, 2), 64) }, (_, index) => directory + 2 + 12 * index)
  const pointer = entries(read(4, 4)).find((entry) => read(entry, 2) === gpsTag)
  if (pointer === undefined) return
  const gps = read(pointer + 8, 4)
  for (const entry of entries(gps)) {
    const size = Math.min(read(entry + 4, 4) * (sizes[read(entry + 2, 2)] ?? 0), 65_535)
    const value = start + read(entry + 8, 4)
    if (size > 4) bytes.fill(0, value, value + size)
    bytes.fill(0, start + entry, start + entry + 12)
  }
  bytes.fill(0, start + gps, start + gps + 2)
}

const number = (bytes: Uint8Array, at: number, size: 2 | 4, little = false): number => {
  const part = Array.from(bytes.subarray(at, at + size))
  return (little ? part.reverse() : part).reduce((sum, byte) => sum * 256 + byte, 0)
}

// Each byte as one character: nothing is decoded.
const text = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

const find = (bytes: Uint8Array, words: string, from: number): number => {
  const first = words.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1))
    if (text(bytes, at, at + words.length) === words) return at
  return -1
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
