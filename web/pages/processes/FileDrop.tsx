import { Button, FileButton } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './FileDrop.module.css'

/** Where files are dropped or chosen. */
export function FileDrop({ add }: { add: (files: readonly File[]) => void }) {
  const { t } = useTranslation('processes')
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    add([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same
    <div
      className={classes.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={36} stroke={1.3} aria-hidden="true" />
      <span>{t('uploading.drop')}</span>
      <FileButton multiple accept=".bpmn,.dmn,.form" onChange={add}>
        {(props) => (
          <Button variant="default" {...props}>
            {t('uploading.choose')}
          </Button>
        )}
      </FileButton>
    </div>
  )
}
