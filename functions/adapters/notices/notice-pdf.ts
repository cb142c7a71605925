// A decision notice as a tagged PDF: headings, paragraphs and lists as a screen reader knows them, with its language, its title and its own
// font, so that every name stands as it is written (ISO 32000-1, 14.8).
import PDFDocument from 'pdfkit'
import { bold, regular } from '#built/notice-fonts.mjs'
import type { DecisionNotice, NoticeItem, NoticePart } from '#domain/cases/decision-notice.ts'

type Doc = InstanceType<typeof PDFDocument>

export const noticePdf = async (notice: DecisionNotice, at: number): Promise<Uint8Array> => {
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 60, pdfVersion: '1.7', tagged: true, lang: 'en-GB', displayTitle: true },
    // None of its own fonts: it would read them from its folder.
    font: '',
    info: { Title: `${notice.title}, ${notice.reference}`, Author: notice.council, CreationDate: new Date(at) },
  })
  const bytes = collected(doc)
  doc.registerFont('regular', Buffer.from(regular, 'base64'))
  doc.registerFont('bold', Buffer.from(bold, 'base64'))
  write(doc, notice)
  doc.end()
  return bytes
}

const collected = (doc: Doc): Promise<Uint8Array> =>
  new Promise((done, failed) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => done(Buffer.concat(parts)))
    doc.on('error', failed)
  })

const write = (doc: Doc, { council, title, version, rows, parts }: DecisionNotice): void => {
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  const put = (tag: string, text: string, look: Look): void => {
    whole.add(doc.struct(tag, {}, () => draw(doc, text, look)))
  }
  put('P', council, small)
  put('H1', title, { font: 'bold', size: 20, below: 10 })
  if (version > 1) put('P', `Version ${version}`, plain)
  for (const { question, lines } of rows) {
    put('P', question, { font: 'bold', size: 11, below: 0 })
    for (const line of lines) put('P', line, plain)
  }
  for (const part of parts) writePart(doc, put, part, (list) => whole.add(list))
  whole.end()
}

type Look = { readonly font: 'regular' | 'bold'; readonly size: number; readonly below: number }
type Put = (tag: string, text: string, look: Look) => void

const plain: Look = { font: 'regular', size: 11, below: 6 }
const small: Look = { font: 'regular', size: 10, below: 2 }

const draw = (doc: Doc, text: string, { font, size, below }: Look): void => {
  doc.font(font).fontSize(size).text(text, { lineGap: 2 })
  doc.y += below
}

type Element = ReturnType<Doc['struct']>

const writePart = (
  doc: Doc,
  put: Put,
  { title, words = [], items = [] }: NoticePart,
  addList: (list: Element) => void,
): void => {
  doc.y += 8
  put('H2', title, { font: 'bold', size: 14, below: 4 })
  for (const one of words) put('P', one, plain)
  if (items.length === 0) return
  const list = doc.struct('L')
  addList(list)
  for (const [place, item] of items.entries()) list.add(itemOf(doc, place + 1, item))
  list.end()
}

const itemOf = (doc: Doc, number: number, { words, beneath = [] }: NoticeItem): Element =>
  doc.struct('LI', {}, [
    doc.struct('LBody', {}, [
      () => {
        draw(doc, `${number}. ${words}`, plain)
        for (const one of beneath) draw(doc, one, small)
      },
    ]),
  ])
