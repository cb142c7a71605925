// Sends a persona's answers to the handlers, page by page, without their mistakes: for tests of what comes after the form.
import type { Persona, PersonaStep } from './personas.ts'
import type { Answered, Visitor } from './visitor.ts'

export const answerAs = async (person: Visitor, persona: Persona): Promise<Answered> => {
  await person.get(`/${persona.service}`)
  await person.post(`/${persona.service}/start`, {})
  for (const step of persona.steps) await answer(person, persona.service, step)
  return person.get(`/${persona.service}/check-your-answers`)
}

const answer = async (person: Visitor, service: string, step: PersonaStep): Promise<void> => {
  const path = `/${service}/${step.key}`
  if (step.is === 'list') await person.post(path, { another: step.another })
  else {
    await person.post(path, step.typed)
    if (step.exit?.continues === true) await person.post(`${path}/exit`, { do: 'continue' })
  }
}
