import { Link, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { InboxView, Offer } from '../../../api/contract/index.ts'
import type { InboxFilter } from '../../api/queries/inbox.ts'
import { moveInList } from '../../components/move-in-list.ts'
import { OfferActions } from '../../components/offers/OfferActions.tsx'
import { Time } from '../../components/Time.tsx'
import { useLocalName } from '../../i18n/use-local-name.ts'
import classes from './InboxOffers.module.css'

interface OfferRowsProps {
  readonly offers: readonly Offer[]
  readonly view: InboxView
  readonly filter: InboxFilter
}

/** What is to be chosen, for which case, since when; and the choice as buttons. */
export function OfferRows({ offers, view, filter }: OfferRowsProps) {
  const nameOf = useLocalName()
  const navigate = useNavigate()
  const list = useRef<HTMLUListElement>(null)
  const openTask = (taskKey: string) =>
    void navigate({ to: '/inbox/$view/$taskKey', params: { view, taskKey }, search: filter })
  return (
    <ul ref={list} className={classes.rows} onKeyDown={(event) => moveInList(event, list.current)}>
      {offers.map((offer) => (
        <li key={offer.key} className={classes.row}>
          <div className={classes.head}>
            <Link
              to="/instances/$instanceKey"
              params={{ instanceKey: offer.instanceKey }}
              className={classes.case}
            >
              <bdi>{nameOf(offer, offer.elementId)}</bdi>
            </Link>
            <span className={classes.when}>
              <Time at={offer.createdAt} />
            </span>
          </div>
          <span className={classes.whom}>
            {offer.subject ? (
              <>
                <bdi>{offer.subject.partyName}</bdi> · <bdi>{offer.subject.title}</bdi>
              </>
            ) : (
              <bdi>{nameOf({ name: offer.processName, names: offer.processNames }, offer.processId)}</bdi>
            )}
          </span>
          <OfferActions offer={offer} onTask={openTask} />
        </li>
      ))}
    </ul>
  )
}
