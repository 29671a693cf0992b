/** The mark: three strips of an open field, in the long reversed S that the plough drew. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 28 28" aria-hidden="true">
      <path d="M6 26c-1-9 5-12 3-24M14 26c-1-9 5-12 3-24M22 26c-1-9 5-12 3-24" />
    </svg>
  )
}
