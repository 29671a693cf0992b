/** Review: people without a conflict of interest say whether it is worth it. */
export { assignReviews } from './assign-reviews.ts'
export { reviewRoom } from './routes.ts'
export { listReviewsDue, listShortOfReviewers } from './store.ts'
