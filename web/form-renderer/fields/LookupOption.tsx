import classes from './LookupOption.module.css'

/** A found record: its name, and what tells it from others of that name. */
export function LookupOption({ label, detail }: { label: string; detail: string }) {
  return (
    <span className={classes.option}>
      <span dir="auto">{label}</span>
      {detail && (
        <span className={classes.detail} dir="auto">
          {detail}
        </span>
      )}
    </span>
  )
}
