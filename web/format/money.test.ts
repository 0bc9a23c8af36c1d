import { moneyText } from './money.ts'

describe('moneyText', () => {
  test.each([
    [{ amount: '1234.5', currency: 'EUR' }, 'en-GB', '1,234.50\u00a0EUR'],
    [{ amount: '9007199254740993.07', currency: 'EUR' }, 'en-GB', '9,007,199,254,740,993.07\u00a0EUR'],
    [{ amount: '1500', currency: 'JPY' }, 'en-GB', '1,500\u00a0JPY'],
    [{ amount: '1234.50', currency: 'EUR' }, 'fa-IR', '۱٬۲۳۴٫۵۰\u00a0EUR'],
    [{ amount: '10', currency: 'not one' }, 'en-GB', '10.00\u00a0not one'],
  ])('writes %p for %s as %s', (money, locale, text) => {
    expect(moneyText(money, locale)).toBe(text)
  })
})
