// How many pages a PDF says that it has: the /Count of its page tree's root, the largest of all (ISO 32000-1, 7.7.3.2). Since PDF 1.5 the
// tree may lie in compressed object streams (7.5.7); of those only so much is unpacked, so that a small file cannot fill the memory.
import { inflateSync } from 'node:zlib'

// Undefined where it cannot be told.
export const pdfPages = (content: Uint8Array): number | undefined => {
  const words = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
  const counts = [...countsIn(words), ...unpacked(content, words).flatMap(countsIn)]
  const most = Math.max(0, ...counts)
  return most === 0 ? undefined : most
}

// Whether it says that it runs scripts or opens programs (ISO 32000-1, 12.6.4.5 and 12.6.4.16). A letter of a
// name may be written as #4A (7.3.5).
export const pdfActs = (content: Uint8Array): boolean => {
  const words = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
  return [words, ...unpacked(content, words)].some((part) => acts.test(part) || acts.test(plainNames(part)))
}

const acts = /\/(JavaScript|JS|Launch)(?![A-Za-z0-9])/

const plainNames = (words: string): string =>
  words.includes('#')
    ? words.replace(/\/[A-Za-z#0-9]{2,40}/g, (name) => name.replace(/#([0-9A-Fa-f]{2})/g, letterOf))
    : ''

const letterOf = (_: string, hex: string): string => String.fromCharCode(Number.parseInt(hex, 16))

const countsIn = (words: string): readonly number[] =>
  [...words.matchAll(/\/Type\s*\/Pages\b/g)].slice(0, mostNodes).flatMap(({ index }) => {
    const count = /\/Count\s+(\d{1,7})\b/.exec(dictionaryAt(words, index))?.[1]
    return count === undefined ? [] : [Number(count)]
  })

// Nodes of a tree that are looked at, and how far around each: a large one lists its pages before it counts them.
const mostNodes = 2000
const mostAround = 16_384

// What stands between the << and >> around a place.
const dictionaryAt = (words: string, index: number): string => {
  const before = words.slice(Math.max(0, index - mostAround), index)
  const after = words.slice(index, index + mostAround)
  return before.slice(opens(before)) + after.slice(0, closes(after))
}

const opens = (before: string): number => {
  let depth = 1
  for (let at = before.length - 2; at >= 0; at -= 1) {
    const two = before.slice(at, at + 2)
    depth += two === '>>' ? 1 : two === '<<' ? -1 : 0
    if (depth === 0) return at
    if (two === '>>' || two === '<<') at -= 1
  }
  return 0
}

const closes = (after: string): number => {
  let depth = 1
  for (const { 0: two, index } of after.matchAll(/<<|>>/g)) {
    depth += two === '<<' ? 1 : -1
    if (depth === 0) return index
  }
  return after.length
}

const mostStreams = 400
const mostUnpacked = 16 * 1024 * 1024

const unpacked = (content: Uint8Array, words: string): readonly string[] => {
  const found: string[] = []
  let left = mostUnpacked
  for (const { index } of [...words.matchAll(/\/Type\s*\/ObjStm\b/g)].slice(0, mostStreams)) {
    const start = words.indexOf('stream', index)
    const end = words.indexOf('endstream', start)
    if (start === -1 || end === -1 || left <= 0) break
    const plain = inflated(content.subarray(start + (words[start + 6] === '\r' ? 8 : 7), end), left)
    left -= plain.length
    found.push(plain)
  }
  return found
}

// Nothing, where it is packed in another way, is damaged, or is larger than what is left.
const inflated = (packed: Uint8Array, most: number): string => {
  try {
    return inflateSync(packed, { maxOutputLength: most }).toString('latin1')
  } catch {
    return ''
  }
}
