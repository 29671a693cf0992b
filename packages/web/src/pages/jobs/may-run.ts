import type { Visit } from '../../web.ts'

const runRoles: readonly string[] = ['project-lead', 'project-member']

/** Whether the reader belongs to the project, or to any where none is named: who else reads along, runs nothing. */
export function mayRun({ me }: Visit, project?: string): boolean {
  return (
    me?.grants.some(
      ({ role, scopeId }) => runRoles.includes(role) && (project === undefined || scopeId === project),
    ) ?? false
  )
}
