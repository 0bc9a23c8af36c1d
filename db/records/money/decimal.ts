/** A fixed decimal: `units` × 10^-`scale`. Exact, where a float would say 0.1 + 0.2 ≠ 0.3. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

const shape = /^(-?)(\d{1,24})(?:\.(\d{1,12}))?$/
const tenTo = (exponent: number): bigint => 10n ** BigInt(exponent)

/** Reads decimal text such as `-1234.50` (digits 0–9, no thousands marks); null for anything else. */
export function parseDecimal(text: string): Decimal | null {
  const found = shape.exec(text)
  if (found === null) return null
  const [, sign = '', whole = '', fraction = ''] = found
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length }
}

/** Reads decimal text that was checked before it was stored; throws for anything else, which is a bug. */
export function storedDecimal(text: string): Decimal {
  const value = parseDecimal(text)
  if (value === null) throw new Error(`a stored decimal must look like "1234.50", got "${text}"`)
  return value
}

/** Writes every digit of the scale: { units: 123450n, scale: 2 } is `1234.50`. Never `-0`. */
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

/** Exact sum. */
export function addDecimal(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: rescaleDecimal(a, scale).units + rescaleDecimal(b, scale).units, scale }
}

/** Exact product; its scale is the sum of both scales. */
export const multiplyDecimal = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
})

/** Without zeros that carry no value: `1.500` becomes `1.5`, so that equal values have equal texts. */
export function canonicalDecimal(value: Decimal): Decimal {
  let { units, scale } = value
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n
    scale -= 1
  }
  return { units, scale }
}
