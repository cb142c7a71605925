// Moving on from supported housing (band B-MOVE).
import { text, yesNo } from '#domain/forms/ask.ts'
import { answered, equals } from '#domain/forms/condition.ts'
import { page } from '#domain/forms/form.ts'

export const moveOn = page(
  'move-on',
  'Does your support provider say that you are ready to move on?',
  {
    readyToMoveOn: yesNo('Select yes if your support provider says that you are ready to move on', {
      for: 'B-MOVE',
      reveals: {
        yes: {
          supportProvider: text('Name of your support provider and worker', {
            missing: 'Enter the name of your support provider and worker',
            for: 'B-MOVE',
          }),
        },
      },
    }),
  },
  { sealed: true, when: answered('livingSituation', equals('supported')) },
)
