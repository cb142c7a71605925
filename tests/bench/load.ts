// Load over raw sockets: so little work a request that the server on the other core is what is measured.
import { connect, type Socket } from 'node:net'

// What one person sends, again and again: the bytes of each request; a reply is read to its end before the next goes.
export type Step = { readonly request: Buffer }

export type Load = {
  readonly port: number
  // The steps of each person; all go at once.
  readonly people: readonly (readonly Step[])[]
  readonly forMs: number
}

// Rounds of all steps a second, and any answer that was not as expected.
export type Rate = { readonly perSecond: number; readonly done: number; readonly wrong: number }

export const load = async ({ port, people, forMs }: Load): Promise<Rate> => {
  const until = performance.now() + forMs
  const started = performance.now()
  const done = await Promise.all(people.map((steps) => person(port, steps, until)))
  const seconds = (performance.now() - started) / 1000
  const rounds = done.reduce((sum, { rounds: one }) => sum + one, 0)
  return { perSecond: rounds / seconds, done: rounds, wrong: done.reduce((sum, { wrong }) => sum + wrong, 0) }
}

const person = async (port: number, steps: readonly Step[], until: number) => {
  const socket = await connected(port)
  const read = reader(socket)
  let [rounds, wrong] = [0, 0]
  while (performance.now() < until) {
    for (const { request } of steps) {
      socket.write(request)
      const status = await read()
      if (status >= 400) wrong += 1
    }
    rounds += 1
  }
  socket.destroy()
  return { rounds, wrong }
}

const connected = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.setNoDelay(true)
    socket.once('error', reject)
  })

const lengthOf = /content-length: (\d+)/i

// Gives the status of one reply once its body has come whole.
const reader = (socket: Socket) => {
  let wanted = -1
  let got = 0
  let status = 0
  let head = ''
  let tell: (status: number) => void = () => {}
  socket.on('data', (chunk) => {
    if (wanted < 0) {
      head += chunk.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      status = Number(head.slice(9, 12))
      wanted = Number(lengthOf.exec(head)?.[1] ?? 0)
      got = head.length - end - 4
      head = ''
    } else got += chunk.length
    if (got < wanted) return
    wanted = -1
    got = 0
    tell(status)
  })
  return () =>
    new Promise<number>((resolve) => {
      tell = resolve
    })
}
