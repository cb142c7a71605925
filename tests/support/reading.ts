// How hard a text is to read: Flesch and Kincaid's grade, which is a year of school. A smoke alarm and no judge: short texts swing.

export const sentencesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<(p|li|h1|h2|caption|dd|dt)\b[^>]*>([\s\S]*?)<\/\1>/g)]
    .map(([, , inner = '']) => inner.replace(/<[^>]+>/g, ' ').replace(/&[a-z#\d]+;/g, ' '))
    .flatMap((text) => text.split(/(?<=[.?!:])\s/))
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => wordsIn(text).length > 2)

export const wordsIn = (text: string): readonly string[] => text.match(/\p{L}[\p{L}’'-]*/gu) ?? []

export const gradeOf = (sentences: readonly string[]): number => {
  const words = sentences.flatMap(wordsIn)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

const syllablesIn = (word: string): number => {
  const plain = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?<=[^aeiouy]{1}[a-z]*)(?<![lt])e$|(?<=[a-z]{2})es$|(?<=[^td])ed$/, '')
  return Math.max(1, plain.match(/[aeiouy]+/g)?.length ?? 1)
}
