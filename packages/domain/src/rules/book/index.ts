/** The rule set as a book that people read: text, logic in words, worked cases, history. */
export { book } from './book.ts'
export type { Book, BookCase, BookRegime, BookRule, BookValue } from './book.ts'
export { bookAsMarkdown, type BookPage } from './as-markdown.ts'
