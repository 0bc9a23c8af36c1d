import { checkSetup, type SetupValues, setupOf } from './setup-values.ts'

const good: SetupValues = {
  company: ' Example ',
  language: 'fa',
  timeZone: 'Asia/Tehran',
  currency: 'IRR',
  name: 'Omid',
  user: 'omid',
  email: '',
  password: 'long enough',
}

describe('checkSetup', () => {
  test('finds nothing wrong with a complete set-up', () => {
    expect(checkSetup(good)).toEqual({})
  })

  test.each([
    ['company', '  ', 'required'],
    ['currency', 'eur', 'currency'],
    ['user', 'Omid', 'user'],
    ['user', 'o', 'user'],
    ['email', 'omid@', 'email'],
    ['password', '1234567', 'password'],
  ] as const)('refuses %s "%s"', (field, value, fault) => {
    expect(checkSetup({ ...good, [field]: value })).toEqual({ [field]: fault })
  })
})

describe('setupOf', () => {
  test('trims names and sends a missing email as null', () => {
    expect(setupOf(good)).toMatchObject({ company: { name: 'Example' }, administrator: { email: null } })
  })
})
