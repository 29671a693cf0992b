import { askIn, type Language, type Translator } from '../messages/index.ts'
import { inLanguage } from './lang-of.ts'
import { Said } from './said.tsx'
import type { Question } from './law.ts'
import { OutcomeTag } from './tag.tsx'

export type SettlesProps = {
  readonly t: Translator
  readonly questions: readonly Question[]
  readonly textLang?: Language | undefined
}

function answerWord(t: Translator, answer: string): string {
  return answer === 'yes' || answer === 'no' ? t(`settles.${answer}`) : answer
}

/** The open questions, and what each answer would do. */
export function Settles({ t, questions, textLang = 'en' }: SettlesProps) {
  const foreign = inLanguage(textLang, t.lang)
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
                {t('settles.why')} <span {...foreign}>{question.whyAsked}</span>
              </small>
            </th>
          </tr>
          {question.answers.map(({ answer, outcome }) => (
            <tr>
              <td>{answerWord(t, answer)}</td>
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
