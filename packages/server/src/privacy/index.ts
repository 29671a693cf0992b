/** What is stored about people: a copy for each of their own, erasure when they ask, and when its time has passed. */
export { eraseExpired } from './retention.ts'
export { privacyRoom } from './routes.ts'
