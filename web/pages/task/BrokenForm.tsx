import { List } from '@mantine/core'
import { IconFileBroken } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FormProblem } from '../../../forms/index.ts'
import { State } from '../../components/states/State.tsx'

/** A form that deployment should have refused: says so instead of showing half of it. */
export function BrokenForm({ problems }: { problems: readonly FormProblem[] }) {
  const { t } = useTranslation('task')
  return (
    <State
      urgent
      icon={<IconFileBroken size={40} stroke={1.4} />}
      title={t('formBroken')}
      text={t('formBrokenText')}
      action={
        <List size="sm" ta="start" dir="ltr">
          {problems.map(({ code, field, cause }) => (
            <List.Item key={`${code} ${field} ${cause}`}>
              {field && <strong>{field}: </strong>}
              {cause}
            </List.Item>
          ))}
        </List>
      }
    />
  )
}
