import { Alert, Anchor, List } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../format/use-format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { placeName, placeOf } from './field-places.ts'
import { useFilledForm } from './filled-form.ts'
import { focusField } from './focus-field.ts'

/** What is wrong, each leading to its field. From two on: a single one says it all at its field. */
export function ErrorSummary() {
  const { t } = useTranslation('form')
  const { code } = useLanguage()
  const format = useFormat()
  const { form, errors, context, idOf } = useFilledForm()
  const places = [...errors].map(([path, text]) => ({ path, text, place: placeOf(form, path) }))
  const homeless = places.some(({ place }) => place.field === null)
  if (places.length < 2 && !homeless) return null
  return (
    <Alert
      role="alert"
      color="red"
      mb="lg"
      icon={<IconAlertCircle />}
      title={t('summary', { count: places.length })}
    >
      <List size="sm">
        {places.map(({ path, text, place }) => (
          <List.Item key={path}>
            {place.field === null ? (
              text
            ) : (
              <Anchor
                href={`#${idOf(path)}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusField(idOf(path))
                }}
              >
                {placeName(place, code, context, format.number)}: {text}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
