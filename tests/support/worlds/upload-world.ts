// A world with buckets: a small service that asks for files, its pages, and the function that checks what is sent.
import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileLinks, type LinkSettings } from '#adapters/aws/file-link.ts'
import { uploadForms } from '#adapters/aws/upload-form.ts'
import { files, text } from '#domain/forms/ask.ts'
import { form, many, page, section } from '#domain/forms/form.ts'
import { checkUploadHandler } from '#functions/events/check-upload.ts'
import { checkUploadFrom } from '#functions/wiring/uploads.ts'
import { freePort } from '#infra/local/dynamo.ts'
import { clean, type Files, quarantine, startFiles } from '#infra/local/files.ts'
import { startGateway } from '#infra/local/gateway.ts'
import { planning } from '#services/planning/service.ts'
import type { Service } from '#services/service.ts'
import type { FileLinks } from '#usecases/ports/files.ts'
import { citizenHandler } from '#web/citizen/handler.ts'
import type { WebHandler } from '#web/stack.ts'
import type { Visitor } from './visitor.ts'
import { startWorld, type World } from './world.ts'

// Under the name of planning, as the workflow and the texts are its own.
const service: Service = {
  ...planning,
  form: form({
    ...planning.form,
    shape: 'straight',
    sections: [
      section('you', 'You', [page('name', 'What is your name?', { fullName: text('Enter your name') })]),
      section('proof', 'Proof', [
        page('income', 'Upload your payslips', { payslips: files('Select a file', { most: 3 }) }, { does: 'upload' }),
      ]),
      many(
        'plans',
        'Plans',
        [
          page('called', 'What does it show?', { called: text('Enter what it shows') }),
          page('file', 'Upload the plan', { plan: files('Select a file', { label: 'File' }) }, { does: 'upload' }),
        ],
        { noun: 'plan', plural: 'plans', least: 0, most: 50, naming: ['called'] },
      ),
    ],
  }),
  title: () => 'Sample Person',
  applicant: () => ({ name: 'Sample Person', mayText: true, phone: '+447700900123' }),
  documents: () => [],
}

export type UploadWorld = {
  readonly world: World
  readonly citizen: WebHandler
  readonly origin: string
  // The pages over HTTP, for a browser.
  readonly openPages: () => Promise<void>
  readonly files: Files
  // The bucket that staff open files from.
  readonly bucket: LinkSettings
  readonly links: FileLinks
  // Hands an event of EventBridge to the function.
  readonly tell: (event: unknown) => Promise<void>
  // While held, events wait; letting go hands them over, in the order given.
  readonly hold: () => { readonly events: unknown[]; readonly letGo: () => void }
  readonly close: () => Promise<void>
}

export const startUploadWorld = async (): Promise<UploadWorld> => {
  const world = await startWorld()
  const { now } = world.clock
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-files-'))
  const port = await freePort()
  const pagesPort = await freePort()
  const origin = `http://localhost:${pagesPort}`
  const endpoint = `http://localhost:${port}`
  const env = { ...world.env, S3_ENDPOINT: endpoint }
  const check = checkUploadHandler({
    ...checkUploadFrom(env),
    services: [service],
    clock: world.clock,
    log: world.counter.log,
  })
  let held: unknown[] | undefined
  let pages: Server | undefined
  const secret = world.env.AWS_SECRET_ACCESS_KEY ?? ''
  const checkUpload = async (event: unknown): Promise<void> => {
    if (held === undefined) await check(event)
    else held.push(event)
  }
  const stored = await startFiles({ port, directory, secret, origin, now, scanMs: 0, checkUpload })
  const credentials = { accessKeyId: 'test', secretAccessKey: secret }
  const region = 'eu-west-2'
  const at = { region, endpoint, credentials, now }
  const bucket = { ...at, bucket: clean, origin: endpoint }
  const counter = {
    ...world.counter,
    services: [service],
    citizenOrigin: origin,
    files: uploadForms({ ...at, bucket: quarantine, url: stored.uploadUrl }),
    uploadOrigin: endpoint,
  }
  return {
    world,
    citizen: citizenHandler(counter),
    origin,
    openPages: async () => {
      pages = await startGateway({
        port: pagesPort,
        handler: citizenHandler(counter),
        assets: '.built/assets',
        edgePage: () => '',
      })
    },
    files: stored,
    bucket,
    links: fileLinks(bucket),
    tell: check,
    hold: () => {
      const events: unknown[] = []
      held = events
      return {
        events,
        letGo: () => {
          held = undefined
        },
      }
    },
    close: async () => {
      pages?.closeAllConnections()
      pages?.close()
      await stored.close()
      await world.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export type Sent = { readonly status: number; readonly location: string; readonly body: string }

type Sending = { readonly name: string; readonly content: Buffer }

// Posts a file with the form of a page, as a browser does: the fields in their order, the file last.
export const postFile = async (
  pageHtml: string,
  file: Sending,
  more: Readonly<Record<string, string>> = {},
): Promise<Sent> => {
  const { url, fields } = formIn(pageHtml)
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: bodyOf({ ...fields, ...more }, file),
    redirect: 'manual',
  })
  return { status: response.status, location: response.headers.get('location') ?? '', body: await response.text() }
}

// From the page that is open; where a file is there already, from its “Add another file”.
export const postFrom = async (
  person: Visitor,
  file: Sending,
  more: Readonly<Record<string, string>> = {},
): Promise<Sent> => {
  const [, link = ''] = /href="([^"]+)">Add another file</.exec(person.last().html) ?? []
  if (link !== '') await person.get(plain(link))
  return postFile(person.last().html, file, more)
}

const boundary = '----a-browser'

// A browser without a file chosen sends an empty one with an empty name.
const bodyOf = (fields: Readonly<Record<string, string>>, { name, content }: Sending): Uint8Array<ArrayBuffer> => {
  const parts = Object.entries(fields).map(
    ([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/x-anything\r\n\r\n`
  return Uint8Array.from(
    Buffer.concat([Buffer.from(parts.join('') + head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  )
}

// The upload form of a page: where it posts to, and its hidden fields.
export const formIn = (html: string): { readonly url: string; readonly fields: Readonly<Record<string, string>> } => {
  const [, url = '', inside = ''] =
    /<form method="post" action="([^"]+)" enctype="multipart\/form-data"[^>]*>([\s\S]*?)<\/form>/.exec(html) ?? []
  const fields = [...inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)]
  return {
    url: plain(url),
    fields: Object.fromEntries(fields.map(([, name = '', value = '']) => [name, plain(value)])),
  }
}

const plain = (html: string): string =>
  html.replace(/&(amp|quot|#39|lt|gt);/g, (_, name: string) => letters[name] ?? '')
const letters: Readonly<Record<string, string>> = { amp: '&', quot: '"', '#39': "'", lt: '<', gt: '>' }

export const pathOf = (address: string): string => address.replace(/^https?:\/\/[^/]+/, '')
