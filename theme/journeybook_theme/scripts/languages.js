/*
 * Links to the same page in other languages lead to the spot one is at: anchors are equal in all of them.
 * Without this script they lead to the page.
 */
(() => {
  "use strict"
  const keep = (event) => {
    const link = event.target instanceof Element && event.target.closest(".jb-languages a, .jb-translation a")
    if (link) link.hash = location.hash
  }
  for (const kind of ["click", "auxclick"]) document.addEventListener(kind, keep, true)
})()
