import {
  Checkbox,
  Checkboxes,
  DateInput,
  errorAt,
  ErrorSummary,
  FileInput,
  Radios,
  Range,
  Select,
  Steps,
  SubmitBar,
  TextArea,
  TextInput,
} from '../components/index.ts'
import type { Translator } from '../messages/index.ts'

const errors = [
  { name: 'title', message: 'Write a title of at most 160 characters.' },
  { name: 'endUse.military', message: 'Say whether a military or intelligence body will use the result.' },
  { name: null, message: 'The call closed on 22 November. Choose another call.' },
]

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No', hint: 'Also when a ministry pays, but does not use the result.' },
]

function Choices({ t }: { readonly t: Translator }) {
  return (
    <>
      <Radios
        t={t}
        name="endUse.military"
        label="Will any military or intelligence body use the model or its results?"
        hint="Asked because 15 CFR 744.22 depends on it."
        options={yesNo}
        error={errorAt(errors, 'endUse.military')}
      />
      <Checkboxes
        t={t}
        name="lists"
        label="Lists"
        values={['un']}
        optional
        options={[
          { value: 'un', label: 'United Nations' },
          { value: 'eu', label: 'European Union', hint: 'Updated daily.' },
        ]}
      />
      <DateInput t={t} name="birthDate" label="Date of birth" value="1988-04-09" autocomplete="bday" />
      <Range
        t={t}
        name="hours"
        label="Compute asked for"
        min={10}
        max={20_000}
        step={10}
        value={4500}
        unit="A100-hours"
      />
      <FileInput
        t={t}
        name="register"
        label="Register of members"
        accept={['.csv']}
        maxBytes={2_000_000}
        optional
      />
      <Checkbox t={t} name="agree" label="I have read the rules of the call." />
    </>
  )
}

/** Every kind of field: empty, filled, optional and refused. */
export function FormStates({ t }: { readonly t: Translator }) {
  return (
    <>
      <h2>Forms</h2>
      <Steps
        t={t}
        current={1}
        items={[
          { label: 'Call', href: '#call', done: true },
          { label: 'End use', href: '#use', done: false },
          { label: 'Team', done: false },
          { label: 'Send', done: false },
        ]}
      />
      <ErrorSummary t={t} errors={errors} />
      <form method="post" action="#send" enctype="multipart/form-data" data-unsaved={t('form.unsaved')}>
        <TextInput
          t={t}
          name="title"
          label="Title"
          hint="It stands in the public log."
          maxlength={160}
          error={errorAt(errors, 'title')}
        />
        <TextInput
          t={t}
          name="lead"
          label="Name as in the passport"
          value="Amina Otieno"
          autocomplete="name"
        />
        <TextInput
          t={t}
          name="org"
          label="Organisation"
          optional
          suggestions={['Lakeside University', 'Coast Institute']}
        />
        <TextArea
          t={t}
          name="summary"
          label="Summary"
          hint="Reviewers read this first."
          maxlength={8000}
          value="Speech for <all> & everybody"
        />
        <Select
          t={t}
          name="member"
          label="Member"
          value="KE"
          options={[
            { value: 'KE', label: 'Kenya' },
            { value: 'ID', label: 'Indonesia' },
          ]}
        />
        <Choices t={t} />
        <SubmitBar t={t} label="Send the application" canSave backHref="#back" cancelHref="#cancel" />
      </form>
    </>
  )
}
