/**
 * A fixed decimal: `units` × 10^-`scale`. Exact, unlike a float: 0.1 + 0.2 is 0.3.
 * At most 30 digits before the point and 12 after it are read.
 */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

const shape = /^(-?)(\d{1,30})(?:\.(\d{1,12}))?$/
const tenTo = (exponent: number): bigint => 10n ** BigInt(exponent)

/** Reads `-1234.50` (digits 0–9, no thousands marks); null for anything else. */
export function parseDecimal(text: string): Decimal | null {
  const found = shape.exec(text)
  if (found === null) return null
  const [, sign = '', whole = '', fraction = ''] = found
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length }
}

/** Writes all digits of the scale: { units: 123450n, scale: 2 } is `1234.50`. Never `-0`. */
export function formatDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const point = digits.length - scale
  const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
  return units < 0n ? `-${text}` : text
}

/** The same value with `scale` digits after the point; what is cut off is rounded half away from zero. */
export function rescaleDecimal(value: Decimal, scale: number): Decimal {
  if (scale >= value.scale) return { units: value.units * tenTo(scale - value.scale), scale }
  const divisor = tenTo(value.scale - scale)
  const half = value.units < 0n ? -divisor / 2n : divisor / 2n
  return { units: (value.units + half) / divisor, scale }
}

export function addDecimal(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: rescaleDecimal(a, scale).units + rescaleDecimal(b, scale).units, scale }
}

/** Exact product; its scale is the sum of both scales. */
export const multiplyDecimal = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
})

/** Negative, 0 or positive as `a` is less than, equal to or greater than `b`. */
export function compareDecimal(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const difference = rescaleDecimal(a, scale).units - rescaleDecimal(b, scale).units
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** True when `value` is a whole multiple of `step` (which is not zero). */
export function isMultipleOf(value: Decimal, step: Decimal): boolean {
  const scale = Math.max(value.scale, step.scale)
  return rescaleDecimal(value, scale).units % rescaleDecimal(step, scale).units === 0n
}

/** Digits after the point that carry value: `1.50` has one. */
export function significantScale({ units, scale }: Decimal): number {
  let digits = scale
  for (let rest = units; digits > 0 && rest % 10n === 0n; rest /= 10n) digits -= 1
  return digits
}
