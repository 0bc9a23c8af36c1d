/**
 * Identity of anything that runs: instance, element instance (a user task has its element instance's key), job, timer,
 * subscription, message, incident, definition. A positive integer below 2^53; the API writes it as a decimal string.
 */
export type Key = number
