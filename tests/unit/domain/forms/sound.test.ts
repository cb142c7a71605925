import { describe, expect, it } from 'vitest'
import { notBefore } from '#domain/forms/agreement.ts'
import * as ask from '#domain/forms/ask.ts'
import { all, answered, any, equals, includes, not, saysNo, saysYes, some, under } from '#domain/forms/condition.ts'
import { type Form, form, many, type Page, page, type Section, section } from '#domain/forms/form.ts'
import { fixedPages, fixedSections } from '#domain/forms/sound/ids.ts'
import { sound } from '#domain/forms/sound.ts'
import { together } from '#domain/forms/together.ts'
import { services } from '#services/catalogue.ts'
import { citizenRoutes } from '#web/citizen/routes.ts'

const use = { for: 'officer' }
const yesNo = (id: string) => ({ [id]: ask.yesNo('Select yes if it is so', { label: 'Is it so?', ...use }) })
const name = page('name', 'What is your name?', { fullName: ask.text('Full name', use) })

const formOf = (sections: readonly Section[], more: Partial<Form> = {}): Form =>
  form({
    id: 'sample',
    version: 1,
    shape: 'tasks',
    sections,
    declaration: { version: '1', title: 'Send', statements: ['It is true'], agree: 'I agree', button: 'Send' },
    ...more,
  })

const people = (pages: readonly Page[], more: Partial<Parameters<typeof many>[3]> = {}) =>
  many('people', 'People', pages, {
    noun: 'person',
    plural: 'people',
    least: 0,
    most: 5,
    naming: ['who'],
    ...more,
  })
const who = page('who', 'Who is it?', { who: ask.text('Name', use) })

const faults = (...pages: readonly Page[]): readonly string[] => sound(formOf([section('you', 'You', pages)]))

