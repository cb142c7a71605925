// A decision notice as a page that stands alone: no style, script or picture that could change later. Every word is escaped.
import type { DecisionNotice, NoticeItem, NoticePart } from '#domain/cases/decision-notice.ts'

export const noticeHtml = ({ council, title, reference, version, rows, sites = [], parts }: DecisionNotice): string =>
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
    ...rowsHtml(rows),
    ...sites.map(siteHtml),
    ...parts.flatMap(partHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')

const rowsHtml = (rows: DecisionNotice['rows']): readonly string[] => [
  '<dl>',
  ...rows.flatMap(({ question, lines }) => [
    `<dt>${words(question)}</dt>`,
    ...lines.map((line) => `<dd>${words(line)}</dd>`),
  ]),
  '</dl>',
]

const siteHtml = ({ picture, colour }: NonNullable<DecisionNotice['sites']>[number]): string => {
  const { width, height, path, across, down, bar, words: said } = picture
  const text = (x: number, y: number, label: string): string => `<text x="${x}" y="${y}">${words(label)}</text>`
  return [
    '<figure>',
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Picture of the site" fill="none" stroke="black">`,
    `<path d="${path}" fill-rule="evenodd" stroke="${colour}" stroke-width="3"/>`,
    '<path d="M296 8l9 28-9-7-9 7z" fill="black"/>',
    `<path d="M${across.from.join(' ')}h${across.length}M${down.from.join(' ')}v${down.length}"/>`,
    `<path d="M${bar.from.join(' ')}v6h${bar.length}v-6"/>`,
    '<g fill="black" stroke="none" font-size="14">',
    text(276, 52, 'North'),
    text(across.from[0], across.from[1] + 16, across.words),
    text(down.from[0] + 6, down.from[1] + down.length / 2 + 5, down.words),
    text(bar.from[0], bar.from[1] - 4, `Scale: ${bar.words}`),
    '</g>',
    '</svg>',
    `<figcaption>${words(said)}</figcaption>`,
    '</figure>',
  ].join('\n')
}

const partHtml = ({ title, words: paragraphs = [], items = [] }: NoticePart): readonly string[] => [
  `<h2>${words(title)}</h2>`,
  ...paragraphs.map((one) => `<p>${words(one)}</p>`),
  ...(items.length === 0 ? [] : ['<ol>', ...items.map(itemHtml), '</ol>']),
]

const itemHtml = ({ words: said, beneath = [] }: NoticeItem): string =>
  `<li><p>${words(said)}</p>${beneath.map((one) => `<p>${words(one)}</p>`).join('')}</li>`

const words = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`).replaceAll('\n', '<br>')
