import { parseDatabaseUrl } from './database-url.ts'

const server = {
  dialect: 'mysql',
  host: 'db.example.com',
  port: 3307,
  user: 'ka@rtabl',
  password: 's:e/cret',
}

const understood = [
  { url: 'sqlite:data/kartabl.db', address: { dialect: 'sqlite', path: 'data/kartabl.db' } },
  { url: 'sqlite:/var/kartabl.db', address: { dialect: 'sqlite', path: '/var/kartabl.db' } },
  { url: 'sqlite:///var/kartabl.db', address: { dialect: 'sqlite', path: '/var/kartabl.db' } },
  {
    url: 'mysql://ka%40rtabl:s%3Ae%2Fcret@db.example.com:3307/kartabl',
    address: { ...server, database: 'kartabl' },
  },
  {
    url: 'mariadb://root@127.0.0.1/my-db',
    address: {
      dialect: 'mysql',
      host: '127.0.0.1',
      port: 3306,
      user: 'root',
      password: '',
      database: 'my-db',
    },
  },
]
test.each(understood)('$url is understood', ({ url, address }) => {
  expect(parseDatabaseUrl(url)).toEqual(address)
})

const refused = [
  'postgres://localhost/x',
  'sqlite:',
  'sqlite::memory:',
  'mysql://localhost',
  'mysql://h/a`b',
  'nothing',
]
test.each(refused)('“%s” is refused with what was expected', (url) => {
  expect(() => parseDatabaseUrl(url)).toThrow(/expected DATABASE_URL as sqlite/)
})

test('a refusal does not show the password', () => {
  expect(() => parseDatabaseUrl('postgres://me:secret@localhost/x')).toThrow(/me:…@localhost/)
})