describe('Every form that is served', () => {
  it.each(services.map(({ id, form: served }) => [id, served] as const))('is sound: %s', (_id, served) => {
    expect(sound(served)).toEqual([])
  })
  it('has no section or page where every service has one of its own', () => {
    const paths = citizenRoutes(services).map(({ path }) => path)
    const sections = paths.flatMap((path) => /^\/housing\/([^/{]+)/.exec(path)?.[1] ?? [])
    const pages = paths.flatMap((path) => /^\/housing\/\{.*\}\/([^/{]+)$/.exec(path)?.[1] ?? [])
    expect(new Set(sections)).toEqual(new Set(fixedSections))
    expect(new Set(pages)).toEqual(new Set(fixedPages))
  })
})

describe('A form is told', () => {
  it('nothing when it is sound', () => {
    expect(faults(name)).toEqual([])
  })
  it('that two sections, pages or questions have one id (H78)', () => {
    expect(sound(formOf([section('you', 'You', [name, name]), section('you', 'You', [])]))).toEqual(
      expect.arrayContaining([
        'sample: two sections have the id you',
        'sample, you: two pages have the id name',
        'sample: the question fullName is asked twice outside the lists',
      ]),
    )
  })
  it('that a list asks one question twice, and takes its names from one that it does not ask', () => {
    expect(sound(formOf([people([who, { ...who, id: 'again' }], { naming: ['nobody'] })]))).toEqual([
      'sample, people: the question who is asked twice in the list',
      'sample, people: the list takes its names from nobody, which it does not ask',
    ])
  })
  it.each(['__proto__', 'constructor', 'a/b', 'Name', '2', ''])('that %s is no id for a page (H78)', (id) => {
    expect(faults({ ...name, id })).toContain(`sample, you/${id}: the page’s id is not safe in an address`)
  })
  it.each(['toString', 'a-day', 'a b', 'Über'])('that %s is no id for a question (H78)', (id) => {
    expect(faults(page('name', 'Name', { [id]: ask.text('Full name', use) }))).toContain(
      `sample, you/name: the question’s id ${id} is not safe as a field’s name`,
    )
  })
  it('that __proto__ is no option', () => {
    const options = Object.fromEntries([
      ['__proto__', 'A'],
      ['b', 'B'],
    ])
    expect(faults(page('which', 'Which?', { which: ask.choice('Select which', options, use) }))).toEqual([
      'sample, you/which: the option __proto__ of which is not safe as a value',
    ])
  })
  it('that an address or a field is taken', () => {
    const taken = formOf([section('tasks', 'Tasks', [{ ...name, id: 'exit' }])])
    expect(sound(taken)).toEqual([
      'sample, tasks: the section’s address is taken by a page of every service',
      'sample, tasks/exit: the page’s address is taken by a page of every section',
    ])
    expect(faults(page('do', 'Do', { do: ask.text('Do', use) }))).toEqual([
      'sample, you/do: the question’s id do is a field of every form',
    ])
  })
})

describe('The words of a form', () => {
  it.each([
    [
      ask.text('Full name', { ...use, missing: 'Your name' }),
      'has error words that do not follow the template: “Your name”',
    ],
    [
      ask.text('Full name', { ...use, missing: 'Enter a name.' }),
      'has error words in the wrong style: “Enter a name.”',
    ],
    [
      ask.yesNo('Select whether it is so', use),
      'has error words that do not follow the template: “Select whether it is so”',
    ],
    [ask.choice('', { a: 'A', b: 'B' }, use), 'has error words that do not follow the template: “”'],
    [ask.text('Full name'), 'has nobody who uses the answer'],
    [ask.text('Full name (optional)', { ...use, noun: 'Name' }), 'says (optional), which the page adds'],
    [ask.text('Who are you?', use), 'has no noun for its errors to begin with'],
    [ask.choice('Select one', { a: 'A' }, use), 'needs two options or more, each with words'],
    [ask.count('Children', { ...use, least: 3, most: 2 }), 'allows no number'],
    [
      ask.text('Code', { ...use, pattern: { test: /^\d+$/g, words: 'Code must be numbers' } }),
      'has a pattern that is not the same twice',
    ],
    [
      ask.text('Code', { ...use, example: 'x', pattern: { test: /^\d+$/, words: 'Code must be numbers' } }),
      'has an example that its own pattern refuses',
    ],
  ])('are wrong: %#', (question, fault) => {
    expect(faults(page('one', 'One', { one: question }))).toContain(`sample, you/one: one ${fault}`)
  })
  it('are missing where a page has two questions, or a choice reveals one', () => {
    const two = { first: ask.yesNo('Select yes if so', use), second: ask.address('Enter the address', use) }
    expect(faults(page('two', 'Two', two))).toEqual([
      'sample, you/two: first has no label',
      'sample, you/two: second has no label',
    ])
    const revealed = ask.yesNo('Select yes if so', {
      ...use,
      reveals: { yes: { inner: ask.yesNo('Select yes if', use) } },
    })
    expect(faults(page('one', 'One', { one: revealed }))).toEqual([
      'sample, you/one: inner has error words that do not follow the template: “Select yes if”',
      'sample, you/one: inner has no label',
    ])
  })
})

describe('The conditions of a form', () => {
  const so = page('so', 'Is it so?', yesNo('so'))
  const later = page('later', 'Later', yesNo('later'))
  it('read a question that no page asks, a later one, or their own (H78)', () => {
    expect(faults({ ...so, when: answered('nothing', saysYes) })).toEqual([
      'sample, you/so: reads nothing, which no page asks',
    ])
    expect(faults({ ...so, when: answered('later', saysYes) }, later)).toEqual([
      'sample, you/so: reads later, which is asked later or on the same page',
    ])
    expect(faults({ ...so, when: answered('so', saysYes) })).toEqual([
      'sample, you/so: reads so, which is asked later or on the same page',
    ])
  })
  it('read a list’s question from outside it, or a list that there is not', () => {
    const after = section('after', 'After', [{ ...so, when: answered('who', equals('x')) }])
    expect(sound(formOf([people([who]), after]))).toEqual(['sample, after/so: reads who, which no page asks'])
    expect(faults(name, { ...so, when: some('owners', answered('fullName', { test: 'given' })) })).toEqual([
      'sample, you/so: reads the list owners, which there is not',
    ])
  })
  it('ask of an answer what its kind cannot say', () => {
    const test = (condition: Page['when']) =>
      faults(so, { ...later, ...(condition === undefined ? {} : { when: condition }) })
    expect(test(answered('so', equals('maybe')))).toEqual([
      'sample, you/later: tests if so is maybe, which it cannot be',
    ])
    expect(test(answered('so', includes('yes')))).toEqual(['sample, you/later: tests if so is yes, which it cannot be'])
    expect(test(answered('so', under(3)))).toEqual(['sample, you/later: reads so as a number, which it is not'])
  })
  it('agree with a question that no page asks', () => {
    expect(faults({ ...name, agrees: [notBefore('fullName', 'nothing', 'Words')] })).toEqual([
      'sample, you/name: reads nothing, which no page asks',
    ])
  })
})

describe('No answers lead', () => {
  const so = page('so', 'Is it so?', yesNo('so'))
  const count = page('count', 'How many?', { count: ask.count('Children', { most: 4, ...use }) })
  const pets = page('pets', 'Which pets?', {
    pets: ask.choices('Select your pets', { dog: 'Dog', cat: 'Cat', no: ask.none('None') }, use),
  })
  const never: readonly (readonly [string, Page['when']])[] = [
    ['yes and no at once', all(answered('so', saysYes), answered('so', saysNo))],
    [
      'yes and not yes, by way of any',
      all(answered('so', saysYes), any(not(answered('so', saysYes)), answered('count', under(0)))),
    ],
    ['a number beyond the most', answered('count', { test: 'atLeast', value: 5 })],
    ['a number both under 2 and at least 2', all(answered('count', under(2)), not(answered('count', under(2))))],
    ['a pet and none', all(answered('pets', includes('dog')), answered('pets', includes('no')))],
    ['no answer to a question that must be answered', not(answered('so', { test: 'given' }))],
  ]
  it.each(never)('to %s', (_words, when) => {
    expect(faults(so, count, pets, { ...name, ...(when === undefined ? {} : { when }) })).toEqual([
      'sample, you/name: no answers lead here',
    ])
  })
  it('to a page behind a question of a page that is not reached', () => {
    const inner = page('inner', 'Inner', yesNo('inner'), { when: answered('so', saysYes) })
    expect(faults(so, inner, { ...name, when: all(answered('inner', saysYes), answered('so', saysNo)) })).toEqual([
      'sample, you/name: no answers lead here',
    ])
    expect(faults(so, inner, { ...name, when: not(answered('inner', saysYes)) })).toEqual([])
  })
  it('past an exit that everybody who gets there meets, unless it only advises', () => {
    const exit = {
      id: 'stop',
      when: answered('so', saysYes),
      title: 'Stop',
      reasons: ['Because'],
      ends: 'told' as const,
    }
    const after = { ...name, when: answered('so', saysYes) }
    expect(faults({ ...so, exits: [exit] }, after)).toEqual(['sample, you/name: no answers lead here'])
    expect(faults({ ...so, exits: [{ ...exit, advise: true }] }, after)).toEqual([])
    const further = section('further', 'Further', [after], { after: ['you'] })
    expect(sound(formOf([section('you', 'You', [{ ...so, exits: [exit] }]), further]))).toEqual([
      'sample, further/name: no answers lead here',
    ])
  })
  it('to an exit that does not say which end of the journey it is: such a form is not built', () => {
    const exit = { id: 'stop', when: answered('so', saysYes), title: 'Stop', reasons: ['Because'] }
    // @ts-expect-error An exit without its end does not pass the types either.
    expect(faults({ ...so, exits: [exit] })).toEqual(['sample, you/so: the exit stop does not say which end it is'])
  })
  it('to an exit that an earlier one hides', () => {
    const exit = {
      id: 'stop',
      when: answered('so', saysYes),
      title: 'Stop',
      reasons: ['Because'],
      ends: 'told' as const,
    }
    expect(faults({ ...so, exits: [exit, { ...exit, id: 'hidden' }] })).toEqual([
      'sample, you/so: nothing leads to the exit hidden',
    ])
  })
  it('to what wants a person that nobody can be', () => {
    const age = page('age', 'Age', { old: ask.count('Age', { most: 120, ...use }) })
    const adult = answered('old', { test: 'atLeast', value: 18 })
    const list = people([who, age, page('work', 'Work', yesNo('works'), { when: adult })])
    const end = (when: NonNullable<Page['when']>) =>
      sound(formOf([list, section('end', 'End', [page('end', 'End', yesNo('end'), { when })], { after: ['people'] })]))
    expect(end(some('people', all(answered('works', saysYes), not(adult))))).toEqual([
      'sample, end/end: no answers lead here',
    ])
    expect(end(all(some('people', adult), not(some('people', adult))))).toEqual([
      'sample, end/end: no answers lead here',
    ])
    expect(end(all(some('people', adult), some('people', not(adult))))).toEqual([])
  })
})

describe('The machinery of a form', () => {
  it('stands on the page that its question needs', () => {
    const upload = page('file', 'File', { file: ask.files('Select a file', use) }, { does: 'upload' })
    expect(faults(upload)).toEqual([])
    expect(faults(together('both', 'You and a file', [name, upload]))).toContain(
      'sample, you/both: files are asked for on a page of their own, not with others',
    )
    expect(faults(page('file', 'File', { file: ask.files('Select a file', use) }))).toEqual([
      'sample, you/file: the page does nothing, and its questions need upload',
    ])
    expect(faults({ ...name, does: 'upload' })).toEqual([
      'sample, you/name: the page does upload, and its questions need nothing',
    ])
  })
  it('is not revealed by a choice, and nothing is revealed twice over', () => {
    const deep = ask.yesNo('Select yes if so', {
      label: 'So?',
      ...use,
      reveals: { yes: { home: ask.address('Enter the address', { label: 'Address', ...use }) } },
    })
    expect(
      faults(page('so', 'So', { so: ask.yesNo('Select yes if so', { ...use, reveals: { yes: { deep } } }) })),
    ).toEqual(['sample, you/so: deep is revealed by a choice and reveals more'])
    expect(faults(page('so', 'So', { deep }))).toEqual([
      'sample, you/so: home needs a page, and is revealed by a choice',
    ])
  })
  it('comes after sections that there are, and earlier ones', () => {
    expect(sound(formOf([section('you', 'You', [name], { after: ['you', 'nowhere'] })]))).toEqual([
      'sample, you: comes after you, which is no earlier section',
      'sample, you: comes after nowhere, which is no earlier section',
    ])
  })
  it('brings drafts from every earlier version', () => {
    expect(sound(formOf([section('you', 'You', [name])], { version: 3 }))).toEqual([
      'sample: version 3 needs one migration to each version from 2, in order',
    ])
  })
})
