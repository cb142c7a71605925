import type { Day } from '#domain/day.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'

// The next birthday on which somebody of the household is 10, which the rules look at anew (docs/rules/housing.md, "Birthdays").
export const tenthBirthday = ({ pages }: Pick<Draft, 'pages'>, after: Day): Day => {
  const born = Object.entries(pages)
    .filter(([key]) => /^people\/\d+\//.test(key))
    .flatMap(([, typed]) => {
      const [year] = typed['dateOfBirth-year'] ?? []
      const [month = '', day = ''] = ['month', 'day'].map((part) => typed[`dateOfBirth-${part}`]?.[0]?.padStart(2, '0'))
      return year === undefined ? [] : [`${Number(year) + 10}-${month}-${day}`]
    })
  const [first] = born.filter((day) => day > after).sort()
  if (first === undefined) throw new Error('Nobody of the household will be 10')
  return first
}
