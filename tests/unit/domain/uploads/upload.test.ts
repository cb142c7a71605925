import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { opensWithoutPassword } from '#adapters/pictures/pdf-lock.ts'
import { judge } from '#domain/uploads/judge.ts'
import { cleanName, mostFileBytes, namedAs } from '#domain/uploads/upload.ts'
import * as files from '#tests/support/sample-files.ts'

const wrong = 'The selected file must be a PDF, JPG, PNG or HEIC'
const damaged = 'The selected file is damaged. Save it again, or take the photo again'
const locked = 'We cannot check the selected file because it is password protected. Remove the password'

const sent = (name: string): Buffer => readFileSync(new URL(`../../../fixtures/uploads/${name}`, import.meta.url))
const ended = files.jpeg().length - 2
// A JPG whose scan goes on for so many bytes, with something written into it.
const scanned = (bytes: number, inside: string): Buffer =>
  files.both(
    files.jpeg().subarray(0, ended),
    Buffer.alloc(bytes, 0x11),
    Buffer.from(inside),
    files.jpeg().subarray(ended),
  )
const brand = (major: string, ...others: readonly string[]): Buffer =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 16 + 4 * others.length]),
    Buffer.from(`ftyp${major}\0\0\0\0${others.join('')}`, 'latin1'),
    Buffer.from([0, 0, 0, 16]),
    Buffer.from('mdat1234567890123456'),
  ])
