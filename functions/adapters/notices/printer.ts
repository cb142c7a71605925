// Prints a decision notice: HTML, which is the master, and a tagged PDF of the same words. The PDF's library and its font are loaded with
// the first notice, in the staff function alone.
import { createHash } from 'node:crypto'
import type { NoticePrinter } from '#usecases/ports/notices.ts'
import { noticeHtml } from './notice-html.ts'

export const noticePrinter = (): NoticePrinter => ({
  print: async (notice, at) => {
    const html = noticeHtml(notice)
    const { noticePdf } = await import('./notice-pdf.ts')
    const pdf = await noticePdf(notice, at)
    return { html, pdf, hashes: { html: sha256(html), pdf: sha256(pdf) } }
  },
})

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
