// The working of a result, shown one way everywhere: what was found, from which answers, by which law or scheme.
import { inWords } from '#domain/day.ts'
import type { AskedAs } from '#domain/forms/asked-as.ts'
import type { Assessment, Part } from '#domain/rules/assessment.ts'
import type { RuleStep } from '#domain/rules/trace.ts'
import type { Variables } from '../template-runtime.ts'
import { onOneLine } from './controls/entered.ts'

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

const workingOf = (steps: readonly RuleStep[], asked: AskedAs): readonly Variables[] =>
  steps.map(({ words, used, source, confirm }) => ({
    words,
    answers: used.map(({ question, shown, of, called }) => ({
      question: onOneLine(called ?? asked(question, of)),
      shown: onOneLine(shown),
    })),
    source: { words: source.words, url: source.url, since: source.since && inWords(source.since) },
    confirm: confirm === undefined ? undefined : sentence(confirm),
  }))

// "council to confirm" → "Council to confirm."
const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
