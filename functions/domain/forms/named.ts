// ((name)) in the words of a list's page stands for the person, owner or document. By a function: in plain replacement text, $& would mean something.
export const named = (words: string, name: string | undefined): string =>
  name === undefined ? words : words.replaceAll('((name))', () => name)
