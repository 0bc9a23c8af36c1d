import { Alert, Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../../api/api-problem.ts'
import { Page } from '../../components/page/Page.tsx'
import { Section } from '../../components/page/Section.tsx'
import { useProblemText } from '../../components/states/use-problem-text.ts'
import { ChosenFiles } from './ChosenFiles.tsx'
import { DeployedResources } from './DeployedResources.tsx'
import { DeploymentProblems } from './DeploymentProblems.tsx'
import { FileDrop } from './FileDrop.tsx'
import { useUpload } from './use-upload.ts'

/** Bringing diagrams, decisions and forms in; what is wrong with them is said element by element. */
export function UploadPage() {
  const { t } = useTranslation('processes')
  const problemText = useProblemText()
  const { files, wrong, add, remove, deploy, again } = useUpload()
  const problems = problemOf(deploy.error)?.problems ?? []
  return (
    <Page
      title={t('uploading.title')}
      above={<Link to="/processes">{t('title')}</Link>}
      facts={<span>{t('uploading.text')}</span>}
    >
      {deploy.data ? (
        <DeployedResources deployed={deploy.data} again={again} />
      ) : (
        <>
          <FileDrop add={add} />
          {wrong.length > 0 && (
            <Alert color="yellow" role="alert" mb="md">
              {t('uploading.wrongType', { names: wrong.join(', ') })}
            </Alert>
          )}
          {problems.length > 0 && <DeploymentProblems problems={problems} />}
          {deploy.error && problems.length === 0 && (
            <Alert color="red" role="alert" mb="md" title={t('uploading.failed')}>
              {problemText(deploy.error)}
            </Alert>
          )}
          {files.length > 0 && (
            <Section title={t('uploading.files')}>
              <ChosenFiles files={files} remove={remove} />
              <Button mt="md" loading={deploy.isPending} onClick={() => deploy.mutate()}>
                {t('uploading.deploy')}
              </Button>
            </Section>
          )}
        </>
      )}
    </Page>
  )
}
