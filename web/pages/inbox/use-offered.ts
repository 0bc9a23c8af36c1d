import { useQuery } from '@tanstack/react-query'
import { offersQuery } from '../../api/queries/offers.ts'

/** So many choices are shown before more are asked for. */
export const OFFERS_AT_FIRST = 20

/** The choices that are offered to me or my groups; they stand in the view of my groups, as nobody's work yet. */
export const useOffered = (enabled = true) => useQuery({ ...offersQuery(OFFERS_AT_FIRST), enabled })
