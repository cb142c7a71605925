// What is shown a page at a time, each page about three screens of a small phone: how much fits is told by the letters.

// So many lines, of so many letters each.
const mostLines = 46
const lineLetters = 30

/** All of them, in their order, on as many pages as it takes; what is longer than a page by itself has one. */
export const withinScreens = <T>(
  all: readonly T[],
  textsOf: (one: T) => readonly string[],
): readonly (readonly T[])[] => {
  const placed: { readonly some: T[]; lines: number }[] = []
  for (const one of all) {
    const lines = linesIn(textsOf(one))
    const last = placed.at(-1)
    if (last === undefined || last.lines + lines > mostLines) placed.push({ some: [one], lines })
    else {
      last.some.push(one)
      last.lines += lines
    }
  }
  return placed.map(({ some }) => some)
}

/** Whether it is longer than a page by itself. */
export const isLong = (texts: readonly string[]): boolean => linesIn(texts) > mostLines

// What stands between two of them takes the height of a line.
const linesIn = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / lineLetters)), 1)
