// A service's text templates from their words: what was asked for is essential; a name that starts with "reminder" keeps quiet hours.
import type { TextTemplate } from '#domain/texts/text.ts'

export const templates = (words: Readonly<Record<string, string>>): Readonly<Record<string, TextTemplate>> =>
  Object.fromEntries(
    Object.entries(words).map(([id, said]) => [
      id,
      {
        id,
        version: 1,
        category: id.startsWith('reminder') ? 'reminder' : 'essential',
        words: said,
        resendWhenUncertain: !id.startsWith('reminder'),
      },
    ]),
  )
