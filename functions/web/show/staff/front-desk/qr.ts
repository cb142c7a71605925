// A QR code as the path of an SVG, a square of 1 for each dark module. uqr works out the modules: it has no dependencies, and what makes
// markup of it stays in our own templates.
import { encode } from 'uqr'

export type QrPath = { readonly size: number; readonly d: string }

// `M`: read although 15% of it is dirty (ISO/IEC 18004, error correction levels). The border of 4 is the standard's quiet zone.
export const qrPath = (text: string): QrPath => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, d: squares.join('') }
}
