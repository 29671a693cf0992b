import type { ReplyOf, routes } from '@allmende/wire'
import type { Translator } from '../messages/index.ts'

type Held = Pick<ReplyOf<typeof routes.getMe>['grants'][number], 'role' | 'scopeKind' | 'scopeId'>

/** A role, and for what it is held where that is not the whole alliance. */
export const HeldRole = ({ t, held }: { readonly t: Translator; readonly held: Held }) => (
  <>
    {t(`role.${held.role}`)} {held.scopeKind === 'alliance' ? '' : <bdi>({held.scopeId})</bdi>}
  </>
)
