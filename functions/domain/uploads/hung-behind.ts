// What a Samsung phone hangs behind a photo, a film or the notes of a panorama. Its panoramas lack the end mark of a JPG
// before it, and every program shows them: https://github.com/libjpeg-turbo/libjpeg-turbo/issues/163
import { textIn } from './bytes.ts'

// The byte at which it begins: its parts, a directory ("SEFH") of how far before itself each part begins, the
// directory's length, "SEFT". Undefined where nothing of the kind ends the file.
export const hungBehind = (content: Uint8Array): number | undefined => {
  const end = content.length - 8
  if (end < 12 || textIn(content, -4) !== 'SEFT') return undefined
  const directory = end - littleEndian(content, end)
  if (directory < 0 || textIn(content, directory, directory + 4) !== 'SEFH') return undefined
  const parts = Math.min(littleEndian(content, directory + 8), mostParts)
  const before = Array.from({ length: parts }, (_, at) => littleEndian(content, directory + 16 + 12 * at))
  const start = directory - Math.max(0, ...before)
  return start < 0 ? undefined : start
}

const mostParts = 100

const littleEndian = (content: Uint8Array, at: number): number =>
  content.subarray(at, at + 4).reduceRight((sum, byte) => sum * 256 + byte, 0)
