// The working of a result, shown one way everywhere: what was found, from which answers, by which law or scheme.
import type { AskedAs } from '#domain/forms/asked-as.ts'
import type { Assessment, Part } from '#domain/rules/assessment.ts'
import type { Step } from '#domain/rules/trace.ts'
import type { Variables } from '../template-runtime.ts'
import { onOneLine } from './entered.ts'

export type Linked = { readonly text: string; readonly href: string }

export const partsShown = (
  assessment: Assessment,
  asked: AskedAs,
  changes: (part: Part) => readonly Linked[] = () => [],
): readonly Variables[] =>
  assessment.parts.map((part) => ({
    id: part.id,
    title: part.title,
    answer: part.answer,
    lines: part.lines ?? [],
    adverse: part.adverse === true,
    changes: changes(part),
    working: workingOf(part.steps, asked),
  }))

const workingOf = (steps: readonly Step[], asked: AskedAs): readonly Variables[] =>
  steps.map(({ rule, words, used, source, pack, confirm }) => ({
    rule,
    words,
    answers: used.map(({ question, shown, of }) => ({
      question: onOneLine(asked(question, of)),
      shown: onOneLine(shown),
    })),
    source,
    pack,
    confirm: confirm === undefined ? undefined : sentence(confirm),
  }))

// "council to confirm" → "Council to confirm."
const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
