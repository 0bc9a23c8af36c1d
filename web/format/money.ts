export interface Money {
  readonly amount: string
  readonly currency: string
}

/**
 * The amount as people of the locale write it, with the currency's code: "1,234.50 EUR". The code and not the symbol,
 * because "$" alone names twenty currencies. Decimal text goes into Intl as text, so no digit is lost.
 */
export function moneyText(money: Money, locale: string): string {
  const digits = fractionDigits(money.currency)
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, 4),
  })
  // Intl takes decimal text exactly; TypeScript's own type of `format` only knows the shapes of numeric literals.
  return `${format.format(money.amount as Intl.StringNumericLiteral)}\u00a0${money.currency}`
}

function fractionDigits(currency: string): number {
  try {
    return (
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2
    )
  } catch {
    return 2 // not a currency Intl knows the shape of
  }
}
