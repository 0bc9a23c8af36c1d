import { useMutation } from '@tanstack/react-query'
import type { Login } from '../../../api/contract/index.ts'
import { login } from '../../api/queries/account.ts'
import { signIn } from '../../api/session.ts'

/** Signs in and goes on. */
export const useSignIn = (goOn: () => void) =>
  useMutation({
    mutationFn: (body: Login) => login(body),
    onSuccess: (signedIn) => {
      signIn(signedIn)
      goOn()
    },
  })

export type SignIn = ReturnType<typeof useSignIn>
