import net from 'node:net'

/** What the proxy does with the packet that holds a COMMIT. */
export type Cut = 'before the commit' | 'after the commit' | 'never'

/** Stands between a store and a MariaDB server, counts what the store asks, and can cut the line at a commit. */
export interface CuttingProxy {
  readonly port: number
  cut: Cut
  /** Queries that went to the server, a batch of statements being one. */
  asked: number
  close(): Promise<void>
}

/** As the last of several statements; READ COMMITTED stands in others. */
const COMMIT = Buffer.from(';\nCOMMIT')

export async function cuttingProxy(host: string, port: number): Promise<CuttingProxy> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((client) => {
    const upstream = net.connect(port, host)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    }
    const cutBoth = () => {
      client.destroy()
      upstream.destroy()
    }
    client.on('data', (data) => {
      proxy.asked++
      if (proxy.cut === 'before the commit' && data.includes(COMMIT)) cutBoth()
      else upstream.write(data)
    })
    let committing = false
    client.on('data', (data) => {
      committing = proxy.cut === 'after the commit' && data.includes(COMMIT)
    })
    // The server answers a commit only after it has happened.
    upstream.on('data', (data) => (committing ? cutBoth() : client.write(data)))
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // Listening on TCP, so the address is an object.
  const address = server.address() as net.AddressInfo
  const proxy: CuttingProxy = {
    port: address.port,
    cut: 'never',
    asked: 0,
    close: () => closeAll(server, sockets),
  }
  return proxy
}

async function closeAll(server: net.Server, sockets: ReadonlySet<net.Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => server.close(resolve))
}
