// Cases for tests of the staff side, made as residents make them but from a form of a few questions, under the name of housing.
import type { Action } from '#domain/cases/workflow.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { choices, email, files, phone, text, yesNo } from '#domain/forms/ask.ts'
import { form, page, section } from '#domain/forms/form.ts'
import { housing } from '#services/housing/service.ts'
import type { Service } from '#services/service.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import type { StoredFile } from '#usecases/ports/stores.ts'
import type { Counter } from '#web/citizen/counter.ts'

const { advice: _advice, assessment: _assessment, ...plain } = housing

// "Ask for more information" can ask for the payslips too.
const asksForProof = (action: Action): Action => {
  const pages = action.needs?.pages
  if (action.id !== 'ask-for-more' || pages?.kind !== 'choices') return action
  const options = { ...pages.options, 'money/proof': { label: 'Payslips' } }
  return { ...action, needs: { ...action.needs, pages: { ...pages, options } } }
}

export const smallHousing: Service = {
  ...plain,
  workflow: { ...housing.workflow, actions: housing.workflow.actions.map(asksForProof) },
  form: form({
    ...housing.form,
    version: 1,
    migrations: [],
    sections: [
      section('about-you', 'About you', [
        page('name', 'What is your name?', { fullName: text('Full name') }),
        page('mobile', 'What is your mobile number?', {
          mobile: phone('Mobile number', { mobile: true, optional: true }),
          address: email('Email address', { optional: true }),
          ways: choices('Select how', { text: 'Text', email: 'Email', post: 'Post' }, { label: 'Ways' }),
        }),
        page('safety', 'Are you safe?', { unsafe: yesNo('Select yes if you are not safe') }, { sensitive: true }),
      ]),
      section('money', 'Money', [
        page('savings', 'What savings do you have?', { savings: text('Savings') }),
        page(
          'proof',
          'Upload your payslips',
          { payslips: files('Select a file', { most: 3, optional: true }) },
          { does: 'upload' },
        ),
      ]),
    ],
  }),
  title: (answers) => String(answers.answer('fullName')),
  applicant: (answers) => {
    const mobile = answers.answer('mobile')
    const ways = answers.answer('ways')
    const address = answers.answer('address')
    const mayText = Array.isArray(ways) && ways.includes('text')
    const mayEmail = Array.isArray(ways) && ways.includes('email')
    return {
      name: String(answers.answer('fullName')),
      mayText,
      ways: [...(mayText ? (['text'] as const) : []), 'call', ...(mayEmail ? (['email'] as const) : [])],
      ...(mayEmail && typeof address === 'string' ? { email: address } : {}),
      ...(typeof mobile === 'string' ? { phone: mobile } : {}),
    }
  },
  sensitive: (answers) => answers.answer('unsafe') === 'yes',
  documents: () => [],
}

export type Sender = {
  readonly name?: string
  readonly mobile?: string
  readonly email?: string
  readonly ways?: readonly string[]
  readonly unsafe?: 'yes' | 'no'
  readonly savings?: string
  readonly files?: readonly StoredFile[]
}

// Gives the reference.
export const sentCase = async (counter: Counter, sender: Sender = {}): Promise<string> => {
  const draft = draftOf(counter, sender)
  await counter.drafts.start(draft)
  for (const file of sender.files ?? []) {
    await counter.uploads.arrive(draft, { ...file, verdict: 'checking' })
    await counter.uploads.settle(draft, file)
  }
  const sent = await submitApplication(counter, smallHousing, draft)
  if (!sent.ok) throw new Error(`The sample case was not sent: ${sent.error}`)
  return sent.value.reference
}

export const draftOf = (counter: Counter, sender: Sender): Draft => {
  const {
    name = 'Sample Person',
    mobile = '07700 900 301',
    ways = ['text'],
    email: address = '',
    unsafe = 'no',
    savings = 'None',
  } = sender
  const sent = sender.files ?? []
  const payslips = { payslips: sent.map(({ id }) => id), 'payslips-name': sent.map((file) => file.name) }
  return {
    ...newDraft(smallHousing, counter.ids, counter.clock.now()),
    pages: {
      'about-you/name': { fullName: [name] },
      'about-you/mobile': { mobile: [mobile], address: [address], ways },
      'about-you/safety': { unsafe: [unsafe] },
      'money/savings': { savings: [savings] },
      'money/proof': sent.length === 0 ? {} : payslips,
    },
  }
}

export const fileOf = (id: string, question: string): StoredFile => ({
  ...{ id, question, name: `${id}.pdf`, label: '', type: 'application/pdf', bytes: 2048, verdict: 'clean', at: 1 },
  key: `kept/${id}`,
})
