/** Milliseconds that running work has to end. */
const PATIENCE = 10_000

/** Ends cleanly on Ctrl-C and on the signal of a service manager; a second Ctrl-C ends at once. */
export function onShutdown(say: (line: string) => void, stop: () => Promise<void>): void {
  let stopping = false
  const shutdown = () => {
    if (stopping) process.exit(1)
    stopping = true
    say('Stopping …')
    setTimeout(() => process.exit(1), PATIENCE).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', shutdown)
  process.on('SIGTERM', shutdown)
}
