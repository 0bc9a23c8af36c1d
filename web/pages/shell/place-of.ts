export type Place = 'inbox' | 'records' | 'processes'

const places: Readonly<Record<string, Place>> = {
  inbox: 'inbox',
  tasks: 'inbox',
  records: 'records',
  processes: 'processes',
  instances: 'processes',
  upload: 'processes',
}

/** The place of the rail that an address belongs to; null for what is reached from everywhere. */
export const placeOf = (pathname: string): Place | null => places[pathname.split('/')[1] ?? ''] ?? null
