// The one shape that pages of figures have: its title, and under it words, tables and links (views/staff/measures/page.njk).
import type { Variables } from '#web/template-runtime.ts'
import { type StaffAround, staffPage } from '../around.ts'

export const figuresPage = (around: StaffAround, page: Variables & { readonly title: string }): string =>
  staffPage('measures/page', around, { title: page.title }, page)
