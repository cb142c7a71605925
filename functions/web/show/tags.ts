// States in words and colours. Grey-on-grey is never used, and the words alone say it.
import type { TaskStatus } from '#domain/forms/answered/tasks.ts'

export type Tag = { readonly text: string; readonly colour?: string }

// "Completed" and "Cannot start yet" are plain text, so that what is left to do stands out (Design System, task list).
export const taskTag = (status: TaskStatus): Tag => {
  switch (status) {
    case 'done':
      return { text: 'Completed' }
    case 'begun':
      return { text: 'In progress', colour: 'light-blue' }
    case 'not-started':
      return { text: 'Not yet started', colour: 'blue' }
    case 'cannot-start':
      return { text: 'Cannot start yet' }
  }
}
