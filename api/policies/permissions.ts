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
    'calendar.read',
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
    'instance.repair',
    'incident.resolve',
    'record.read',
    'record.write',
    'person.read',
    'calendar.read',
    'calendar.change',
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
    'instance.repair',
    'instance.change',
    'incident.resolve',
    'job.work',
    'message.publish',
    'record.read',
    'person.read',
    'calendar.read',
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
    'instance.repair',
    'instance.delete',
    'instance.change',
    'incident.resolve',
    'job.work',
    'message.publish',
    'record.read',
    'person.read',
    'calendar.read',
    'calendar.change',
  ],
}

/** Asked several times for every request, of people who are remembered. */
const known = new WeakMap<readonly Role[], readonly Permission[]>()

/** What any of these roles allows. */
export function permissionsOf(roles: readonly Role[]): readonly Permission[] {
  const permissions = known.get(roles) ?? [...new Set(roles.flatMap((role) => permissionsOfRole[role]))]
  known.set(roles, permissions)
  return permissions
}
