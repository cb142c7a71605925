// Is a form sound? Every fault at once, in words: asked when the program starts, and in tests. A form with a fault is never served.
import type { Form } from './form.ts'
import { idFaults } from './sound/ids.ts'
import { machineryFaults } from './sound/machinery.ts'
import { orderFaults } from './sound/order.ts'
import { pagesOf, questionsByScope, questionsIn } from './sound/places.ts'
import { reachFaults } from './sound/reach.ts'
import { wordFaults } from './sound/words.ts'

export const sound = (form: Form): readonly string[] => {
  const pages = pagesOf(form)
  const questions = questionsIn(pages)
  const byScope = questionsByScope(questions)
  const order = orderFaults(form, pages, byScope)
  return [
    ...idFaults(form, pages, questions),
    ...wordFaults(form, pages, questions),
    ...machineryFaults(form, pages, questions),
    ...order,
    // A condition that reads in circles cannot be followed: those faults come first.
    ...(order.length === 0 ? reachFaults(form, pages, byScope) : []),
  ]
}
