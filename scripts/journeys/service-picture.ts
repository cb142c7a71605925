// Everything of a service that can be drawn, as one page of Markdown.
import type { Service } from '#services/service.ts'
import { drawForm } from './form-picture.ts'
import { drawWorkflow } from './workflow-picture.ts'

export const drawService = ({ name, form, workflow }: Service): string =>
  [
    `# ${name}`,
    '',
    `Version ${form.version} of the form, drawn from its own definition by \`npm run journeys\`. A double box is a list: each item walks`,
    'the section’s pages. A dotted line leads to a page that ends the journey, or advises.',
    '',
    drawForm(form),
    '',
    '## What happens to it',
    '',
    drawWorkflow(workflow),
    '',
  ].join('\n')
