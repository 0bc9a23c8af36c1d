import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { xmlQuery } from '../../api/queries/processes.ts'
import { useProblemText } from '../../components/states/use-problem-text.ts'

/** Saves a deployed diagram as a file. */
export function useDownload() {
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  return async (definitionKey: string, fileName: string) => {
    try {
      saveFile(await queryClient.fetchQuery(xmlQuery(definitionKey)), fileName)
    } catch (error) {
      notifications.show({ message: problemText(error), color: 'red' })
    }
  }
}

function saveFile(xml: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([xml], { type: 'application/bpmn+xml' }))
  Object.assign(document.createElement('a'), { href: address, download: fileName }).click()
  URL.revokeObjectURL(address)
}
