import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { setupQuery } from '../../api/queries/account.ts'
import { QueryState } from '../../components/states/QueryState.tsx'
import { State } from '../../components/states/State.tsx'
import { AccountFrame } from '../login/AccountFrame.tsx'
import { SetupForm } from './SetupForm.tsx'

export function SetupPage() {
  const { t } = useTranslation('auth')
  const setup = useQuery(setupQuery)
  return (
    <AccountFrame title={t('setup.title')} wide>
      <QueryState query={setup}>
        {({ needed }) =>
          needed ? (
            <SetupForm />
          ) : (
            <State
              icon={<IconCircleCheck size={40} stroke={1.4} />}
              title={t('setup.done')}
              action={
                <Button component={Link} to="/login">
                  {t('setup.toSignIn')}
                </Button>
              }
            />
          )
        }
      </QueryState>
    </AccountFrame>
  )
}
