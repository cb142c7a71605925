// A drawing of one page of A4 as a PDF (ISO 32000-1, 7.5): its name, a plot and a house on it. It shows no real place.
export const drawing = (name: string): Buffer => {
  const title = name
    .replace(/\.pdf$/, '')
    .replaceAll('-', ' ')
    .replace(/[^\w ]/g, '')
  const content = [
    ...words(24, 60, 760, title.charAt(0).toUpperCase() + title.slice(1)),
    ...words(11, 60, 738, 'Demonstration drawing. It shows no real place.'),
    '1 w 40 40 515 762 re S',
    '2 w 90 120 400 540 re S',
    '0.85 g 190 300 200 180 re B 0 g',
    '190 300 m 290 390 l 390 300 l S 190 480 m 290 390 l 390 480 l S',
    '270 300 40 4 re f',
    ...words(11, 260, 240, 'Front'),
    '500 700 m 500 750 l S 494 738 m 500 750 l 506 738 l S',
    ...words(11, 496, 684, 'N'),
  ].join('\n')
  return document([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ])
}

const words = (size: number, x: number, y: number, said: string): readonly string[] => [
  `BT /F1 ${size} Tf ${x} ${y} Td (${said}) Tj ET`,
]

// The objects, and the table that says at which byte each begins.
const document = (objects: readonly string[]): Buffer => {
  let body = '%PDF-1.4\n'
  const starts = objects.map((object, index) => {
    const start = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(start).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${starts.join('')}`
  return Buffer.from(
    `${body}${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}
