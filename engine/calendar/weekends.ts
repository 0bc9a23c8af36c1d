import { type Hours, type Weekday, type WorkingWeek, weekdays } from './calendar-definition.ts'

const OFFICE: readonly Hours[] = [['09:00', '17:00']]
const MORNING: readonly Hours[] = [['09:00', '13:00']]

/** Days off by country, where they are not Saturday and Sunday; after Unicode's CLDR, and national law where it differs. */
const weekends: readonly (readonly [countries: string, days: readonly Weekday[]])[] = [
  ['AF', ['thursday', 'friday']],
  ['BD BH DZ EG IQ JO KW LY MV OM QA SA SD SY YE', ['friday', 'saturday']],
  ['IL', ['friday', 'saturday']],
  ['IN UG', ['sunday']],
  ['NP', ['saturday']],
  ['BN', ['friday', 'sunday']],
  // Offices are shut on both days; where they are not, see `halfDays` and the variant.
  ['IR', ['thursday', 'friday']],
  ['IR-half-thursday', ['friday']],
  ['IR-friday', ['friday']],
]

const halfDays: ReadonlyMap<string, Weekday> = new Map([
  ['IR-half-thursday', 'thursday'],
  ['AE', 'friday'],
])

const daysOff = new Map(
  weekends.flatMap(([countries, days]) => countries.split(' ').map((one) => [one, days])),
)

/** ISO 3166 code of a country, some with a variant after it: IR, IR-half-thursday, IR-friday. */
export const isCountry = (text: string): boolean => /^[A-Z]{2}$/.test(text) || daysOff.has(text)

/** Office hours, 9 to 17, on all days but the weekend of the country. */
export function weekOf(country: string): WorkingWeek {
  const off = daysOff.get(country) ?? ['saturday', 'sunday']
  const half = halfDays.get(country)
  const hoursOf = (day: Weekday) => (off.includes(day) ? [] : day === half ? MORNING : OFFICE)
  return Object.fromEntries(weekdays.map((day) => [day, hoursOf(day)])) as WorkingWeek // every weekday was given
}
