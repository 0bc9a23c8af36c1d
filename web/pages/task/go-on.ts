const storageKey = 'kartabl.go-on'

/** Whether the next task opens after one is completed: the person's habit, kept in this browser. */
export const goesOn = (): boolean => localStorage.getItem(storageKey) !== 'no'

export const setGoesOn = (wanted: boolean): void => localStorage.setItem(storageKey, wanted ? 'yes' : 'no')
