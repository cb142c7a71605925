// Who uses an answer, by the code in a question's `for`: the law lets us ask only for what is needed.
// A code without a rule's reading of the question is a person's task or a stated purpose, said in words.
export type Consumer = { readonly by: 'rule' | 'person' | 'rule-and-person'; readonly purpose: string }

export const byRule = (purpose: string): Consumer => ({ by: 'rule', purpose })
export const byPerson = (purpose: string): Consumer => ({ by: 'person', purpose })
export const byBoth = (purpose: string): Consumer => ({ by: 'rule-and-person', purpose })
