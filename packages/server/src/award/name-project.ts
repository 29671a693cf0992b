/**
 * A project's id from its title and number: "a-model-for-six-languages-2026-0001". Numbers are unique, so ids are;
 * a title without Latin letters gives "project-2026-0001". At most 63 characters, for URLs and site accounts.
 */
export function nameProject(title: string, number: string): string {
  const slugOf = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
  const tail = slugOf(number.replace(/^[A-Z]-/, ''))
  const words = slugOf(title)
  const room = 40
  const cut =
    words.length <= room
      ? words
      : words
          .slice(0, room + 1)
          .replace(/-[^-]*$/, '')
          .slice(0, room)
  return `${cut || 'project'}-${tail}`
}
