import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useFormik } from 'formik'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../components/states/use-problem-text.ts'
import classes from './AccountFrame.module.css'
import type { SignIn } from './use-sign-in.ts'

const reasons = ['token_expired', 'logged_out', 'disabled', 'rights_changed'] as const

/** `notice`: why somebody who was signed in is here. */
export function LoginForm({ signIn, notice }: { signIn: SignIn; notice: string | null }) {
  const { t } = useTranslation('auth')
  const problemText = useProblemText()
  const reason = reasons.find((known) => known === notice)
  const form = useFormik({
    initialValues: { user: '', password: '' },
    onSubmit: (values) => signIn.mutate({ ...values, user: values.user.trim() }),
  })
  return (
    <form className={classes.panel} onSubmit={form.handleSubmit}>
      <Stack gap="md">
        {reason && <Alert color="accent">{t(`signedOut.${reason}`)}</Alert>}
        {signIn.error && (
          <Alert color="red" title={t('failed')} role="alert">
            {problemText(signIn.error)}
          </Alert>
        )}
        <TextInput
          label={t('user')}
          autoComplete="username"
          autoCapitalize="none"
          dir="ltr"
          required
          withAsterisk={false}
          data-autofocus
          {...form.getFieldProps('user')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          dir="ltr"
          required
          withAsterisk={false}
          {...form.getFieldProps('password')}
        />
        <Button type="submit" fullWidth loading={signIn.isPending}>
          {t('signIn')}
        </Button>
      </Stack>
    </form>
  )
}
