/** A key nobody else makes: 32 hexadecimal digits. Unlike `crypto.randomUUID` it also works without https. */
export const idempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
