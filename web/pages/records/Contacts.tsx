import { useTranslation } from 'react-i18next'
import type { Contact } from '../../../api/contract/index.ts'
import { DataTable } from '../../components/table/DataTable.tsx'
import shared from './Records.module.css'

export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useTranslation('records')
  if (contacts.length === 0) return <p className={shared.quiet}>{t('noContacts')}</p>
  return (
    <DataTable
      label={t('contacts')}
      rows={contacts}
      keyOf={({ id }) => id}
      columns={[
        { id: 'name', header: t('name'), cell: ({ name }) => <bdi>{name}</bdi> },
        { id: 'position', header: t('position'), cell: ({ position }) => <bdi>{position ?? '–'}</bdi> },
        {
          id: 'email',
          header: t('email'),
          cell: ({ email }) => (email ? <a href={`mailto:${email}`}>{email}</a> : '–'),
        },
        {
          id: 'phone',
          header: t('phone'),
          cell: ({ phone }) =>
            phone ? (
              <a href={`tel:${phone}`}>
                <bdi dir="ltr">{phone}</bdi>
              </a>
            ) : (
              '–'
            ),
        },
      ]}
    />
  )
}
