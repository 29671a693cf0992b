import type { Translator } from '../messages/index.ts'
import { Button } from './button.tsx'
import { Checkbox } from './checkboxes.tsx'
import { Sign } from './tag.tsx'

export type ConfirmBoxProps = {
  readonly t: Translator
  readonly title: string
  /** What will happen, in numbers: "Stop 3 running jobs; 41 h of work is lost." */
  readonly effects: readonly string[]
  readonly action: string
  /** The verb on the button: "Close the project". */
  readonly label: string
  readonly cancelHref: string
  readonly undoable: boolean
  /** Posted along. */
  readonly hidden?: Readonly<Record<string, string>> | undefined
}

/** Before a destructive step: what it will do, in numbers, and whether it can be undone. */
export function ConfirmBox(props: ConfirmBoxProps) {
  const { t, title, effects, action, label, cancelHref, undoable, hidden = {} } = props
  return (
    <form class="confirm" method="post" action={action}>
      <h2>
        <Sign tone="stop" /> {title}
      </h2>
      <p>{t('confirm.will')}</p>
      <ul>
        {effects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      {undoable ? null : (
        <>
          <p>
            <strong>{t('confirm.cannotUndo')}</strong>
          </p>
          <Checkbox t={t} name="understood" label={t('confirm.understood')} />
        </>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="bar">
        <Button tone="stop">{label}</Button>
        <a href={cancelHref}>{t('form.cancel')}</a>
      </div>
    </form>
  )
}
