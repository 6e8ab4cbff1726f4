/*
 * What a reader sees of a map: which lanes in which order, and through which lens. The choice stands in the address.
 */
(() => {
  "use strict"
  if (!("popover" in HTMLElement.prototype)) return

  /** What tools are for: a map, or two that stand together and show the same lanes. */
  const MAPS = ".jb-map, [data-jb-together]"
  /** What is known of each map of the page: its lanes as they came, and the lens it is seen through. */
  const known = new Map()

  const inAddress = (key) => new URLSearchParams(location.search).get(key)
  const same = (one, other) => one.length === other.length && one.every((name, place) => name === other[place])

  /** Writes `value` into the address, or takes the key out of it. */
  function remember(key, value) {
    const address = new URL(location.href)
    if (value === null) address.searchParams.delete(key)
    else address.searchParams.set(key, value)
    address.search = address.search.replaceAll("%2C", ",").replaceAll("%3A", ":")
    if (address.href !== location.href) history.replaceState(history.state, "", address)
    known.forEach(show)
  }

  // ---- Lanes ---------------------------------------------------------------------------------------------------

  const namesOf = (items) => items.map((item) => item.dataset.jbFor)
  const itemsOf = (figure) => [...figure.querySelectorAll("[data-jb-for]")]
  const isChosen = (item) => item.querySelector("input").checked

  /** The lanes that the address asks for and the map has; its own where there is nothing to heed. */
  function lanesWanted({ rows, shown }) {
    const asked = inAddress("lanes")
    const found = [...new Set(asked?.split(","))].filter((name) => rows.has(name))
    return asked === "" || found.length ? found : shown
  }

  function showLanes(figure, map) {
    const wanted = lanesWanted(map)
    const items = itemsOf(figure)
    const isReset = wanted === map.shown
    if (same(namesOf(items.filter(isChosen)), wanted) && !(isReset && !same(namesOf(items), [...map.rows.keys()])))
      return arrange(map, namesOf(items), wanted)
    // What is not shown stays behind what it stands behind from the start.
    const order = isReset ? [] : [...wanted]
    const names = [...map.rows.keys()]
    names.forEach((name, place) => {
      if (!order.includes(name)) order.splice(place && order.indexOf(names[place - 1]) + 1, 0, name)
    })
    const byName = new Map(items.map((item) => [item.dataset.jbFor, item]))
    items[0]?.parentNode.append(...order.map((name) => byName.get(name)))
    for (const [name, item] of byName) item.querySelector("input").checked = wanted.includes(name)
    arrange(map, order, wanted)
  }

  function arrange({ bodies, rows }, order, shown) {
    const all = order.flatMap((name) => rows.get(name))
    for (const body of bodies) {
      const lanes = all.filter((row) => row.parentNode === body)
      if (!same([...body.children].filter((row) => lanes.includes(row)), lanes)) body.append(...lanes)
    }
    for (const [name, own] of rows) own.forEach((row) => (row.hidden = !shown.includes(name)))
    // Legends hang on this; a rule with :has would make every change in the map ten times slower.
    for (const curve of rows.get("curve") ?? [])
      curve.closest(".jb-map").toggleAttribute("data-jb-curveless", curve.hidden)
  }

  /** What the list of lanes says now. */
  function choose(figure) {
    const chosen = namesOf(itemsOf(figure).filter(isChosen))
    remember("lanes", same(chosen, known.get(figure).shown) ? null : chosen.join(","))
  }

  /** Moves a lane past its neighbour; it is the neighbour that leaves its place, so the focus stays. */
  function move(figure, item, by) {
    const neighbour = by < 0 ? item.previousElementSibling : item.nextElementSibling
    if (neighbour) item[by < 0 ? "after" : "before"](neighbour)
    const items = itemsOf(figure)
    const words = { lane: item.textContent.trim(), place: items.indexOf(item) + 1, count: items.length }
    const said = figure.querySelector("[data-jb-moved]")
    said.textContent = said.dataset.jbMoved.replace(/\{(\w+)\}/g, (_, name) => words[name])
    choose(figure)
  }

  // ---- Lens ----------------------------------------------------------------------------------------------------

  /** Whether the head of a column is seen through the lens `value`. */
  function isSeen(head, value) {
    const [kind, id] = value.split(":")
    const { jbPersonas = "", jbChannels = "", jbTeam = "", jbMarks = "" } = head.dataset
    const has = { persona: jbPersonas, channel: jbChannels, team: jbTeam }[kind] ?? jbMarks
    return has.split(" ").includes(id ?? kind)
  }

  function showLens(figure, map) {
    const select = figure.querySelector(".jb-action--lens select")
    if (!select) return
    const { isAsked } = map
    map.isAsked = false
    const asked = inAddress("lens") ?? ""
    const option = [...select.options].find((one) => one.value === asked) ?? select.options[0]
    if (map.lens === option.value) return
    map.lens = select.value = option.value
    const heads = [...figure.querySelectorAll(".jb-map__steps > :not(:first-child)")]
    const outside = heads.filter((head) => map.lens && !isSeen(head, map.lens))
    mark(figure, heads, new Set(outside))
    if (isAsked) toFirst(figure)
    for (const table of figure.querySelectorAll(".jb-map__grid")) hide(table, new Set(outside))
    bringForward(figure, map.lens)
    figure.querySelector(".jb-tools__lens").textContent = option.dataset.jbSaid ?? ""
    figure.querySelector(".jb-action--clear").hidden = !map.lens
  }

  /** Heads say of themselves that they are outside; so do stages of which nothing is seen. */
  function mark(figure, heads, outside) {
    heads.forEach((head) => head.toggleAttribute("data-jb-outside", outside.has(head)))
    let first = 0
    for (const stage of figure.querySelectorAll("[data-jb-stage]")) {
      const own = heads.slice(first, (first += stage.colSpan))
      stage.toggleAttribute("data-jb-outside", own.every((head) => outside.has(head)))
    }
  }

  /**
   * Cells outside are hidden, those in sight first: each by its own style, for a rule would have all of them matched
   * anew.
   */
  function hide(table, outside) {
    const heads = [...table.querySelectorAll(".jb-map__steps > *")]
    const inSight = partsInSight(table, heads)
    const cells = [...table.querySelectorAll(":scope > tbody > tr > td:not([colspan])")]
    const headOf = (cell) => heads[cell.cellIndex]
    const isSeenNow = (cell) => inSight.has(cell.parentNode) && inSight.has(headOf(cell))
    const turn = (cell) => (cell.style.visibility = outside.has(headOf(cell)) ? "hidden" : "")
    cells.filter(isSeenNow).forEach(turn)
    soon(table, cells.filter((cell) => !isSeenNow(cell)), turn)
    table.style.backgroundImage = outside.size ? shade(table, heads.slice(1).map((head) => outside.has(head))) : ""
  }

  /** The heads of columns and the rows that are not scrolled away. */
  function partsInSight(table, heads) {
    const view = table.closest(".jb-map__view").getBoundingClientRect()
    return new Set([...heads, ...table.rows].filter((part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect()
      return right > view.left && left < view.right && bottom > view.top && top < Math.min(view.bottom, innerHeight)
    }))
  }

  /** What is left to be done for each table. */
  const left = new WeakMap()

  /** Does `work` on all of `cells` once what is in sight is there, a few at a time, unless something else comes up. */
  function soon(table, cells, work) {
    left.set(table, cells)
    const go = () => {
      if (left.get(table) !== cells) return
      cells.splice(0, 100).forEach(work)
      if (cells.length) setTimeout(go)
    }
    requestAnimationFrame(() => setTimeout(go))
  }

  /** Columns outside, shaded by one picture behind the table. */
  function shade(table, isOutside) {
    const edge = (place) => `calc(var(--jb-map-name) + (100% - var(--jb-map-name)) * ${place / isOutside.length})`
    const bands = isOutside.map((one, place) => `${one ? "var(--jb-tint)" : "transparent"} ${edge(place)} ${edge(place + 1)}`)
    const across = table.matches(":dir(rtl)") ? "left" : "right"
    return `linear-gradient(to ${across}, transparent ${edge(0)}, ${bands.join(", ")})`
  }

  /** The lines of other personas step back. */
  function bringForward(figure, lens) {
    const [kind, id] = lens.split(":")
    const line = kind === "persona" && figure.querySelector(`.jb-curve-legend [data-jb-persona="${CSS.escape(id)}"]`)
    if (line) figure.dataset.jbLine = line.dataset.jbLine
    else delete figure.dataset.jbLine
  }

  /** The first step seen, brought into sight. */
  const toFirst = (figure) =>
    figure.querySelector("[data-jb-step]:not([data-jb-outside])")?.scrollIntoView({ block: "nearest", inline: "nearest" })

  // ---- All of it -----------------------------------------------------------------------------------------------

  function show(map, figure) {
    showLanes(figure, map)
    showLens(figure, map)
  }

  function begin(figure) {
    if (known.has(figure)) return
    const bodies = [...figure.querySelectorAll(".jb-map__grid > tbody")]
    const rows = new Map(namesOf(itemsOf(figure)).map((name) => [name, []]))
    figure.querySelectorAll("[data-jb-lane]").forEach((row) => rows.get(row.dataset.jbLane)?.push(row))
    const shown = [...rows.keys()].filter((name) => rows.get(name).some((row) => !row.hidden))
    known.set(figure, { rows, shown, bodies, lens: "", isAsked: false })
    const tools = figure.querySelector(".jb-tools")
    tools.querySelector(".jb-action--lanes").popoverTargetElement = tools.querySelector(".jb-tools__lanes")
    const outside = tools.querySelector(".jb-outside")
    if (outside) figure.style.setProperty("--jb-outside", JSON.stringify(outside.textContent))
    tools.hidden = false
  }

  function watch() {
    for (const figure of known.keys()) if (!figure.isConnected) known.delete(figure)
    document.querySelectorAll(MAPS).forEach((one) => one.querySelector(":scope > .jb-tools") && begin(one))
    known.forEach(show)
  }

  document.addEventListener("change", ({ target }) => {
    const figure = target.closest(MAPS)
    if (!known.has(figure)) return
    if (target.matches("[data-jb-for] input")) choose(figure)
    if (!target.matches(".jb-action--lens select")) return
    known.get(figure).isAsked = true
    remember("lens", target.value || null)
  })

  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button")
    const figure = button && button.closest(MAPS)
    if (!known.has(figure)) return
    if (button.dataset.jbMove) move(figure, button.closest("li"), Number(button.dataset.jbMove))
    else if (button.matches(".jb-action--reset")) remember("lanes", null)
    else if (button.matches(".jb-action--clear")) {
      remember("lens", null)
      figure.querySelector(".jb-action--lens select").focus()
    }
  })

  // The list stands below its button, in the page, so that it moves with it.
  document.addEventListener("beforetoggle", ({ target }) => {
    if (!target.matches(".jb-tools__lanes")) return
    const { left, right, bottom } = target.closest(".jb-tools").querySelector(".jb-action--lanes").getBoundingClientRect()
    const wide = document.documentElement.clientWidth
    const start = target.matches(":dir(rtl)") ? wide - right : left
    target.style.setProperty("--jb-inline", `${start}px`)
    target.style.setProperty("--jb-block", `${bottom + scrollY}px`)
  }, true)

  addEventListener("popstate", watch)
  document.addEventListener("jb:maps", watch) // others have come
  const start = () => {
    watch()
    window.document$?.subscribe(watch)
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start)
  else start()
})()
