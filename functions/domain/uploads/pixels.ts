// How large a PNG or JPG says that it is. A few bytes can say that they are a picture of any size, which
// would fill the memory of whoever opens it.
import { numberIn } from './bytes.ts'
import type { Size } from './picture.ts'

// An A0 plan scanned at 300 dots an inch has 139 million.
const mostPixels = 150_000_000

export const tooManyPixels = ({ width, height }: Size): boolean => width * height > mostPixels

// The first chunk of a PNG is its header (PNG 3, 11.2.1).
export const sizeOfPng = (content: Uint8Array): Size => ({
  width: numberIn(content, 16, 4),
  height: numberIn(content, 20, 4),
})

// The frame header of the picture itself, before its first scan (ITU T.81, B.2.2). Undefined where there is
// none.
export const sizeOfJpeg = (content: Uint8Array): Size | undefined => {
  for (let at = 2; at + 9 < content.length; ) {
    const marker = content[at + 1] ?? 0
    if (content[at] !== 0xff || marker === 0xd9 || marker === 0xda) return undefined
    if (isFrame(marker)) return { height: numberIn(content, at + 5, 2), width: numberIn(content, at + 7, 2) }
    at += marker === 0xff ? 1 : 2 + numberIn(content, at + 2, 2)
  }
  return undefined
}

// C4, C8 and CC between them are tables and an extension.
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
