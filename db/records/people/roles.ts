/** What people are for the platform; a company has these four. A role is also a group of the engine, by its id. */
export const roles = {
  staff: { en: 'Staff', fa: 'کارمند' },
  manager: { en: 'Manager', fa: 'مدیر' },
  designer: { en: 'Designer', fa: 'طراح فرایند' },
  administrator: { en: 'Administrator', fa: 'سرپرست سامانه' },
} as const

export type RoleId = keyof typeof roles

export const isRole = (id: string): id is RoleId => Object.hasOwn(roles, id)
