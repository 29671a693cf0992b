import type { Pages } from '../../web.ts'
import { changeCall, openCall, showCallChange, showCallDesk } from './calls.tsx'
import { importList, refreshList, showLists } from './lists.tsx'
import { admitMember, changeMember, showMember, showMembers } from './members.tsx'
import { showOverview } from './overview.tsx'
import { confirmEnd, endRole, giveRole, showPeople } from './people.tsx'
import { adoptRulebook, showRulebook } from './rulebook.tsx'
import { addSite, showSiteDesk } from './sites.tsx'

export const secretariatPages: Pages = (pages) => {
  pages.get('secretariat', showOverview)
  pages.get('secretariatMembers', (visit) => showMembers(visit))
  pages.post('secretariatMembers', admitMember)
  pages.get('secretariatMember', (visit) => showMember(visit))
  pages.post('secretariatMember', changeMember)
  pages.get('secretariatPeople', (visit) => showPeople(visit))
  pages.post('secretariatPeople', giveRole)
  pages.get('secretariatGrant', confirmEnd)
  pages.post('secretariatGrant', endRole)
  pages.get('secretariatSites', (visit) => showSiteDesk(visit))
  pages.post('secretariatSites', addSite)
  pages.get('secretariatLists', (visit) => showLists(visit))
  pages.post('secretariatLists', importList)
  pages.post('secretariatListRefresh', refreshList)
  pages.get('secretariatRulebook', (visit) => showRulebook(visit))
  pages.post('secretariatRulebook', adoptRulebook)
  pages.get('secretariatCalls', (visit) => showCallDesk(visit))
  pages.post('secretariatCalls', openCall)
  pages.get('secretariatCall', (visit) => showCallChange(visit))
  pages.post('secretariatCall', changeCall)
}
