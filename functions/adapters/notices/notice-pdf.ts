// A decision notice as a tagged PDF: headings, paragraphs and lists as a screen reader knows them, with its language, its title and its own
// font, so that every name stands as it is written (ISO 32000-1, 14.8).
import PDFDocument from 'pdfkit'
import { bold, regular } from '#built/notice-fonts.mjs'
import type { DecisionNotice, NoticeItem, NoticePart } from '#domain/cases/decision-notice.ts'
import type { SitePicture } from '#domain/places/site-picture.ts'

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

const write = (doc: Doc, { council, title, version, rows, sites = [], parts }: DecisionNotice): void => {
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
  for (const { picture, colour } of sites) {
    whole.add(doc.struct('Figure', { alt: picture.words }, () => drawSite(doc, picture, colour)))
    put('P', picture.words, small)
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

// In points, one for each unit of the picture; on a page of its own where too little of this one is left.
const drawSite = (doc: Doc, picture: SitePicture, colour: 'red' | 'blue'): void => {
  if (doc.y + picture.height > doc.page.height - doc.page.margins.bottom) doc.addPage()
  const [left, top] = [doc.page.margins.left, doc.y]
  const { path, across, down, bar } = picture
  doc.save().translate(left, top).lineWidth(2).path(path).stroke(colour).lineWidth(1)
  doc.path('M296 8l9 28-9-7-9 7z').fill('black')
  doc.path(`M${across.from.join(' ')}h${across.length}M${down.from.join(' ')}v${down.length}`).stroke('black')
  doc
    .path(`M${bar.from.join(' ')}v6h${bar.length}v-6`)
    .stroke('black')
    .restore()
  const label = (x: number, y: number, words: string): void => {
    doc
      .font('regular')
      .fontSize(10)
      .text(words, left + x, top + y, { lineBreak: false })
  }
  label(282, 40, 'North')
  label(across.from[0], across.from[1] + 4, across.words)
  label(down.from[0] + 6, down.from[1] + down.length / 2, down.words)
  label(bar.from[0], bar.from[1] - 14, `Scale: ${bar.words}`)
  doc.x = left
  doc.y = top + picture.height + 6
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
