import { decode } from 'jpeg-js'
import { describe, expect, it } from 'vitest'
import { heicPicture } from '#adapters/pictures/heic-picture.ts'
import { mayUnpack, shownSize, shrunk } from '#domain/uploads/picture.ts'
import * as files from '#tests/support/sample-files.ts'

const colourAt = ({ width, data }: { width: number; data: Uint8Array }, x: number, y: number): readonly number[] => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
]

// Within what JPG and HEVC may differ by.
const near = (colour: readonly number[], wanted: readonly number[]): boolean =>
  colour.every((part, at) => Math.abs(part - (wanted[at] ?? 0)) < 12)

// The picture's size as the photo says it: two numbers of four bytes in its one `ispe` box (ISO/IEC 23008-12, 6.5.3).
const saysItIs = (width: number, height: number): Buffer => {
  const photo = files.photo()
  const at = photo.indexOf('ispe') + 8
  photo.writeUInt32BE(width, at)
  photo.writeUInt32BE(height, at + 4)
  return photo
}

describe('the copy of a HEIC photo that browsers show', () => {
  it('is the same picture as a JPG, no larger than 2,000 pixels, and says no more than its pixels', async () => {
    const made = Buffer.from((await heicPicture(files.photo())) ?? [])
    const picture = decode(made, { useTArray: true })
    expect([picture.width, picture.height]).toEqual([2000, 1500])
    // The wall, the grass and a window, as they were drawn.
    expect(near(colourAt(picture, 1000, 825), [178, 98, 72])).toBe(true)
    expect(near(colourAt(picture, 100, 1400), [96, 128, 74])).toBe(true)
    expect(near(colourAt(picture, 650, 750), [222, 232, 236])).toBe(true)
    expect(files.photo().includes(Buffer.from([0, 1, 0xe2, 0x40]))).toBe(true)
    expect(['Exif', 'exif', 'GPS', 'ICC_PROFILE'].filter((word) => made.includes(word))).toEqual([])
    expect(made.includes(Buffer.from([0, 1, 0xe2, 0x40]))).toBe(false)
  })

  it.each<[string, Buffer]>([
    ['breaks off', files.photo().subarray(0, 9000)],
    ['only says that it is one', files.heic()],
    ['says that it has 80 million pixels', saysItIs(10_000, 8000)],
    ['says that it has none', saysItIs(0, 0)],
    ['is nothing of the kind', files.pdf()],
  ])('is not made of a file that %s', async (_, content) => {
    expect(await heicPicture(content)).toBeUndefined()
  })

  it('is no more than was unpacked, whatever the photo says of its size', async () => {
    const made = await heicPicture(saysItIs(64, 48))
    const size = made === undefined ? { width: 0, height: 0 } : decode(made, { useTArray: true })
    expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(2000)
  })
})

describe('a picture made smaller', () => {
  it('keeps its shape, and is never made larger', () => {
    expect(shownSize({ width: 8064, height: 6048 })).toEqual({ width: 2000, height: 1500 })
    expect(shownSize({ width: 300, height: 40_000 })).toEqual({ width: 15, height: 2000 })
    expect(shownSize({ width: 30_000, height: 2 })).toEqual({ width: 2000, height: 1 })
    expect(shownSize({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 })
  })

  it('has the mean of what lay under each of its pixels', () => {
    const [width, height] = [4000, 2]
    const rgba = new Uint8ClampedArray(width * height * 4).map((_, at) => (Math.floor(at / 4) % 2 === 0 ? 100 : 200))
    const small = shrunk({ width, height, rgba })
    expect([small.width, small.height, new Set(small.rgba)]).toEqual([2000, 1, new Set([150, 255])])
  })

  it('is unpacked up to 50 million pixels', () => {
    expect(mayUnpack({ width: 8064, height: 6048 })).toBe(true)
    expect(mayUnpack({ width: 50_000, height: 1001 })).toBe(false)
    expect(mayUnpack({ width: 0, height: 10 })).toBe(false)
  })
})
