// The parts of nunjucks that a program with compiled templates needs; its published types describe only the whole.
declare module 'nunjucks/src/runtime.js' {
  class SafeString {
    constructor(html: string)
    readonly val: string
  }
  class Frame {
    topLevel: boolean
    push(isolateWrites: boolean): Frame
  }
  const runtime: { readonly SafeString: typeof SafeString; readonly Frame: typeof Frame }
  export default runtime
}
declare module 'nunjucks/src/compiler.js' {
  type Options = { readonly autoescape: boolean; readonly trimBlocks: boolean; readonly lstripBlocks: boolean }
  const compiler: {
    readonly compile: (
      source: string,
      filters: readonly string[],
      extensions: readonly object[],
      name: string,
      options: Options,
    ) => string
  }
  export default compiler
}
declare module 'nunjucks/src/filters.js' {
  const filters: { readonly escape: (text: string) => { readonly val: string } } & Readonly<Record<string, unknown>>
  export default filters
}
declare module 'nunjucks/src/tests.js' {
  const tests: Readonly<Record<string, unknown>>
  export default tests
}
