/** How the tables of this engine are written down, and read. */

/** Each line is one meaning; its first word is the one it is known by. */
export const readMeanings = (text: string): Map<string, string> => {
  const map = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [known, ...others] = line.trim().split(/\s+/)
    if (known) for (const word of [known, ...others]) map.set(word, known)
  }
  return map
}

/** Each word is a character and what it is read as. */
export const readCharacters = (text: string): Map<string, string> =>
  new Map(
    text.split(/\s+/).map((word) => {
      const [character = '', ...reading] = word
      return [character, reading.join('')]
    }),
  )
