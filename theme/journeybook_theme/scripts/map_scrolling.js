/*
 * Moving about in a map: keys, dragging, the whole of it at once, and shadows where more is to be seen.
 */
(() => {
  "use strict"

  const tableOf = (view) => view.querySelector("table")
  const isFitted = (view) => view.parentNode.querySelector(".jb-action--fit")?.getAttribute("aria-pressed") === "true"

  // ---- More to the side ----------------------------------------------------------------------------------------

  function mark(view) {
    const passed = Math.abs(view.scrollLeft)
    const figure = view.closest(".jb-map")
    figure.toggleAttribute("data-jb-before", passed > 1)
    figure.toggleAttribute("data-jb-after", view.scrollWidth - view.clientWidth - passed > 1)
  }

  document.addEventListener("scroll", ({ target }) => {
    if (target instanceof Element && target.matches(".jb-map__view")) mark(target)
  }, { capture: true, passive: true })

  const sizes = new ResizeObserver((entries) => {
    for (const view of new Set(entries.map(({ target }) => target.closest(".jb-map__view")))) {
      if (isFitted(view) && fitted.get(view) !== sizesOf(view)) fit(view)
      mark(view)
    }
  })

  // ---- The whole of it -----------------------------------------------------------------------------------------

  /** The sizes for which maps are as small as they are: becoming smaller is no reason to measure them again. */
  const fitted = new WeakMap()
  const sizesOf = (view) => [view.clientWidth, tableOf(view).offsetWidth, tableOf(view).offsetHeight].join()

  /** Makes the map as small as it must be to be seen whole, never larger than it is. */
  function fit(view) {
    const table = tableOf(view)
    view.style.removeProperty("--jb-zoom")
    const room = parseFloat(getComputedStyle(view).maxBlockSize) || view.clientHeight
    const zoom = Math.min(1, view.clientWidth / table.offsetWidth, room / table.offsetHeight)
    // Small type does not get smaller quite evenly.
    const isCut = () => view.scrollHeight > view.clientHeight + 1 || view.scrollWidth > view.clientWidth + 1
    for (let share = Math.floor(zoom * 100), tries = 0; zoom < 1 && tries < 3; share -= 1, tries += 1) {
      view.style.setProperty("--jb-zoom", Math.max(10, share) / 100)
      if (!isCut()) break
    }
    fitted.set(view, sizesOf(view))
  }

  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest(".jb-action--fit")
    if (!button) return
    const view = button.closest(".jb-map").querySelector(".jb-map__view")
    const isOn = !isFitted(view)
    button.setAttribute("aria-pressed", isOn)
    if (isOn) fit(view)
    else view.style.removeProperty("--jb-zoom")
    mark(view)
  })

  // ---- Keys and dragging ---------------------------------------------------------------------------------------

  document.addEventListener("keydown", (event) => {
    const view = event.target
    if (!view.matches?.(".jb-map__view") || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const back = getComputedStyle(view).direction === "rtl" ? 1 : -1
    const step = view.querySelector("[data-jb-step]")?.offsetWidth ?? 100
    const ways = { ArrowLeft: -step, ArrowRight: step, Home: back * view.scrollWidth, End: -back * view.scrollWidth }
    if (!(event.key in ways)) return
    event.preventDefault()
    view.scrollBy({ left: ways[event.key] })
  })

  /** Whether there is text below the pointer, which one may want to select. */
  function isOnText({ clientX, clientY }) {
    const spot = document.caretPositionFromPoint?.(clientX, clientY)
    const node = spot ? spot.offsetNode : document.caretRangeFromPoint?.(clientX, clientY)?.startContainer
    if (node?.nodeType !== Node.TEXT_NODE) return false
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()].some(
      ({ left, right, top, bottom }) => clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
    )
  }

  document.addEventListener("mousedown", (event) => {
    const view = event.target instanceof Element && event.target.closest(".jb-map__view")
    if (!view || event.target === view || event.button || event.shiftKey) return
    if (event.target.closest("a, button, input, select, summary, label") || isOnText(event)) return
    event.preventDefault()
    view.focus({ preventScroll: true })
    const { scrollLeft, scrollTop } = view
    const stop = new AbortController()
    const drag = ({ clientX, clientY, buttons }) => {
      if (!buttons) return stop.abort()
      view.toggleAttribute("data-jb-dragged", true)
      view.scrollTo(scrollLeft + event.clientX - clientX, scrollTop + event.clientY - clientY)
    }
    stop.signal.addEventListener("abort", () => view.removeAttribute("data-jb-dragged"))
    addEventListener("mousemove", drag, { signal: stop.signal })
    addEventListener("mouseup", () => stop.abort(), { signal: stop.signal })
  })

  function watch() {
    sizes.disconnect()
    for (const view of document.querySelectorAll(".jb-map__view")) {
      sizes.observe(view)
      sizes.observe(tableOf(view))
    }
  }

  const start = () => {
    watch()
    window.document$?.subscribe(watch)
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start)
  else start()
})()
