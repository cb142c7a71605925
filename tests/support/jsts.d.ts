// The parts of JSTS, which is published without types, that tests measure boundaries against.
declare module 'jsts/org/locationtech/jts/io/GeoJSONReader.js' {
  export type Shape = {
    readonly isValid: () => boolean
    readonly union: (other: Shape) => Shape
    readonly symDifference: (other: Shape) => Shape
    readonly getArea: () => number
  }
  export default class GeoJSONReader {
    read(geometry: { readonly type: string; readonly coordinates: unknown }): Shape
  }
}
declare module 'jsts/org/locationtech/jts/monkey.js'
