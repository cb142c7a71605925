// A change of answers in parts that an officer accepts, or not, each as a whole: what a page asks, or a person or place that came or went.
import { type ChangedAnswer, changesByPage } from './amend.ts'
import type { Journey } from './journey.ts'
import { summaryOf } from './record.ts'
import type { Saved } from './saved.ts'

export type ToldPart = {
  // The key of its page, 'money/savings'; or its place in a list, 'people/2'.
  readonly id: string
  readonly rows: readonly ChangedAnswer[]
}

/** `others`: page keys and ids of sections that are none of it, such as how somebody is reached. */
export const toldParts = (was: Journey, now: Journey, others: readonly string[] = []): readonly ToldPart[] => {
  const parts = new Map<string, ChangedAnswer[]>()
  const [before, after] = [was, now].map((walk) => ({ sections: summaryOf(walk) }))
  for (const { key, ...row } of before === undefined || after === undefined ? [] : changesByPage(before, after)) {
    if (others.includes(key) || others.includes(key.split('/')[0] ?? '')) continue
    const id = placeThatMoved(key, was.answers.saved, now.answers.saved) ?? key
    parts.set(id, [...(parts.get(id) ?? []), row])
  }
  return [...parts].map(([id, rows]) => ({ id, rows }))
}

// 'people/2' of 'people/2/person', where there is such a person in one of the two alone.
const placeThatMoved = (key: string, was: Saved, now: Saved): string | undefined => {
  const [section = '', item = '', page] = key.split('/')
  if (page === undefined) return undefined
  const [had, has] = [was, now].map(({ items }) => items[section]?.includes(item) === true)
  return had === has ? undefined : `${section}/${item}`
}

/** What was told, with those parts as they were before. */
export const withoutParts = (was: Saved, now: Saved, left: ReadonlySet<string>): Saved => {
  const isLeft = (key: string): boolean => left.has(key) || left.has(key.split('/').slice(0, 2).join('/'))
  const kept = Object.entries(now.pages).filter(([key]) => !isLeft(key))
  const back = Object.entries(was.pages).filter(([key]) => isLeft(key))
  const lists = [...new Set([...Object.keys(was.items), ...Object.keys(now.items)])]
  const itemsOf = (list: string): readonly string[] => {
    const [had, has] = [was.items[list] ?? [], now.items[list] ?? []]
    const stays = (item: string): boolean => (left.has(`${list}/${item}`) ? had : has).includes(item)
    return [...new Set([...had, ...has])].filter(stays)
  }
  return {
    pages: Object.fromEntries([...kept, ...back]),
    items: Object.fromEntries(lists.map((list) => [list, itemsOf(list)])),
  }
}
