// What goes wrong around the local product, in a sentence that says what to do: it is told instead of a stack, and nothing is lost.

// Its message is the whole of what somebody has to read.
export class Plainly extends Error {
  override readonly name = 'Plainly'
}

/** The sentence for an error of the machine; undefined for any other. `directory` is where the data are kept. */
export const plainly = (error: unknown, directory: string): string | undefined => {
  if (error instanceof Plainly) return error.message
  const { code, port } = asSystemError(error)
  if (code === 'EADDRINUSE') return portTaken(Number(port))
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(directory)
  return code === 'EACCES' || code === 'EROFS' || code === 'EPERM'
    ? `${directory} cannot be written to. Give yourself the right to, or say another folder: DATA_DIR=FOLDER npm start`
    : undefined
}

export const portTaken = (port: number): string =>
  `Port ${port} is taken by another program. Stop it, or start on others: PORT=4000 npm start takes 4000 to 4004.`

export const diskFull = (directory: string): string =>
  `The disk that ${directory} is on is full. What was kept is whole, and what was refused is tried again or said to whoever asked. Make room.`

const asSystemError = (error: unknown): { readonly code?: unknown; readonly port?: unknown } =>
  typeof error === 'object' && error !== null ? Object.fromEntries(Object.entries(error)) : {}
