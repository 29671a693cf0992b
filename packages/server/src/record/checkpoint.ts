import { sign } from 'node:crypto'
import { encodeCheckpoint, encodeVerifierKey, signNote } from '@allmende/domain/ledger'
import type { Context } from '../context.ts'
import { bytes } from './bytes.ts'
import { loadCheckpoint, loadHead, saveCheckpoint } from './store.ts'

/** The log's public key in the form that readers pin: "name+id+base64". The name is the log's origin. */
export function verifierKey(ctx: Context, origin: string): string {
  return encodeVerifierKey(bytes, origin, ctx.logKey.publicKey)
}

/**
 * Signs the head of the log if it grew since the last checkpoint. Only committed entries are seen, and the
 * head only grows, so no two checkpoints of one size can differ.
 */
export async function signCheckpoint(ctx: Context, origin: string): Promise<void> {
  const head = await loadHead(ctx)
  if (!head || head.size === 0) return
  const last = await loadCheckpoint(ctx)
  if (last && last.size >= head.size) return
  const note = signNote(bytes, encodeCheckpoint({ origin, size: head.size, root: head.root }), {
    name: origin,
    publicKey: ctx.logKey.publicKey,
    sign: (message) => sign(null, message, ctx.logKey.privateKey),
  })
  await saveCheckpoint(ctx, head.size, note)
}
