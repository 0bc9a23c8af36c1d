import type { RoleId } from '../records/people/roles.ts'

export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly language: 'en' | 'fa'
  readonly roles: readonly RoleId[]
  readonly units: readonly string[]
  /** Units that they manage. */
  readonly manages?: readonly string[]
  /** Sees parties up to this secrecy level. */
  readonly clearance?: number
}

/** The people of the demo company; all have the password `kartabl`. */
export const demoPeople: readonly DemoPerson[] = [
  { id: 'sara', name: 'Sara Ahmadi', language: 'en', roles: ['staff'], units: ['sales'] },
  {
    id: 'mina',
    name: 'Mina Rostami',
    language: 'en',
    roles: ['staff', 'manager'],
    units: ['sales-management', 'sales'],
    manages: ['sales', 'sales-management'],
    clearance: 2,
  },
  { id: 'dana', name: 'Dana Weiss', language: 'en', roles: ['staff', 'designer'], units: [] },
  {
    id: 'omid',
    name: 'Omid Karimi',
    language: 'en',
    roles: ['staff', 'administrator'],
    units: [],
    clearance: 3,
  },
  { id: 'reza', name: 'رضا محمدی', language: 'fa', roles: ['staff'], units: ['sales'] },
  { id: 'lena', name: 'Lena Fischer', language: 'en', roles: ['staff'], units: ['sales'], clearance: 1 },
  { id: 'navid', name: 'نوید حسینی', language: 'fa', roles: ['staff'], units: ['sales'] },
  {
    id: 'arash',
    name: 'Arash Tehrani',
    language: 'en',
    roles: ['staff', 'manager'],
    units: ['sales-management'],
    clearance: 2,
  },
  {
    id: 'farid',
    name: 'Farid Nazari',
    language: 'en',
    roles: ['staff', 'manager'],
    units: ['finance'],
    manages: ['finance'],
    clearance: 2,
  },
  { id: 'elena', name: 'Elena Petrova', language: 'en', roles: ['staff'], units: ['finance'], clearance: 1 },
  {
    id: 'kaveh',
    name: 'کاوه رحیمی',
    language: 'fa',
    roles: ['staff', 'manager'],
    units: ['supply'],
    manages: ['supply', 'purchase', 'warehouse', 'delivery'],
    clearance: 1,
  },
  {
    id: 'bahar',
    name: 'بهار صادقی',
    language: 'fa',
    roles: ['staff', 'manager'],
    units: ['production'],
    manages: ['production'],
  },
  { id: 'tomas', name: 'Tomáš Novák', language: 'en', roles: ['staff'], units: ['purchase'] },
  { id: 'hamid', name: 'حمید قاسمی', language: 'fa', roles: ['staff'], units: ['warehouse'] },
  { id: 'yusuf', name: 'Yusuf Demir', language: 'en', roles: ['staff'], units: ['delivery'] },
  {
    id: 'parisa',
    name: 'پریسا اکبری',
    language: 'fa',
    roles: ['staff', 'manager'],
    units: ['service'],
    manages: ['service'],
  },
]

/** Those whose deals the demo company has. */
export const demoSellers = ['sara', 'reza', 'lena', 'navid'] as const
