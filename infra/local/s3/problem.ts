// An S3 error as S3 words it (S3 API reference, "Error responses").
export class S3Problem extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'S3Problem'
    this.status = status
    this.code = code
  }
}

export const problemXml = ({ code, message }: S3Problem): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${xmlText(message)}</Message></Error>`

export const xmlText = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
