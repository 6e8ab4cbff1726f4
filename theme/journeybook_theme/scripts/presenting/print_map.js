/*
 * Prints a map: divided by stage into landscape sheets on which it can be read, each with title and lane names.
 * Without this script a map is made as small as its columns ask for.
 */
(() => {
  "use strict"
  const MARGIN = 10
  const PAPERS = { a4: [297, 210], a3: [420, 297], letter: [279.4, 215.9], tabloid: [431.8, 279.4], any: [279.4, 210] }
  // In pixels, as the map is set on sheets before it is made larger or smaller; the style sheet has the names' too.
  const NAME = 96
  const STEP = 88
  const WIDE_STEP = 140
  const LARGEST = 1.6
  const LEAST_WIDTH = 640
  const CURVE = 150
  const TALL_CURVE = 260
  const FEWEST = 4 // columns of a sheet, where a map is divided because it is tall
  const LEAST_TEXT = 8 // pixels: 6 points

  // ---- Planning ------------------------------------------------------------------------------------------------

  // Columns of stages on sheets of at most so many, evenly: [first, last] of each sheet. Only stages that are
  // wider than a sheet are cut.
  function divided(stages, most) {
    const within = (limit) => {
      const sheets = []
      let column = 0
      for (const count of stages.flatMap((one) => (one > most ? cut(one, limit) : [one]))) {
        const sheet = sheets.at(-1)
        if (sheet && column + count - sheet[0] <= limit) sheet[1] = column + count - 1
        else sheets.push([column, column + count - 1])
        column += count
      }
      return sheets
    }
    const least = Math.max(1, ...stages.filter((count) => count <= most))
    let limit = most
    while (limit > least && within(limit - 1).length === within(most).length) limit -= 1
    return within(limit)
  }

  function cut(count, most) {
    const parts = Math.ceil(count / most)
    return Array.from({ length: parts }, (_, part) => Math.floor(((part + 1) * count) / parts) - Math.floor((part * count) / parts))
  }

  /*
   * Which columns go on which sheet, and how much smaller the map gets there. `stages` says how many columns
   * each has; `room` is the width and height of a sheet in pixels, and the smallest scale at which texts can
   * be read; `heightOf([first, last], width)` is how tall those columns are in a table of that width.
   * Where nothing fits, a sheet is as tall as it must be and `fits` is false.
   */
  function planned(stages, { width, height, smallest }, heightOf) {
    const columnsAt = (scale) => Math.max(1, Math.floor((width / scale - NAME) / STEP))
    const attempt = (most) => {
      const sheets = divided(stages, most)
      const widest = widestOf(sheets)
      let scale = Math.min(LARGEST, Math.max(smallest, width / (NAME + widest * STEP)))
      const fits = () => sheets.every((sheet) => heightOf(sheet, widthOf(sheet, widest, width / scale)) * scale <= height)
      while (!fits() && scale > smallest) scale = Math.max(smallest, scale * 0.93)
      return { scale, sheets, fits: fits() }
    }
    const first = attempt(columnsAt(smallest))
    for (let plan = first; ; ) {
      if (plan.fits) return plan
      const most = narrower(stages, plan.sheets)
      if (most < FEWEST) return first
      plan = attempt(most)
    }
  }

  const widestOf = (sheets) => Math.max(...sheets.map(([first, last]) => last - first + 1))

  // A sheet with fewer columns than another keeps them about as wide.
  function widthOf([first, last], widest, width) {
    return Math.min(width, NAME + ((width - NAME) / widest) * (last - first + 1) * 1.25)
  }

  // The most columns of a sheet that make more sheets than these.
  function narrower(stages, sheets) {
    let most = Math.max(...sheets.map(([first, last]) => last - first))
    while (most > 1 && divided(stages, most).length === sheets.length) most -= 1
    return most
  }

  if (typeof module === "object") {
    module.exports = { divided, planned }
    return
  }

  // ---- Sheets --------------------------------------------------------------------------------------------------

  const made = (tag, name, ...children) => {
    const element = document.createElement(tag)
    if (name) element.className = name
    element.append(...children.filter(Boolean))
    return element
  }
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])
  const pixels = (millimetres) => (millimetres * 96) / 25.4

  function copied(node) {
    const copy = node?.cloneNode(true)
    if (copy) for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id")
    return copy
  }

  // What a page says of its journey as a whole, not of a part of it.
  const ofAll = (page, selector) => [...page.querySelectorAll(selector)].filter((one) => !one.closest(".jb-section, .jb-step"))

  // The map with some of its columns.
  function part(map, [first, last], words) {
    const table = copied(map.querySelector(".jb-map__grid"))
    table.querySelectorAll("[hidden]").forEach((one) => one.remove())
    table.querySelector("caption")?.remove()
    const columns = last - first + 1
    table.querySelectorAll("colgroup").forEach((one) => one.remove())
    table.querySelectorAll(".jb-map__comment").forEach((one) => one.remove())
    table.style.setProperty("--jb-map-columns", columns)
    for (const row of table.rows) {
      if (row.matches(".jb-map__stages")) keepStages(row, first, last, words)
      else [...row.cells].forEach((cell, place) => place && (place <= first || place > last + 1) && cell.remove())
    }
    table.querySelectorAll(".jb-lane--line").forEach((line) => line.previousElementSibling?.classList.add("jb-lane--above"))
    table.prepend(...groups(table))
    const figure = made("figure", map.className, made("div", "jb-map__view", table))
    return { figure, table }
  }

  // Columns of the lanes' names, and of each stage.
  function groups(table) {
    const spans = [...table.querySelector(".jb-map__stages").cells].slice(1).map((cell) => cell.colSpan)
    return [made("colgroup", "jb-map__names"), ...spans.map((span) => Object.assign(made("colgroup"), { span }))]
  }

  function keepStages(row, first, last, words) {
    let column = 0
    for (const cell of [...row.cells].slice(1)) {
      const [begins, ends] = [column, column + cell.colSpan - 1]
      column = ends + 1
      const count = Math.min(ends, last) - Math.max(begins, first) + 1
      if (count < 1) {
        cell.remove()
        continue
      }
      cell.colSpan = count
      const name = cell.querySelector(".jb-map__stage a") ?? cell.querySelector(".jb-map__stage")
      if (begins < first && name) name.textContent = filled(words.jbContinued, { stage: name.textContent })
    }
  }

  function sheet(source, words, number, all) {
    const { page, map, legend } = source
    const title = made("h1", "", ...copied(page.querySelector("h1")).childNodes)
    const count = all > 1 ? made("p", "jb-sheets__count", filled(words.jbSheet, { number, all })) : null
    const personas = made("dl", "jb-sheets__facts", ...ofAll(page, "[data-jb-fact]").map(copied))
    const head = made("header", "jb-sheets__head", title, count, personas)
    const upkeep = copied(ofAll(page, ".jb-upkeep")[0])
    upkeep?.querySelectorAll(".jb-tag").forEach((one) => one.remove())
    const lines = map.querySelector("[data-jb-lane=curve]:not([hidden])") ? copied(map.querySelector(".jb-curve-legend")) : null
    lines?.querySelectorAll(":scope > :has(.jb-curve-sign--truth)").forEach((one) => one.remove()) // it is in the other
    const foot = made("footer", "jb-sheets__foot", legend.cloneNode(true), lines, upkeep)
    const element = made("section", "jb-sheets__sheet", head, foot)
    element.lang = map.closest("[lang]")?.lang ?? ""
    return { element, foot }
  }

  // The smallest text of a map, in pixels.
  function smallestText(map) {
    const texts = [...map.querySelectorAll("th, td, td *")].filter((one) =>
      !one.closest("[hidden], .jb-hidden, svg") && [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    return Math.min(16, ...texts.map((one) => parseFloat(getComputedStyle(one).fontSize)))
  }

  const roomOn = (paper) => PAPERS[paper].map((side) => pixels(side - 2 * MARGIN))

  // Sheets of the map for a paper, in the page; `whole` is one sheet as wide as the map likes to be.
  function laidOut(source, paper) {
    const { map, words } = source
    const inner = made("div", "jb")
    const sheets = made("div", "jb-sheets md-typeset", inner)
    sheets.dataset.jbPaper = paper
    document.body.append(sheets)
    const stages = [...map.querySelectorAll(".jb-map__stages [data-jb-stage]")].map((stage) => stage.colSpan)
    const columns = stages.reduce((sum, count) => sum + count, 0)
    if (paper === "whole") {
      const width = Math.max(LEAST_WIDTH, NAME + columns * WIDE_STEP)
      fill(source, inner, { width, scale: 1, sheets: [[0, columns - 1]], fits: true, curve: TALL_CURVE })
      return sheets
    }
    const [width, height] = roomOn(paper)
    inner.style.inlineSize = `${width}px`
    const trial = sheet(source, words, 1, 2)
    inner.append(trial.element)
    const free = height - trial.element.offsetHeight - 6
    const measure = measured(source, inner)
    const plan = planned(stages, { width, height: free, smallest: Math.min(1, LEAST_TEXT / measure.smallest) }, measure.heightOf)
    const spare = Math.min(...plan.sheets.map((range) => free / plan.scale - measure.heightOf(range, widthOf(range, widestOf(plan.sheets), width / plan.scale))))
    inner.replaceChildren()
    fill(source, inner, { width, ...plan, curve: Math.min(TALL_CURVE, CURVE + Math.max(0, Math.floor(spare))) })
    return sheets
  }

  // How tall columns of a map get, and its smallest text; what was set for it once is used again.
  function measured({ map, words }, inner) {
    const parts = new Map()
    const partOf = (range) => parts.get(String(range)) ?? parts.set(String(range), part(map, range, words).figure).get(String(range))
    const heightOf = (range, width) => {
      const figure = partOf(range)
      figure.style.inlineSize = `${width}px`
      inner.append(figure)
      const tall = figure.offsetHeight
      figure.remove()
      return tall
    }
    const one = partOf([0, 0])
    inner.append(one)
    const smallest = smallestText(one)
    one.remove()
    return { heightOf, smallest }
  }

  function fill(source, inner, { width, scale, sheets, fits, curve }) {
    sheets.forEach((range, place) => {
      const { element, foot } = sheet(source, source.words, place + 1, sheets.length)
      const { figure, table } = part(source.map, range, source.words)
      figure.style.zoom = scale
      table.style.inlineSize = `${widthOf(range, widestOf(sheets), width / scale)}px`
      table.style.setProperty("--jb-curve-height", `${curve}px`)
      element.toggleAttribute("data-jb-tall", !fits)
      element.style.inlineSize = `${width}px`
      foot.before(figure)
      inner.append(element)
    })
  }

  // On paper the root is of Material's first size; on wide screens it is larger.
  function asOnPaper(action) {
    const root = document.documentElement
    root.style.fontSize = "20px"
    try {
      return action()
    } finally {
      root.style.removeProperty("font-size")
    }
  }

  function sourceOf(menu) {
    const map = menu.closest(".jb-map") ?? menu.closest("section")?.querySelector(".jb-map")
    const content = menu.querySelector("template").content
    return {
      map,
      page: menu.closest(".jb"),
      words: content.querySelector('[data-jb-part="words"]').dataset,
      legend: content.querySelector(".jb-sheets__legend"),
    }
  }

  function take(paper) {
    document.querySelector(".jb-sheets")?.remove()
    const menu = document.querySelector(".jb-present")
    const source = menu && sourceOf(menu)
    return source?.map ? { source, sheets: asOnPaper(() => laidOut(source, paper)) } : null
  }

  // Whoever prints the page gets the map on sheets of its own too, where it stands.
  function beforePrint() {
    if (document.querySelector(".jb-sheets")) return
    const taken = take("any")
    if (!taken) return
    // Behind what the page says of the journey as a whole, so that no page holds a title alone.
    const section = taken.source.map.closest("section")
    const after = taken.source.page.querySelector(":scope > .jb-section--map ~ :is(.jb-section, .jb-long)")
    if (after) after.before(taken.sheets)
    else section.before(taken.sheets)
    section.toggleAttribute("data-jb-on-sheets", true)
  }

  function afterPrint() {
    document.querySelectorAll(".jb-sheets").forEach((one) => one.remove())
    document.querySelectorAll("[data-jb-on-sheets]").forEach((one) => one.removeAttribute("data-jb-on-sheets"))
  }

  function prepare() {
    const menu = document.querySelector(".jb-present")
    if (!menu || menu.querySelector('[data-jb-do="print"]')) return
    const content = menu.querySelector("template").content.cloneNode(true)
    const opener = content.querySelector('[data-jb-do="print"]')
    const dialog = content.querySelector(".jb-printing")
    menu.append(opener.closest("li"))
    menu.closest(".jb").append(dialog)
    opener.addEventListener("click", () => {
      dialog.returnValue = ""
      dialog.showModal()
    })
    dialog.addEventListener("close", () => {
      if (dialog.returnValue !== "print" || !take(dialog.querySelector("select").value)) return
      window.print()
    })
  }

  function begin() {
    prepare()
    window.document$?.subscribe(prepare)
    addEventListener("beforeprint", beforePrint)
    addEventListener("afterprint", afterPrint)
    // `journeybook export` asks for sheets by this event.
    document.addEventListener("jb-sheets", ({ detail }) => take(detail))
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin)
  else begin()
})()
