export { reportRoom } from './routes.ts'
