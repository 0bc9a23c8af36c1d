import { createContext, useContext } from 'react'

/** IANA zone all times are shown in; undefined is the browser's own, before anybody is signed in. */
export const TimeZoneContext = createContext<string | undefined>(undefined)

export const useTimeZone = () => useContext(TimeZoneContext)
