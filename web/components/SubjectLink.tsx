import { Link } from '@tanstack/react-router'
import type { InstanceRow } from '../../api/contract/index.ts'
import { useFormat } from '../format/use-format.ts'

/** The record that something is about, by its party and title. */
export function SubjectLink({ subject }: { subject: NonNullable<InstanceRow['subject']> }) {
  const format = useFormat()
  return (
    <span>
      <Link to="/records/opportunities/$id" params={{ id: subject.id }}>
        <bdi>{subject.partyName}</bdi> · <bdi>{subject.title}</bdi>
      </Link>
      {subject.amount && <> · {format.money(subject.amount)}</>}
    </span>
  )
}
