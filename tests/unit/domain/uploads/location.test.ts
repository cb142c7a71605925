import { describe, expect, it } from 'vitest'
import { judge } from '#domain/uploads/judge.ts'
import { withoutLocation } from '#domain/uploads/location.ts'
import type { FileType } from '#domain/uploads/upload.ts'
import * as files from '#tests/support/sample-files.ts'

// 123,456 ten-thousandths of a second, and the longitude and latitude in words.
const place = [Buffer.from([0, 1, 0xe2, 0x40]), Buffer.from('50,43.2N'), Buffer.from('2,26.5W')]

const plain = (content: Buffer, type: FileType): Buffer => Buffer.from(withoutLocation(content, type) ?? [])

describe('a photo is kept without the place where it was taken', () => {
  it.each<[FileType, string, Buffer]>([
    ['image/jpeg', 'photo.jpg', files.located.jpeg()],
    ['image/png', 'photo.png', files.located.png()],
    ['image/heic', 'photo.heic', files.located.heic()],
    // Its camera data stands without the word "Exif" before it.
    ['image/heic', 'photo.heic', files.photo()],
  ])('%s', (type, name, content) => {
    expect(place.some((mark) => content.includes(mark))).toBe(true)
    const kept = plain(content, type)
    expect(place.filter((mark) => kept.includes(mark))).toEqual([])
    expect(judge(name, kept)).toEqual({ ok: true, type })
  })

  it('keeps which way up it is and its colours, and leaves out comments and what is hung behind it', () => {
    const kept = plain(files.located.jpeg(), 'image/jpeg')
    const entry = kept.indexOf(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1]))
    expect(kept.readUInt16BE(entry + 8)).toBe(6)
    expect(kept.includes('colours')).toBe(true)
    expect(kept.includes('a comment') || kept.includes('a town') || kept.includes('a film')).toBe(false)
  })

  it('gives a panorama of a Samsung phone the end that it lacks, and leaves out what is hung behind it', () => {
    const kept = plain(files.panorama(), 'image/jpeg')
    expect(kept.equals(files.jpeg())).toBe(true)
  })

  it('changes nothing where there is nothing to take out', () => {
    for (const [type, content] of [
      ['image/jpeg', files.jpeg()],
      ['image/png', files.png()],
      ['image/heic', files.heic()],
      ['application/pdf', files.pdf()],
    ] as const)
      expect(plain(content, type).equals(content)).toBe(true)
  })

  it('leaves the rest of the words in a HEIC readable', () => {
    expect(plain(files.located.heic(), 'image/heic').includes('exif:Other="kept"')).toBe(true)
  })

  it('tells of a photo that does not hold together', () => {
    expect(withoutLocation(Buffer.from([0xff, 0xd8, 1, 2, 3]), 'image/jpeg')).toBeUndefined()
    expect(withoutLocation(files.png().subarray(0, 60), 'image/png')).toBeUndefined()
    expect(withoutLocation(Buffer.concat([files.heic(), Buffer.alloc(12_000, 'MM\0*')]), 'image/heic')).toBeUndefined()
  })

  it.each(['image/jpeg', 'image/png', 'image/heic'] as const)('survives any bytes in a %s', (type) => {
    const start = {
      'image/jpeg': files.located.jpeg(),
      'image/png': files.located.png(),
      'image/heic': files.located.heic(),
    }
    for (let at = 2; at < start[type].length; at += 1) {
      const spoilt = Buffer.from(start[type])
      spoilt[at] = (spoilt[at] ?? 0) ^ 0xff
      expect(() => withoutLocation(spoilt, type)).not.toThrow()
    }
  })
})
