import { describe, expect, it } from 'vitest'
import { judge } from '#domain/uploads/judge.ts'
import { cleanName, mostBytes, namedAs } from '#domain/uploads/upload.ts'
import * as files from '#tests/support/sample-files.ts'

const wrong = 'The selected file must be a PDF, JPG, PNG or HEIC'
const damaged = 'The selected file is damaged. Save it again, or take the photo again'
const locked = 'We cannot check the selected file because it is password protected. Remove the password'

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
      Buffer.alloc(mostBytes + 1),
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
    expect(namedAs('.pdf', 'image/png')).toBe('file.png')
  })
})
