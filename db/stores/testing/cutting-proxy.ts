import net from 'node:net'

/** Stands between a store and a MariaDB server, counts what the store asks, and can cut the line at a commit. */
export interface CuttingProxy {
  readonly port: number
  /** Cut the line instead of passing a commit on, or pass it on and keep the answer until `cutHeld`. */
  atCommit: 'cut' | 'hold the answer' | 'pass'
  /** Queries that went to the server, a batch of statements being one. */
  asked: number
  /** Cuts the lines whose answers are held. */
  cutHeld(): void
  close(): Promise<void>
}

/** As the last of several statements; READ COMMITTED stands in others. */
const COMMIT = Buffer.from(';\nCOMMIT')

export async function cuttingProxy(host: string, port: number): Promise<CuttingProxy> {
  const sockets = new Set<net.Socket>()
  const held = new Set<() => void>()
  const server = net.createServer((client) => {
    const upstream = net.connect(port, host)
    let holding = false
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    }
    const cut = () => {
      client.destroy()
      upstream.destroy()
    }
    client.on('close', cut)
    upstream.on('close', cut)
    upstream.on('data', (data) => void (holding || client.write(data)))
    client.on('data', (data) => {
      proxy.asked++
      const commits = proxy.atCommit !== 'pass' && data.includes(COMMIT)
      if (commits && proxy.atCommit === 'cut') return cut()
      if (commits) held.add(cut)
      holding = commits
      upstream.write(data)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: CuttingProxy = {
    // Listening on TCP, so the address is an object.
    port: (server.address() as net.AddressInfo).port,
    atCommit: 'pass',
    asked: 0,
    cutHeld: () => {
      for (const cut of held) cut()
    },
    close: () => closeAll(server, sockets),
  }
  return proxy
}

async function closeAll(server: net.Server, sockets: ReadonlySet<net.Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => server.close(resolve))
}
