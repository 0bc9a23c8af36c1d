import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useFormik } from 'formik'
import { useTranslation } from 'react-i18next'
import { login, setUpCompany } from '../../api/queries/account.ts'
import { queryKeys } from '../../api/queries/keys.ts'
import { signIn } from '../../api/session.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { checkSetup, type SetupValues, setupOf } from './setup-values.ts'

/** The set-up form: its values, its check, and signing the first administrator in afterwards. */
export function useSetupForm() {
  const { t } = useTranslation('auth')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { code } = useLanguage()
  const create = useMutation({
    mutationFn: async (values: SetupValues) => {
      await setUpCompany(setupOf(values))
      return login({ user: values.user, password: values.password })
    },
    onSuccess: (signedIn) => {
      signIn(signedIn)
      void queryClient.invalidateQueries({ queryKey: queryKeys.setup })
      void navigate({ to: '/', replace: true })
    },
  })
  const initialValues: SetupValues = {
    company: '',
    language: code,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    currency: 'EUR',
    name: '',
    user: '',
    email: '',
    password: '',
  }
  const form = useFormik({ initialValues, validate: checkSetup, onSubmit: (values) => create.mutate(values) })
  const errors = checkSetup(form.values)
  const field = (name: keyof SetupValues) => {
    const fault = form.touched[name] ? errors[name] : undefined
    if (!fault) return { ...form.getFieldProps(name), withAsterisk: true }
    // The error says what the help says, and more.
    return {
      ...form.getFieldProps(name),
      withAsterisk: true,
      description: null,
      error: t(`setup.errors.${fault}`),
    }
  }
  return { form, error: create.error, pending: create.isPending, field }
}
