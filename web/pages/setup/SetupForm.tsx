import { Alert, Button, PasswordInput, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../components/states/use-problem-text.ts'
import { languages } from '../../i18n/languages.ts'
import classes from '../login/AccountFrame.module.css'
import { useSetupForm } from './use-setup-form.ts'

/** The browser's own may be missing from its list: UTC is. */
const timeZones = [
  ...new Set([
    'UTC',
    Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...Intl.supportedValuesOf('timeZone'),
  ]),
]

/** Asked once, of the first person who opens an empty company. */
export function SetupForm() {
  const { t } = useTranslation('auth')
  const problemText = useProblemText()
  const { form, error, pending, field } = useSetupForm()
  return (
    <form onSubmit={form.handleSubmit} noValidate>
      <p className={classes.intro}>{t('setup.text')}</p>
      <div className={classes.panel}>
        {error !== null && (
          <Alert color="red" title={t('setup.failed')} role="alert" mb="md">
            {problemText(error)}
          </Alert>
        )}
        <h2 className={classes.group}>{t('setup.company')}</h2>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <TextInput label={t('setup.name')} autoComplete="organization" {...field('company')} />
          <Select
            label={t('setup.language')}
            data={languages.map(({ code, name }) => ({ value: code, label: name }))}
            {...field('language')}
            onChange={(value) => void form.setFieldValue('language', value)}
          />
          <Select
            label={t('setup.timeZone')}
            description={t('setup.timeZoneHelp')}
            data={timeZones}
            searchable
            {...field('timeZone')}
            onChange={(value) => void form.setFieldValue('timeZone', value ?? '')}
          />
          <TextInput
            label={t('setup.currency')}
            description={t('setup.currencyHelp')}
            maxLength={3}
            dir="ltr"
            {...field('currency')}
            onChange={(event) => void form.setFieldValue('currency', event.target.value.toUpperCase())}
          />
        </SimpleGrid>
        <h2 className={classes.group}>{t('setup.administrator')}</h2>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <TextInput label={t('setup.yourName')} autoComplete="name" {...field('name')} />
          <TextInput
            label={`${t('setup.email')} (${t('setup.optional')})`}
            type="email"
            dir="ltr"
            autoComplete="email"
            {...field('email')}
            withAsterisk={false}
          />
          <TextInput
            label={t('setup.user')}
            description={t('setup.userHelp')}
            dir="ltr"
            autoCapitalize="none"
            autoComplete="username"
            {...field('user')}
          />
          <PasswordInput
            label={t('setup.password')}
            description={t('setup.passwordHelp')}
            dir="ltr"
            autoComplete="new-password"
            {...field('password')}
          />
        </SimpleGrid>
        <Button type="submit" mt="xl" loading={pending}>
          {t('setup.create')}
        </Button>
      </div>
    </form>
  )
}
