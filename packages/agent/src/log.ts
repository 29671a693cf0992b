/** What the agent says, as JSON lines on standard error; ids only, nothing of people. */
export function say(
  level: 'info' | 'warn' | 'error',
  message: string,
  facts: Readonly<Record<string, string | number | null>> = {},
): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...facts })}\n`)
}
