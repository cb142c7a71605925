// For some weeks a page says what was changed on it. Pages that hide what they are about say nothing.
import { londonDay } from '#domain/london.ts'
import { changeShownOn } from '#domain/measures/books/changes.ts'
import type { Around } from '#web/show/citizen/around.ts'
import { onOneLine } from '#web/show/controls/entered.ts'
import type { Counter } from '../counter.ts'
import { patternOf } from './pattern.ts'

export const changedHere = (
  counter: Pick<Counter, 'changes' | 'clock' | 'services'>,
  path: string,
): Pick<Around, 'changed'> => {
  const all = counter.changes.now()
  if (all.length === 0) return {}
  const here = patternOf(counter.services, path)
  const isStart = here?.split('/').length === 2
  const found =
    here === undefined || (isStart && here !== path)
      ? undefined
      : changeShownOn(all, here, londonDay(counter.clock.now()))
  return found === undefined ? {} : { changed: onOneLine(found.changed) }
}
