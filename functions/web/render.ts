// A template and what it says → HTML. Templates are compiled into the bundle: no file is read and nothing is compiled at run time.
import { type Html, markup, renderTemplate, type Variables } from './template-runtime.ts'

export const render = (template: string, context: Variables): string => renderTemplate(template, context)

// A part of a page, made once and placed in others: the only way by which HTML enters a template as HTML.
export const part = (template: string, context: Variables): Html => markup(renderTemplate(template, context))
