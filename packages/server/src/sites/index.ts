/** Sites: capacity, the operator's own veto, and how an agent joins. */
export { isOnline } from './describe-site.ts'
export { isSignedBySite } from './site-key.ts'
export { sitesRoom } from './routes.ts'
export { loadSite, loadSites, policyOf, saveSeen, type SitePolicy, type SiteRow } from './store.ts'
