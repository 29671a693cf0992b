/**
 * Whether a text is a Legal Entity Identifier: 18 letters or digits and two check digits (ISO 17442), with a remainder
 * of 1 by ISO 7064 mod 97-10. Upper case, without spaces. Says nothing of whether it was ever issued.
 */
export function isLei(text: string): boolean {
  if (!/^[0-9A-Z]{18}[0-9]{2}$/.test(text)) return false
  let rest = 0
  for (const letter of text) {
    // A letter stands for two digits: A is 10, Z is 35.
    const value = Number.parseInt(letter, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
