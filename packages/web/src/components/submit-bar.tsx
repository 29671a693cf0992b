import type { Translator } from '../messages/index.ts'
import { Button } from './button.tsx'

export type SubmitBarProps = {
  readonly t: Translator
  /** The words on the button; they say what it does. */
  readonly label: string
  /** Offers "save and continue later": the form posts `intent=save`. */
  readonly canSave?: boolean | undefined
  readonly backHref?: string | undefined
  readonly cancelHref?: string | undefined
}

/** The end of a form. */
export function SubmitBar({ t, label, canSave, backHref, cancelHref }: SubmitBarProps) {
  return (
    <div class="bar">
      <Button name="intent" value="send">
        {label}
      </Button>
      {canSave ? (
        <Button tone="quiet" name="intent" value="save" formnovalidate>
          {t('form.saveDraft')}
        </Button>
      ) : null}
      {backHref ? <a href={backHref}>{t('form.back')}</a> : null}
      {cancelHref ? <a href={cancelHref}>{t('form.cancel')}</a> : null}
    </div>
  )
}