const wide = (width: number, height: number): Buffer => {
  const made = files.png()
  made.writeUInt32BE(width, 16)
  made.writeUInt32BE(height, 20)
  return made
}
const broad = (width: number, height: number): Buffer => {
  const frame = Buffer.from([0xff, 0xc2, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return files.jpeg(frame)
}
// What a mail program leaves before the file.
const letter = '--F2B80151991097585D127FA\r\nContent-Length: 884\r\nContent-Type: application/pdf\r\n\r\n'
const hiding = files.both(Buffer.from(`${letter}X-Note: <svg onload=alert(1)>\r\n`), files.pdf())
const fine = 'The selected file must have 150 million pixels or fewer. Save it at a lower resolution'

describe('what phones, scanners and offices send', () => {
  it.each([
    ['bom-first.pdf', 'application/pdf'],
    ['crlf-first.pdf', 'application/pdf'],
    ['comment-after-eof.pdf', 'application/pdf'],
    ['nul-padded-8k.pdf', 'application/pdf'],
    ['owner-password-only.pdf', 'application/pdf'],
    ['photo.jfif', 'image/jpeg'],
    ['sequence-brand.heic', 'image/heic'],
  ])('is taken: %s', (name, type) => {
    expect(judge(name, sent(name), opensWithoutPassword)).toEqual({ ok: true, type })
  })

  it.each<[string, Buffer, string]>([
    ['Site plan 1.500', files.pdf(), 'application/pdf'],
    ['elevations rev.B', files.pdf(), 'application/pdf'],
    ['IMG_0001.HEIC', files.jpeg(), 'image/jpeg'],
    ['photo.webp', files.jpeg(), 'image/jpeg'],
    ['a.heic', brand('heic'), 'image/heic'],
    ['a.heif', brand('mif1', 'heic'), 'image/heic'],
    ['a.heic', brand('hevc'), 'image/heic'],
    ['a.heic', brand('hevx'), 'image/heic'],
    ['a.heic', brand('msf1'), 'image/heic'],
    ['a.heic', brand('mif2', 'mif1', 'heic'), 'image/heic'],
    [
      'scan.pdf',
      Buffer.from(files.pdf().toString('latin1').replace('/Size 4', '/Encrypt null/Size 4'), 'latin1'),
      'application/pdf',
    ],
    [
      'scan.pdf',
      Buffer.from(files.pdf().toString('latin1').replace('\n1 0', '\n%/Encrypt is a word\n1 0'), 'latin1'),
      'application/pdf',
    ],
    ['plan.png', wide(9933, 14_043), 'image/png'],
    ['plan.jpg', broad(9933, 14_043), 'image/jpeg'],
    ['noisy.jpg', scanned(9000, '<htm of noise'), 'image/jpeg'],
    ['from a letter.pdf', files.both(Buffer.from(letter), files.pdf()), 'application/pdf'],
    ['its version with a comma.pdf', files.versioned('1,7'), 'application/pdf'],
    ['panorama.jpg', files.panorama(), 'image/jpeg'],
  ])('is known by its content: %s', (name, content, type) => {
    expect(judge(name, content, opensWithoutPassword)).toEqual({ ok: true, type })
  })

  it.each<[string, string, Buffer, string]>([
    ['HTML after 4 KB of a JPG', 'photo.jpg', scanned(5000, '<script>alert(1)</script>'), wrong],
    ['HTML after 2 MB of a JPG', 'photo.jpg', scanned(2_000_000, '<!DOCTYPE html><html>'), wrong],
    ['a PDF after 4 KB of a JPG', 'photo.jpg', scanned(5000, '%PDF-1.7'), wrong],
    ['a PNG of more pixels than anybody can open', 'plan.png', wide(60_000, 60_000), fine],
    ['a JPG of more pixels than anybody can open', 'plan.jpg', broad(65_000, 65_000), fine],
    ['a film', 'film.heic', brand('isom', 'mp42'), wrong],
    ['a picture of another kind', 'a.avif', brand('avif', 'mif1'), wrong],
    ['a PDF with a password', 'plan.pdf', files.lockedPdf(), locked],
    ['a PDF behind the head of a letter with a web page', 'plan.pdf', hiding, wrong],
    ['a panorama that broke off', 'photo.jpg', files.panorama().subarray(0, files.jpeg().length - 4), damaged],
    ['a PDF behind a page of words', 'plan.pdf', files.both(Buffer.from('hello\n'), files.pdf()), wrong],
  ])('is refused: %s', (_, name, content, words) => {
    expect(judge(name, content, opensWithoutPassword)).toEqual({ ok: false, words })
  })
})

describe('a file is judged by its content', () => {
  it.each<[string, Buffer, string]>([
    ['plan.pdf', files.pdf(), 'application/pdf'],
    ['photo.jpg', files.jpeg(), 'image/jpeg'],
    ['photo.JPEG', files.jpeg(), 'image/jpeg'],
    ['scan.png', files.png(), 'image/png'],
    ['IMG_0001.HEIC', files.heic(), 'image/heic'],
    ['a name without an ending', files.pdf(), 'application/pdf'],
    ['a picture that says it is another.jpg', files.png(), 'image/png'],
  ])('takes %s', (name, content, type) => {
    expect(judge(name, content)).toEqual({ ok: true, type })
  })

  it.each<[string, string, Buffer, string]>([
    ['a web page that says it is a PDF', 'plan.pdf', files.webPage(), wrong],
    ['a PDF that begins with a web page', 'plan.pdf', files.both(files.pdf(), files.webPage()).subarray(0, 900), wrong],
    ['a program that says it is a photo', 'photo.jpg', files.program(), wrong],
    ['a picture that is also an archive', 'photo.png', files.both(files.png(), files.zip()), wrong],
    ['a photo that is also an archive', 'photo.jpg', files.both(files.jpeg(), files.zipEnd()), wrong],
    ['a PDF that is also an archive', 'plan.pdf', files.both(files.pdf(), files.zip()), wrong],
    [
      'a photo that holds a web page',
      'photo.jpg',
      files.both(files.jpeg().subarray(0, 20), files.webPage(), files.jpeg()),
      wrong,
    ],
    [
      'a photo that is also a PDF',
      'photo.jpg',
      files.both(files.jpeg().subarray(0, 20), files.pdf(), files.jpeg()),
      wrong,
    ],
    ['a drawing with a script', 'drawing.svg', files.svg(), wrong],
    ['a drawing with a script, called a photo', 'drawing.png', files.svg(), wrong],
    ['a document with macros', 'form.docm', files.zip(), wrong],
    ['an archive', 'plans.zip', files.zip(), wrong],
    ['a PDF under the name of a program', 'plan.exe', files.pdf(), wrong],
    ['a PDF with a password', 'plan.pdf', files.lockedPdf(), locked],
    ['a newer PDF with a password', 'plan.pdf', files.lockedPdfWithStream(), locked],
    ['a PDF that broke off', 'plan.pdf', files.brokenPdf(), damaged],
    ['a photo that broke off', 'photo.jpg', files.jpeg().subarray(0, 30), damaged],
    ['a picture that broke off', 'scan.png', files.png().subarray(0, 50), damaged],
    ['an empty file', 'plan.pdf', Buffer.alloc(0), 'The selected file is empty'],
    ['no file', '', Buffer.alloc(0), 'Select a file'],
    [
      'a file of more than 30 MB',
      'plan.pdf',
      Buffer.alloc(mostFileBytes + 1),
      'The selected file must be smaller than 30MB',
    ],
  ])('refuses %s', (_, name, content, words) => {
    expect(judge(name, content)).toEqual({ ok: false, words })
  })
})

describe('the name of a file', () => {
  it.each([
    ['C:\\Users\\someone\\plan.pdf', 'plan.pdf'],
    ['../../etc/plan.pdf', 'plan.pdf'],
    ['harmless\u202efdp.exe', 'harmlessfdp.exe'],
    ['two\r\nlines\u0000.pdf', 'twolines.pdf'],
    ['"quoted" <b>.pdf', 'quoted b.pdf'],
    ['Lageplan Größe.pdf', 'Lageplan Größe.pdf'],
    ['\u200b\u200f', 'file'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(96)}.pdf`],
  ])('is shown without what could mislead: %j', (name, shown) => {
    expect(cleanName(name)).toBe(shown)
  })

  it('agrees with the content', () => {
    expect(namedAs('photo.jpg', 'image/png')).toBe('photo.png')
    expect(namedAs('photo.jpeg', 'image/jpeg')).toBe('photo.jpeg')
    expect(namedAs('scan', 'application/pdf')).toBe('scan.pdf')
    expect(namedAs('Site plan 1.500', 'application/pdf')).toBe('Site plan 1.500.pdf')
    expect(namedAs('photo.jfif', 'image/jpeg')).toBe('photo.jpg')
    expect(namedAs('IMG_0001.HEIC', 'image/jpeg')).toBe('IMG_0001.jpg')
    expect(namedAs('.pdf', 'image/png')).toBe('file.png')
  })
})
