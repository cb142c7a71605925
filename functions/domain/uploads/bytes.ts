// A file's bytes as characters, one each: nothing is decoded that a pattern of ASCII could find.
const latin = new TextDecoder('latin1')

// From the end where `from` is negative.
export const textIn = (content: Uint8Array, from: number, to = content.length): string =>
  latin.decode(content.subarray(from < 0 ? Math.max(0, content.length + from) : from, to))

const step = 1 << 20

// Whether a pattern is found anywhere. Piece by piece, so that a large file is not in memory twice;
// `longest` characters of each piece are looked at again with the next.
export const holdsAnywhere = (content: Uint8Array, pattern: RegExp, longest = 64): boolean => {
  for (let at = 0; at < content.length; at += step)
    if (pattern.test(textIn(content, Math.max(0, at - longest), at + step))) return true
  return false
}

export const numberIn = (content: Uint8Array, at: number, size: 2 | 4): number =>
  content.subarray(at, at + size).reduce((sum, byte) => sum * 256 + byte, 0)
