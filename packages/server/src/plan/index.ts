/** Plan: how much compute a training run needs, and which accelerators there are. */
export { planRoom } from './routes.ts'
