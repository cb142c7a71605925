// Express with nunjucks, as many services are made, sending the same question page: templates compiled before, sessions
// kept in its own memory, no database.
import express from 'express'
import { questionHtml } from '#web/show/citizen/question-page.ts'
import { enteredFrom } from '#web/show/controls/entered.ts'
import { sample } from '../render.ts'

const [, , port = '0'] = process.argv
const sessions = new Map<string, Readonly<Record<string, unknown>>>()
const sessionOf = (cookie = ''): string => /__Host-counter=([^;]*)/.exec(cookie)?.[1] ?? ''

const app = express()
app.use(express.urlencoded({ extended: false }))
app.get('/{*any}', (request, response) => {
  sessions.get(sessionOf(request.headers.cookie))
  response.type('html').send(questionHtml(sample, enteredFrom(sample.typed)))
})
app.post('/{*any}', (request, response) => {
  sessions.set(sessionOf(request.headers.cookie), request.body)
  response.redirect(303, '/')
})
app.listen(Number(port), '127.0.0.1')
