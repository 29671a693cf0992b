import type { Pair } from '../memory.ts'

/** The letter of refusal, around the findings; and how sure the register is of an accelerator. */
export const letter: readonly Pair[] = [
  ['No site can serve this application.', 'Kein Standort kann diesen Antrag bedienen.'],
  [
    'An officer confirmed that a party of this application is on a screening list. Evidence that it is somebody else, or the removal of the entry by its publisher, would change this.',
    'Eine Beauftragte hat bestätigt, dass eine Partei dieses Antrags auf einer Liste steht. Ändern würde das ein Nachweis, dass es jemand anderes ist, oder die Löschung des Eintrags durch den Herausgeber.',
  ],
  ['An officer refused: {words}', 'Eine Beauftragte hat abgelehnt: {words}'],
  [
    'Only a change of the rule or of the list, or the correction of a fact that was stated wrongly, would change this.',
    'Ändern würde das nur eine Änderung der Regel oder der Liste oder die Berichtigung einer falsch angegebenen Tatsache.',
  ],
  [
    'A licence of the authority that the rule names, or the correction of a fact that was stated wrongly, would change this.',
    'Ändern würde das eine Genehmigung der Behörde, die die Regel nennt, oder die Berichtigung einer falsch angegebenen Tatsache.',
  ],
  [
    'New facts that answer the reason given would change this.',
    'Ändern würden das neue Tatsachen, die auf den genannten Grund antworten.',
  ],
  ['high', 'hoch'],
  ['medium', 'mittel'],
  ['low', 'gering'],
]
