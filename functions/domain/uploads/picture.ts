// The copy of a picture that browsers show, for one that they do not: how large it may be, and its pixels made fewer.
export type Size = { readonly width: number; readonly height: number }

// `rgba`: four bytes a pixel, row by row.
export type Pixels = Size & { readonly rgba: Uint8ClampedArray }

// More is not unpacked: some 13 bytes are in memory for each pixel while it is, and a few bytes can say that they are a picture of any size. The
// largest that a phone takes today is 49 million.
const mostPixels = 50_000_000

export const mayUnpack = ({ width, height }: Size): boolean => width > 0 && height > 0 && width * height <= mostPixels

// Pixels of the longer edge: enough to read a letter that was photographed.
const longestEdge = 2000

export const shownSize = ({ width, height }: Size): Size => {
  const scale = Math.min(1, longestEdge / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

// Each new pixel is the mean of those that lie under it.
export const shrunk = (from: Pixels): Pixels => {
  const { width, height } = shownSize(from)
  if (width === from.width && height === from.height) return from
  const rgba = new Uint8ClampedArray(width * height * 4)
  const [columns, rows] = [spans(from.width, width), spans(from.height, height)]
  let at = 0
  for (const row of rows) for (const column of columns) at = writeMean(from, { column, row }, rgba, at)
  return { width, height, rgba }
}

type Span = { readonly from: number; readonly to: number }

const spans = (many: number, few: number): readonly Span[] =>
  Array.from({ length: few }, (_, index) => ({
    from: Math.floor((index * many) / few),
    to: Math.ceil(((index + 1) * many) / few),
  }))

// Gives where the next pixel goes.
const writeMean = (
  { width, rgba }: Pixels,
  { column, row }: { readonly column: Span; readonly row: Span },
  into: Uint8ClampedArray,
  at: number,
): number => {
  let [red, green, blue] = [0, 0, 0]
  for (let y = row.from; y < row.to; y += 1)
    for (let place = (y * width + column.from) * 4; place < (y * width + column.to) * 4; place += 4) {
      red += rgba[place] ?? 0
      green += rgba[place + 1] ?? 0
      blue += rgba[place + 2] ?? 0
    }
  const count = (row.to - row.from) * (column.to - column.from)
  into.set([red / count, green / count, blue / count, 255], at)
  return at + 4
}
