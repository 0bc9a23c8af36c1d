const long = process.env.KARTABL_LONG === '1'

/** How often each thing is done: the short counts, or with KARTABL_LONG=1 the long ones. */
export const counts = { kills: long ? 50 : 3, commands: 1_000, races: long ? 1_000 : 100 }

/** Milliseconds that a test may take. */
export const patience = long ? 1_800_000 : 120_000

/** Printed by every test that uses it. What the operating system decides, such as who is first, is not repeated. */
export const seed = Number(process.env.KARTABL_SEED ?? Date.now() % 1_000_000)
