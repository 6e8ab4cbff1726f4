/*
 * Puts diagrams on paper: before printing all are drawn, and what is larger than a sheet is cut into strips.
 *
 * `mermaid.js` loads this where there are diagrams.
 */
(() => {
  "use strict"
  const { figures, drawAll } = window.journeybookDiagrams

  /** A sheet of A4 or Letter less its margins, in px. */
  const SHEET = { width: 700, height: 880 }
  /** A little more is shrunk to the sheet. */
  const WIDEST = SHEET.width * 1.25
  /** What no cut goes through. */
  const SECTIONS = "rect.journey-section"
  const BOXES = ".node, .edgeLabels .label, .cluster-label"

  const STRIPS = new CSSStyleSheet()
  STRIPS.replaceSync(`
    .jb-diagram__strips { display: none; }
    @media print {
      .jb-diagram__strips { display: block; }
      .jb-diagram__strips > svg { display: block; height: auto; break-inside: avoid; margin-block-end: 1rem; }
      .jb-diagram__strips + svg { display: none; }
    }
  `)
  document.adoptedStyleSheets.push(STRIPS)

  addEventListener("beforeprint", () => drawAll().then(() => figures().forEach(cut)))
  addEventListener("afterprint", () => {
    for (const strips of document.querySelectorAll(".jb-diagram__strips")) strips.remove()
  })

  function cut(figure) {
    const svg = figure.querySelector(".jb-diagram__picture > svg")
    if (!svg || svg.previousElementSibling?.matches(".jb-diagram__strips")) return
    const { x, y, width, height } = svg.viewBox.baseVal
    const across = Boolean(svg.querySelector("rect.task"))
    const borders = across
      ? bordersOf(x, width, WIDEST, gaps(svg, SECTIONS, "left", "right"))
      : bordersOf(y, height, SHEET.height * Math.max(1, width / SHEET.width), gaps(svg, BOXES, "top", "bottom"))
    if (borders.length === 2) return
    const strips = document.createElement("div")
    strips.className = "jb-diagram__strips"
    borders.slice(0, -1).forEach((from, number) => {
      const length = borders[number + 1] - from
      const strip = strips.appendChild(svg.cloneNode(true))
      const window = across ? [from, y, length, height] : [x, from, width, length]
      strip.setAttribute("viewBox", window.join(" "))
      strip.style.cssText = `width: ${window[2]}px; max-width: 100%`
    })
    svg.before(strips)
  }

  /** Where none of the elements that match `selector` stands: the middles of the gaps between them. */
  function gaps(svg, selector, from, to) {
    const frame = svg.getBoundingClientRect()
    const { x, y, width } = svg.viewBox.baseVal
    const place = (pixel) => (pixel - frame[from]) * (width / frame.width) + (from === "left" ? x : y)
    const boxes = [...svg.querySelectorAll(selector)].map((one) => one.getBoundingClientRect())
    boxes.sort((one, other) => one[from] - other[from])
    const found = []
    let end = boxes[0]?.[to]
    for (const box of boxes) {
      if (box[from] > end) found.push(place((box[from] + end) / 2))
      end = Math.max(end, box[to])
    }
    return found
  }

  /** Both ends of a picture and, between them, those of `places` that cut it into pieces of `longest` at most. */
  function bordersOf(start, length, longest, places) {
    const borders = [start]
    places.forEach((place, number) => {
      if ((places[number + 1] ?? start + length) - borders.at(-1) > longest) borders.push(place)
    })
    return [...borders, start + length]
  }
})()
