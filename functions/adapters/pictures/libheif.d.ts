// What we use of libheif-js, whose own types leave out its pictures.
declare module 'libheif-js/wasm-bundle.js' {
  type Shown = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }
  export class HeifImage {
    get_width(): number
    get_height(): number
    // Null where it cannot be unpacked.
    display(into: Shown, done: (shown: Shown | null) => void): void
    is_primary(): boolean
  }
  export class HeifDecoder {
    // Nothing, where it is no HEIC.
    decode(content: Uint8Array): readonly HeifImage[]
  }
  const libheif: { readonly HeifDecoder: typeof HeifDecoder }
  export default libheif
}
