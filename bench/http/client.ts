/** The client of the HTTP benchmarks, in a thread of its own: it spends little, so that the server is what is measured. */
import { connect, type Socket } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import type { Drive, Driven } from './client-messages.ts'

/** The open task of each line, written by the server's thread before it answers. */
const tasks = new Float64Array(workerData as SharedArrayBuffer)

interface Tally {
  good: number
  bad: number
  complaint: string
}

/** Answers have a length, or none and no body. */
const LENGTH = /\r\ncontent-length: (\d+)/i
const HEAD_END = '\r\n\r\n'

/** One keep-alive connection that sends, waits for the whole answer, and sends again until the time is over. */
function line(number: number, { port, request }: Drive, end: number, tally: Tally): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    let received = ''
    socket.on('connect', () => send(socket, request, number))
    socket.on('error', reject)
    socket.on('data', (data) => {
      received += data.toString('latin1')
      const head = received.indexOf(HEAD_END)
      if (head < 0) return
      const length = Number(LENGTH.exec(received.slice(0, head))?.[1] ?? 0)
      if (received.length < head + HEAD_END.length + length) return
      count(received, tally)
      received = ''
      if (performance.now() < end) send(socket, request, number)
      else {
        socket.destroy()
        resolve()
      }
    })
  })
}

const send = (socket: Socket, request: string, number: number): boolean =>
  socket.write(request.replace('{key}', String(tasks[number])))

function count(answer: string, tally: Tally): void {
  if (answer.startsWith('HTTP/1.1 2')) tally.good++
  else {
    tally.bad++
    tally.complaint ||= answer
  }
}

parentPort?.on('message', async (drive: Drive) => {
  const began = performance.now()
  const tally: Tally = { good: 0, bad: 0, complaint: '' }
  const lines = Array.from({ length: drive.connections }, (_, number) =>
    line(number, drive, began + drive.milliseconds, tally),
  )
  await Promise.all(lines)
  parentPort?.postMessage({ ...tally, milliseconds: performance.now() - began } satisfies Driven)
})
