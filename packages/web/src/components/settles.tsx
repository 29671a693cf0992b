import { askIn, type Translator } from '../messages/index.ts'
import { Law, Said } from './said.tsx'
import type { Question } from './law.ts'
import { OutcomeTag } from './tag.tsx'

export type SettlesProps = {
  readonly t: Translator
  readonly questions: readonly Question[]
}

function Answer({ t, answer }: { readonly t: Translator; readonly answer: string }) {
  return answer === 'yes' || answer === 'no' ? <>{t(`settles.${answer}`)}</> : <Law t={t} text={answer} />
}

/** The open questions, and what each answer would do. */
export function Settles({ t, questions }: SettlesProps) {
  return (
    <table class="settles">
      <caption>{t('settles.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('settles.answer')}</th>
          <th scope="col">{t('settles.outcome')}</th>
        </tr>
      </thead>
      {questions.map((question) => (
        <tbody>
          <tr>
            <th scope="rowgroup" colspan={2}>
              <Said t={t} said={askIn(t.lang, question)} />
              <small>
                {t('settles.why')} <Law t={t} text={question.whyAsked} />
              </small>
            </th>
          </tr>
          {question.answers.map(({ answer, outcome }) => (
            <tr>
              <td>
                <Answer t={t} answer={answer} />
              </td>
              <td>
                <OutcomeTag t={t} outcome={outcome} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
