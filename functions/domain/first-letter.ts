// A label inside a sentence, and a word at its start.
export const small = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
