/** ISO 4217 currencies whose minor unit is not a hundredth. A table of ours, because server and browser must agree. */
const digitsByCurrency = new Map<string, number>([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map(toDigits(0)),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map(toDigits(3)),
  ...'CLF UYW'.split(' ').map(toDigits(4)),
])

function toDigits(digits: number): (currency: string) => [string, number] {
  return (currency) => [currency, digits]
}

/** Digits after the point of an amount in this currency. */
export const currencyDigits = (currency: string): number => digitsByCurrency.get(currency) ?? 2

/** True for the shape of an ISO 4217 code; whether the company trades in it is the server's rule. */
export const isCurrencyCode = (text: string): boolean => /^[A-Z]{3}$/.test(text)
