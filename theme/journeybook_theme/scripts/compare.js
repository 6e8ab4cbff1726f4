/*
 * Any two journeys side by side: takes their maps from their own pages. Which two they are stands in the address.
 * From a folder no page may read another: there each stands in a frame of its own.
 *
 * Maps that stand together are scrolled together, on ready pages too.
 */
(() => {
  "use strict"
  const REFERENCES = ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"]
  const PAINTS = ["fill", "stroke", "clip-path", "mask", "filter", "marker-start", "marker-mid", "marker-end"]

  // Links of `part`, which comes from the page at `url`, as they are right here.
  function rebase(part, url) {
    for (const name of ["href", "src"]) {
      part.querySelectorAll(`[${name}]`).forEach((one) => {
        const written = one.getAttribute(name)
        if (!(one instanceof SVGElement && written.startsWith("#"))) one.setAttribute(name, new URL(written, url).href)
      })
    }
    return part
  }

  // Two pages may use the same ids, so each gets ids of its own.
  function rename(part, prefix) {
    const known = new Set([...part.querySelectorAll("[id]")].map((one) => one.id))
    part.querySelectorAll("[id]").forEach((one) => (one.id = prefix + one.id))
    const renamed = (id) => (known.has(id) ? prefix + id : id)
    for (const name of REFERENCES) {
      part.querySelectorAll(`[${name}]`).forEach((one) => {
        one.setAttribute(name, one.getAttribute(name).split(" ").map(renamed).join(" "))
      })
    }
    for (const name of PAINTS) {
      part.querySelectorAll(`[${name}^="url(#"]`).forEach((one) => {
        one.setAttribute(name, `url(#${renamed(one.getAttribute(name).slice(5, -1))})`)
      })
    }
    part.querySelectorAll('svg [href^="#"]').forEach((one) => {
      one.setAttribute("href", `#${renamed(one.getAttribute("href").slice(1))}`)
    })
    return part
  }

  async function page(url) {
    const response = await fetch(url)
    if (!response.ok) throw new Error(`${response.status}: ${url}`)
    return new DOMParser().parseFromString(await response.text(), "text/html")
  }

  function element(name, className, ...children) {
    const made = document.createElement(name)
    if (className) made.className = className
    made.append(...children)
    return made
  }

  function linkTo(option) {
    const link = element("a", "", option.textContent)
    link.href = option.dataset.jbPage
    return link
  }

  function side(option, legend, below) {
    const head = element("div", "jb-side__head", element("p", "jb-side__title", linkTo(option)), ...legend)
    return element("div", "jb-side", head, below)
  }

  // The map of a journey's page, and what explains it; of its tools, which know only that page, the lanes.
  async function mapOf(option, prefix, { empty, shown }) {
    const url = new URL(option.dataset.jbPage, location.href).href
    const found = (await page(url)).querySelector(".jb-map")
    if (!found) return { side: side(option, [], element("p", "jb-note", empty)), lanes: null }
    const map = rename(rebase(document.adoptNode(found), url), prefix)
    map.querySelectorAll("[data-jb-lane]").forEach((row) => (row.hidden = !shown.includes(row.dataset.jbLane)))
    const legend = map.querySelector(".jb-curve-legend")
    legend?.querySelectorAll(".jb-curve-legend__future, .jb-curve-legend__rule").forEach((one) => one.remove())
    const drawn = element("figure", "jb-map", map.querySelector(".jb-map__view"))
    return { side: side(option, legend ? [legend] : [], drawn), lanes: map.querySelector(".jb-tools") }
  }

  // One list of lanes for both: those of the second that the first has not stand last.
  function toolsOf(one, other, shown) {
    const tools = one ?? other
    if (!tools) return []
    const lanes = tools.querySelector(".jb-tools__lanes")
    const items = new Map()
    for (const item of [one, other].flatMap((each) => [...(each?.querySelectorAll("[data-jb-for]") ?? [])])) {
      if (!items.has(item.dataset.jbFor)) items.set(item.dataset.jbFor, item)
      item.querySelector("input").checked = shown.includes(item.dataset.jbFor)
    }
    lanes.querySelector("ol").replaceChildren(...items.values())
    return [element("div", "jb-tools", tools.querySelector(".jb-action--lanes"), lanes)]
  }

  async function readyPair(url) {
    const parts = [...(await page(url)).querySelectorAll(".jb > .jb-section")]
    return parts.map((part) => rebase(document.adoptNode(part), url))
  }

  function frameOf(option) {
    const frame = element("iframe")
    frame.src = option.dataset.jbPage
    frame.title = option.textContent
    return side(option, [], frame)
  }

  const improves = (one, other) => one.dataset.jbImproves && one.dataset.jbImproves === other.value

  async function sides(a, b, how) {
    const future = improves(a, b) ? a : improves(b, a) ? b : null
    const pair = future ? await readyPair(new URL(future.dataset.jbPair, location.href).href) : []
    if (pair.length) return pair
    const [one, other] = await Promise.all([mapOf(a, "a_", how), mapOf(b, "b_", how)])
    return [...toolsOf(one.lanes, other.lanes, how.shown), one.side, other.side]
  }

  async function show(form, state, place) {
    const [a, b] = ["a", "b"].map((name) => form.elements[name].selectedOptions[0])
    const asked = (place.dataset.jbAsked = `${a?.value} ${b?.value}`)
    state.hidden = true
    if (!a?.value || !b?.value) return place.replaceChildren()
    place.setAttribute("aria-busy", "true")
    let found
    try {
      if (location.protocol === "file:") throw new Error("no page may read another here")
      found = await sides(a, b, { empty: state.dataset.jbEmpty, shown: place.dataset.jbShown.split(",") })
    } catch {
      state.textContent = state.dataset.jbAlone
      state.hidden = false
      found = [frameOf(a), frameOf(b)]
    }
    // Another pair may have been chosen meanwhile.
    if (place.dataset.jbAsked !== asked) return
    place.replaceChildren(...found)
    place.removeAttribute("aria-busy")
    document.dispatchEvent(new Event("jb:maps"))
  }

  /** What has each form of the page show what the address says. */
  const following = new Map()

  function improve(form) {
    if (form.dataset.jbReady) return
    form.dataset.jbReady = "yes"
    const around = form.closest(".jb")
    const [state, place] = ["state", "maps"].map((name) => around.querySelector(`[data-jb-compare-${name}]`))
    const { a, b, swap } = form.elements
    const read = () => {
      const query = new URLSearchParams(location.search)
      for (const one of [a, b]) {
        one.value = query.get(one.name) ?? ""
        if (one.selectedIndex === -1) one.value = ""
      }
      show(form, state, place)
    }
    const keep = () => {
      const url = new URL(location.href)
      for (const one of [a, b]) {
        if (one.value) url.searchParams.set(one.name, one.value)
        else url.searchParams.delete(one.name)
      }
      history.pushState(history.state, "", url.href)
      show(form, state, place)
    }
    form.addEventListener("submit", (event) => event.preventDefault())
    form.addEventListener("change", keep)
    swap.addEventListener("click", () => {
      ;[a.value, b.value] = [b.value, a.value]
      keep()
    })
    form.hidden = false
    read()
    following.set(form, read)
  }

  // A view that was moved by another one says so with an event, too; that one is no reader's.
  const moved = new WeakMap()
  function scrolled({ target }) {
    if (!(target instanceof Element) || !target.matches("[data-jb-together] .jb-map__view")) return
    if (moved.get(target) === target.scrollLeft) return moved.delete(target)
    for (const one of target.closest("[data-jb-together]").querySelectorAll(".jb-map__view")) {
      if (one === target || one.scrollLeft === target.scrollLeft) continue
      one.scrollLeft = target.scrollLeft
      moved.set(one, one.scrollLeft)
    }
  }

  function watch() {
    for (const form of following.keys()) if (!form.isConnected) following.delete(form)
    document.querySelectorAll("form[data-jb-compare]").forEach(improve)
  }

  addEventListener("popstate", () => following.forEach((read, form) => form.isConnected && read()))

  function begin() {
    watch()
    window.document$?.subscribe(watch)
  }

  document.addEventListener("scroll", scrolled, { capture: true, passive: true })
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin)
  else begin()
})()
