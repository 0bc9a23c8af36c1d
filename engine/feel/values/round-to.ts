export type Rounding = 'floor' | 'ceiling' | 'up' | 'down' | 'half up' | 'half down' | 'half even'

/** Scales the standard allows; a double has none beyond. */
const MAX_SCALE = 6176
const MIN_SCALE = -6111

/**
 * A number to so many decimals (a whole scale, negative for tens). It rounds the shortest decimal text of the double, as
 * people read it: 1.005 to two places half up is 1.01, although the double lies below. Null beyond the allowed scales.
 */
export function roundTo(value: number, scale: number, mode: Rounding): number | null {
  const places = Math.trunc(scale)
  if (places > MAX_SCALE || places < MIN_SCALE) return null
  const shifted = shift(value, places)
  // So many decimals are wanted that nothing is left to round, or so few that nothing remains.
  if (!Number.isFinite(shifted) || Math.abs(shifted) >= 2 ** 53) return value
  return shift(roundWhole(shifted, mode), -places) + 0
}

/** Moves the decimal point in the text of the number, where no binary error can enter. */
function shift(value: number, places: number): number {
  const [digits, exponent] = String(value).split('e')
  return Number(`${digits}e${Number(exponent ?? 0) + places}`)
}

function roundWhole(value: number, mode: Rounding): number {
  switch (mode) {
    case 'floor':
      return Math.floor(value)
    case 'ceiling':
      return Math.ceil(value)
    case 'up':
      return Math.sign(value) * Math.ceil(Math.abs(value))
    case 'down':
      return Math.trunc(value)
    case 'half up':
      return Math.sign(value) * Math.floor(Math.abs(value) + 0.5)
    case 'half down':
      return Math.sign(value) * Math.ceil(Math.abs(value) - 0.5)
    case 'half even':
      return halfEven(value)
  }
}

function halfEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}
