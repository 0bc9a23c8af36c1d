import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/use-language.ts'
import classes from './FileDrop.module.css'

export function ChosenFiles({ files, remove }: { files: readonly File[]; remove: (name: string) => void }) {
  const { t } = useTranslation('processes')
  const { locale } = useLanguage()
  const kilobytes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 1,
  })
  return (
    <ul className={classes.files}>
      {files.map(({ name, size }) => (
        <li key={name} className={classes.file}>
          <bdi>{name}</bdi>
          <span className={classes.size}>{kilobytes.format(size / 1000)}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('uploading.remove', { name })}
            onClick={() => remove(name)}
          >
            <IconX size={16} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  )
}
