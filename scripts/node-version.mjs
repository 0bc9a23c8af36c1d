/** Says in one sentence what to do when Node is too old, before anything else can fail in a stranger way. */
const OLDEST = [20, 19]

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  console.error(
    `Kartabl needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}. Install a newer Node.`,
  )
  process.exit(1)
}
