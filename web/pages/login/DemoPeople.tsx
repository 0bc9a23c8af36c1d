import { useTranslation } from 'react-i18next'
import type { SetupState } from '../../../api/contract/index.ts'
import classes from './AccountFrame.module.css'
import type { SignIn } from './use-sign-in.ts'

interface DemoPeopleProps {
  readonly people: SetupState['demoLogins']
  readonly signIn: SignIn
}

/** The demo company's people, one click each. Elsewhere the server names none. */
export function DemoPeople({ people, signIn }: DemoPeopleProps) {
  const { t } = useTranslation('auth')
  return (
    <section className={classes.demo} aria-labelledby="demo-people">
      <h2 id="demo-people">{t('demo.title')}</h2>
      <p className={classes.demoText}>{t('demo.text')}</p>
      <ul className={classes.people}>
        {people.map(({ user, name, role }) => (
          <li key={user}>
            <button
              type="button"
              className={classes.person}
              disabled={signIn.isPending}
              onClick={() => signIn.mutate({ user, password: 'kartabl' })}
            >
              <span dir="auto">{name}</span>
              <small>
                <bdi>{user}</bdi> · <bdi>{role}</bdi>
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
