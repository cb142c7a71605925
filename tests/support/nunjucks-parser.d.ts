// The parts of nunjucks' parser, which is published without types, that a rule reads templates with.
declare module 'nunjucks/src/parser.js' {
  export type Node = {
    readonly typename: string
    readonly value?: unknown
    readonly children?: readonly Node[]
    readonly name?: Node
    readonly args?: Node
    readonly targets?: readonly Node[]
    readonly names?: Node
    readonly target?: Node
    readonly key?: Node
    readonly val?: Node
    readonly right?: Node
    readonly findAll: (type: unknown) => readonly Node[]
  }
  export const parse: (source: string, extensions: readonly unknown[], settings: object) => Node
}
declare module 'nunjucks/src/nodes.js' {
  const nodes: Readonly<Record<string, unknown>>
  export default nodes
}
