// What we changed because of what people said, for staff.
import { inWords } from '#domain/day.ts'
import type { WhatWeChanged } from '#domain/measures/books/changes.ts'
import { onOneLine } from '../../controls/entered.ts'
import { numberCell, numbers, textCell, words } from '../../measures/tables.ts'
import type { StaffAround } from '../around.ts'
import { figuresPage } from './figures-page.ts'

export const changesAt = '/changed'

export type ChangesPage = {
  readonly around: StaffAround
  readonly all: readonly WhatWeChanged[]
  readonly mayWrite: boolean
}

export const changesPage = ({ around, all, mayWrite }: ChangesPage): string => {
  const title = 'What we changed'
  return figuresPage(around, {
    title,
    words: ['The public sees these. For 60 days the page concerned says so too.'],
    tables:
      all.length === 0
        ? []
        : [
            {
              id: 'changes',
              caption: 'The newest first',
              head: [...words('Date', 'Page', 'What people said', 'What we changed'), ...numbers('Said by')],
              rows: all.map((one) => [
                mayWrite ? { text: inWords(one.on), href: `${changesAt}/${one.id}` } : textCell(inWords(one.on)),
                textCell(one.page),
                textCell(onOneLine(one.said)),
                textCell(onOneLine(one.changed)),
                numberCell(one.comments),
              ]),
            },
          ],
    links: mayWrite ? [{ text: 'Say what we changed', href: `${changesAt}/new` }] : [],
  })
}
