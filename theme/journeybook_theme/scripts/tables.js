/*
 * Tables that Material wraps because they are wider than the page can be scrolled by keyboard too.
 */
(() => {
  "use strict"
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const wrapper = target.closest(".md-typeset__scrollwrap")
      if (!wrapper) continue
      sizes.observe(wrapper)
      if (wrapper.scrollWidth > wrapper.clientWidth) wrapper.setAttribute("tabindex", "0")
      else wrapper.removeAttribute("tabindex")
    }
  })

  // Material wraps a table some time after the page is there; it changes its size by that.
  function watch() {
    sizes.disconnect()
    document.querySelectorAll(".md-typeset table").forEach((table) => sizes.observe(table))
  }

  function begin() {
    watch()
    window.document$?.subscribe(watch)
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin)
  else begin()
})()
