/** Login names also name the person in diagrams and rooms, so they stay plain. */
export const isUserId = (text: string): boolean => /^[a-z][a-z0-9._-]{1,39}$/.test(text)

/** Units and groups share one space of names with users in candidate lists. */
export const isUnitId = (text: string): boolean => /^[a-z][a-z0-9-]{1,39}$/.test(text)
