// The folder that the local product keeps its data in: one instance at a time, keys that are whole, and nothing that others may read.
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Plainly, portTaken } from './process/plainly.ts'

/** Makes the folder, for its owner alone, and takes it for this process; a second instance is refused with a Plainly. */
export const takeFolder = async (directory: string): Promise<void> => {
  process.umask(0o077)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  chmodSync(directory, 0o700)
  await takeSocket(socketOf(directory), directory)
}

// The system lets go of a socket when its process ends, however it ends; its name is short, as systems ask.
const socketOf = (directory: string): string => {
  const name = `guildhall-${createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 16)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

const takeSocket = async (path: string, directory: string): Promise<void> => {
  if (await listening(path)) return
  if (await answers(path))
    throw new Plainly(
      `Guildhall runs on ${directory} already, and two would spoil each other’s data. Stop the other, or say another folder and port: DATA_DIR=FOLDER PORT=4000 npm start`,
    )
  // Whoever had it was killed.
  rmSync(path, { force: true })
  await listening(path)
}

const listening = (path: string): Promise<boolean> => {
  const server = createServer((socket) => socket.end())
  server.unref()
  return listens(server, () => server.listen(path))
}

const answers = (path: string): Promise<boolean> =>
  new Promise((tell) => {
    const socket = connect(path)
    socket.once('connect', () => tell(socket.destroy() !== undefined))
    socket.once('error', () => tell(false))
  })

const listens = (server: Server, start: () => void): Promise<boolean> =>
  new Promise((tell, failed) => {
    server.once('error', (error) => ('code' in error && error.code === 'EADDRINUSE' ? tell(false) : failed(error)))
    server.once('listening', () => tell(true))
    start()
  })

/** Throws a Plainly that names the first of `count` ports from `first` on that is taken. */
export const freePorts = async (first: number, count: number): Promise<void> => {
  for (let port = first; port < first + count; port += 1) {
    const server = createServer()
    const free = await listens(server, () => server.listen(port, '127.0.0.1'))
    await new Promise<void>((done) => (free ? server.close(() => done()) : done()))
    if (!free) throw new Plainly(portTaken(port))
  }
}

/** A key of 32 bytes in base64, made once. One that is cut short is never made anew: what it opened would be lost. */
export const keyIn = (file: string, ifItIsGone: string): string => {
  if (!existsSync(file)) keep(file, randomBytes(32).toString('base64'))
  const key = readFileSync(file, 'utf8').trim()
  if (Buffer.from(key, 'base64').length === 32) return key
  throw new Plainly(`The key in ${file} is empty or cut short. Put it back from a copy. ${ifItIsGone}`)
}

// Whole or not at all, whenever the power goes.
const keep = (file: string, text: string): void => {
  const part = `${file}.part`
  const open = openSync(part, 'w', 0o600)
  writeSync(open, text)
  fsyncSync(open)
  closeSync(open)
  renameSync(part, file)
}
