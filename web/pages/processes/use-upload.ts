import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { queryKeys } from '../../api/queries/keys.ts'
import { deployFiles } from '../../api/queries/processes.ts'

const deployable = /\.(bpmn|dmn|form)$/i

/** The chosen files, and their deployment. A file chosen again replaces the one of the same name. */
export function useUpload() {
  const queryClient = useQueryClient()
  const [files, setFiles] = useState<readonly File[]>([])
  const [wrong, setWrong] = useState<readonly string[]>([])
  const deploy = useMutation({
    mutationFn: async () =>
      deployFiles({
        files: await Promise.all(
          files.map(async (file) => ({ name: file.name, content: await file.text() })),
        ),
      }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.processes })
      void queryClient.invalidateQueries({ queryKey: ['process'] })
    },
  })
  const add = (chosen: readonly File[]) => {
    const good = chosen.filter(({ name }) => deployable.test(name))
    deploy.reset()
    setWrong(chosen.filter((file) => !good.includes(file)).map(({ name }) => name))
    setFiles((before) => [...before.filter(({ name }) => !good.some((file) => file.name === name)), ...good])
  }
  const remove = (name: string) => setFiles((before) => before.filter((file) => file.name !== name))
  const again = () => {
    deploy.reset()
    setFiles([])
    setWrong([])
  }
  return { files, wrong, add, remove, deploy, again }
}
