/** What a money field holds: stored money, an amount alone, or nothing. `currency` stands in for a missing one. */
export function moneyParts(value: unknown, currency: string): { amount: string; currency: string } {
  if (typeof value === 'string' || typeof value === 'number') return { amount: String(value), currency }
  if (typeof value !== 'object' || value === null || !('amount' in value)) return { amount: '', currency }
  const own =
    'currency' in value && typeof value.currency === 'string' && value.currency ? value.currency : currency
  return { amount: String(value.amount ?? ''), currency: own }
}
