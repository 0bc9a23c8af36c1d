/** ISO 4217 currencies whose minor unit is not a hundredth. */
const digitsByCurrency = new Map<string, number>([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map(withDigits(0)),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map(withDigits(3)),
  ...'CLF UYW'.split(' ').map(withDigits(4)),
])

function withDigits(digits: number): (currency: string) => [string, number] {
  return (currency) => [currency, digits]
}

/** Digits after the point of an amount in this currency: 2 for EUR, 0 for JPY. */
export const currencyDigits = (currency: string): number => digitsByCurrency.get(currency) ?? 2

/** True for the shape of an ISO 4217 code. */
export const isCurrencyCode = (text: string): boolean => /^[A-Z]{3}$/.test(text)
