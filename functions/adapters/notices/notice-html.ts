// A decision notice as a page that stands alone: no style, script or picture that could change later. Every word is escaped.
import type { DecisionNotice, NoticeItem, NoticePart } from '#domain/cases/decision-notice.ts'

export const noticeHtml = ({ council, title, reference, version, rows, parts }: DecisionNotice): string =>
  [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${words(`${title}, ${reference}`)}</title>`,
    '</head>',
    '<body>',
    '<main>',
    `<p>${words(council)}</p>`,
    `<h1>${words(title)}</h1>`,
    ...(version === 1 ? [] : [`<p>Version ${version}</p>`]),
    '<dl>',
    ...rows.flatMap(({ question, lines }) => [
      `<dt>${words(question)}</dt>`,
      ...lines.map((line) => `<dd>${words(line)}</dd>`),
    ]),
    '</dl>',
    ...parts.flatMap(partHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')

const partHtml = ({ title, words: paragraphs = [], items = [] }: NoticePart): readonly string[] => [
  `<h2>${words(title)}</h2>`,
  ...paragraphs.map((one) => `<p>${words(one)}</p>`),
  ...(items.length === 0 ? [] : ['<ol>', ...items.map(itemHtml), '</ol>']),
]

const itemHtml = ({ words: said, beneath = [] }: NoticeItem): string =>
  `<li><p>${words(said)}</p>${beneath.map((one) => `<p>${words(one)}</p>`).join('')}</li>`

const words = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`).replaceAll('\n', '<br>')
