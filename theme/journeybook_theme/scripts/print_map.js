/*
 * Prints a map: divided by stage into landscape sheets on which it can be read, each with title and lane names.
 * Without this script a map is made as small as its columns ask for.
 */
(() => {
  "use strict"
  const MARGIN = 10
  const PAPERS = { a4: [297, 210], a3: [420, 297], letter: [279.4, 215.9], tabloid: [431.8, 279.4], any: [279.4, 210] }
  const NAME = 96
  const STEP = 100
  const WIDE_STEP = 170
  const LARGEST = 1.25
  const LEAST_TEXT = 8 // pixels: 6 points

  // ---- Planning ------------------------------------------------------------------------------------------------

  // Columns of stages on sheets of at most so many, evenly: [first, last] of each sheet.
  function divided(stages, most) {
    const pieces = stages.flatMap((count) => {
      const parts = Math.ceil(count / most)
      return Array.from({ length: parts }, (_, part) => Math.floor(((part + 1) * count) / parts) - Math.floor((part * count) / parts))
    })
    const within = (limit) => {
      const sheets = []
      let column = 0
      for (const count of pieces) {
        const sheet = sheets.at(-1)
        if (sheet && column + count - sheet[0] <= limit) sheet[1] = column + count - 1
        else sheets.push([column, column + count - 1])
        column += count
      }
      return sheets
    }
    let limit = most
    while (limit > Math.max(...pieces) && within(limit - 1).length === within(most).length) limit -= 1
    return within(limit)
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
      const widest = Math.max(...sheets.map(([first, last]) => last - first + 1))
      let scale = Math.min(LARGEST, Math.max(smallest, width / (NAME + widest * STEP)))
      const fits = () => sheets.every((sheet) => heightOf(sheet, width / scale) * scale <= height)
      while (!fits() && scale > smallest) scale = Math.max(smallest, scale * 0.93)
      return { scale, sheets, fits: fits() }
    }
    const first = attempt(columnsAt(smallest))
    for (let plan = first, most = columnsAt(smallest); ; most = Math.floor(most * 0.75)) {
      if (plan.fits) return plan
      if (most < 6) return first
      plan = attempt(Math.floor(most * 0.75))
    }
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
    const names = made("col", "jb-map__names")
    const others = made("col")
    others.span = columns
    table.querySelectorAll("colgroup").forEach((one) => one.remove())
    table.prepend(made("colgroup", "", names, others))
    table.querySelectorAll(".jb-map__comment").forEach((one) => one.remove())
    table.style.setProperty("--jb-map-columns", columns)
    for (const row of table.rows) {
      if (row.matches(".jb-map__stages")) keepStages(row, first, last, words)
      else [...row.cells].forEach((cell, place) => place && (place <= first || place > last + 1) && cell.remove())
    }
    const figure = made("figure", map.className, made("div", "jb-map__view", table))
    return { figure, table, columns }
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
    const foot = made("footer", "jb-sheets__foot", legend.cloneNode(true), upkeep)
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
      const width = NAME + columns * WIDE_STEP
      fill(source, inner, { width, scale: 1, sheets: [[0, columns - 1]], fits: true })
      return sheets
    }
    const [width, height] = roomOn(paper)
    inner.style.inlineSize = `${width}px`
    const trial = sheet(source, words, 1, 2)
    inner.append(trial.element)
    const free = height - trial.element.offsetHeight - 2
    const smallest = Math.min(1, LEAST_TEXT / smallestText(map))
    const heightOf = (range, tableWidth) => {
      const { figure } = part(map, range, words)
      figure.style.inlineSize = `${tableWidth}px`
      inner.append(figure)
      const tall = figure.offsetHeight
      figure.remove()
      return tall
    }
    const plan = planned(stages, { width, height: free, smallest }, heightOf)
    inner.replaceChildren()
    fill(source, inner, { width, ...plan })
    return sheets
  }

  function fill(source, inner, { width, scale, sheets, fits }) {
    const widest = Math.max(...sheets.map(([first, last]) => last - first + 1))
    const step = (width / scale - NAME) / widest
    sheets.forEach((range, place) => {
      const { element, foot } = sheet(source, source.words, place + 1, sheets.length)
      const { figure, table, columns } = part(source.map, range, source.words)
      figure.style.zoom = scale
      // A sheet with fewer columns keeps them about as wide as the others.
      table.style.inlineSize = `${Math.min(width / scale, NAME + columns * step * 1.25)}px`
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
    const after = taken.source.page.querySelector(":scope > .jb-section--map ~ .jb-section")
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
