const strips = 'M6 26c-1-9 5-12 3-24M14 26c-1-9 5-12 3-24M22 26c-1-9 5-12 3-24'

/** The mark for the browser's tab, in the address itself: no request, and none that fails. */
export const iconHref = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28" fill="none" stroke="#1e6046" stroke-width="4.5"><path d="${strips}"/></svg>`,
)}`

/** The mark: three strips of an open field, in the long reversed S that the plough drew. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 28 28" aria-hidden="true">
      <path d={strips} />
    </svg>
  )
}
