import type { Permission, Role } from '../contract/index.ts'

/** What each role may do; a person may do what any of their roles may. What is not here, nobody may. */
export const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  staff: [
    'inbox.use',
    'process.read',
    'process.start',
    'instance.read',
    'record.read',
    'record.write',
    'person.read',
  ],
  manager: [
    'inbox.use',
    'task.read_all',
    'task.assign',
    'process.read',
    'process.start',
    'instance.read',
    'instance.read_all',
    'instance.cancel',
    'incident.resolve',
    'record.read',
    'record.write',
    'person.read',
  ],
  designer: [
    'inbox.use',
    'task.read_all',
    'task.assign',
    'process.read',
    'process.start',
    'process.deploy',
    'instance.read',
    'instance.read_all',
    'instance.cancel',
    'instance.change',
    'incident.resolve',
    'job.work',
    'message.publish',
    'record.read',
    'person.read',
  ],
  administrator: [
    'inbox.use',
    'task.read_all',
    'task.assign',
    'process.read',
    'process.start',
    'instance.read',
    'instance.read_all',
    'instance.cancel',
    'instance.change',
    'incident.resolve',
    'job.work',
    'message.publish',
    'record.read',
    'person.read',
  ],
}

/** What any of these roles allows. */
export const permissionsOf = (roles: readonly Role[]): Permission[] => [
  ...new Set(roles.flatMap((role) => permissionsOfRole[role])),
]
