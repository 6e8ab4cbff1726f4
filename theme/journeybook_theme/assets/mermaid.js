/*
 * Draws the Mermaid diagrams of a page, in the page itself, as soon as they come near the view.
 *
 * A classic script, so that it works from file:// too; Mermaid itself lies beside it as `vendor/mermaid.js`.
 * For fences that authors write it puts a stand-in into `window.mermaid`: without one, Material fetches a copy
 * from another host. So it must run before the page has been read to its end, never `async`.
 */
(() => {
  "use strict"
  if (window.journeybookDiagrams) return

  const VENDOR = new URL("vendor/mermaid.js", document.currentScript.src).href
  const PRINTING = new URL("mermaid-print.js", document.currentScript.src).href
  const NEAR = "600px 0px"
  /** The smallest text is 14 px high at natural size; a picture shrinks until it is 12, then it scrolls. */
  const SMALLEST = 12 / 14
  const MARGIN = 4

  // ---- Mermaid, shared by all who draw -------------------------------------------------------------------------

  let loading
  let turn = Promise.resolve()

  /** Mermaid, fetched at the first call. */
  function library() {
    loading ??= new Promise((resolve, reject) => {
      const standing = window.mermaid
      const script = document.createElement("script")
      script.src = VENDOR
      script.onload = () => resolve(taken(standing))
      script.onerror = () => {
        loading = undefined
        reject(new Error(`${VENDOR} could not be loaded`))
      }
      document.head.append(script)
    })
    return loading
  }

  /** Mermaid, fetched while everything else waits: the browser prints what is there when `beforeprint` ends. */
  function libraryNow() {
    const request = new XMLHttpRequest()
    request.open("GET", VENDOR, false)
    request.send()
    const standing = window.mermaid
    const script = document.createElement("script")
    script.text = request.responseText
    document.head.append(script)
    loading = Promise.resolve(taken(standing))
  }

  /** What Mermaid's script has just put into `window.mermaid`, where `standing` goes back to. */
  function taken(standing) {
    const real = window.mermaid
    window.mermaid = standing
    real.initialize({ startOnLoad: false })
    return real
  }

  /** Mermaid has one configuration for all, so everyone waits their turn and brings their own. */
  function inTurn(config, job) {
    const done = turn.then(library).then((real) => {
      real.initialize({ startOnLoad: false, ...config })
      return job(real)
    })
    turn = done.catch(() => {})
    return done
  }

  function standIn() {
    let config = {}
    const later = (name) => (...given) => inTurn(config, (real) => real[name](...given))
    return {
      initialize(given) { config = given ?? {} },
      render: later("render"),
      parse: later("parse"),
      run: later("run"),
    }
  }

  // ---- How diagrams look: colours are custom properties, so another palette needs no new drawing ---------------

  const TEXT = "var(--jb-diagram-text, var(--md-default-fg-color, CanvasText))"
  const PAPER = "var(--jb-diagram-paper, var(--md-default-bg-color, Canvas))"
  const LINE = "var(--jb-diagram-line, var(--md-default-fg-color--light, GrayText))"
  const ACCENT = "var(--jb-diagram-accent, var(--md-primary-fg-color, CanvasText))"
  const FONT = "var(--md-text-font-family, system-ui, sans-serif)"
  const BORDER = `color-mix(in srgb, ${ACCENT} 40%, ${TEXT})`
  const tint = (share) => `color-mix(in srgb, ${ACCENT} ${share}%, color-mix(in srgb, ${TEXT} 4%, ${PAPER}))`

  /** Okabe and Ito's colours, which almost every eye tells apart. */
  const ACTORS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#999999"]

  const LOOK = `
    & { font-family: ${FONT}; fill: ${TEXT}; }
    span, .label, .legend { color: ${TEXT}; fill: ${TEXT}; font-family: ${FONT}; overflow-wrap: anywhere; }
    .marker, .marker path, marker path { fill: ${LINE}; stroke: ${LINE}; }
    .label, .legend, .edgeLabel { font-size: 14px; }

    .node rect, .node polygon, .node path { fill: ${PAPER}; stroke: ${BORDER}; }
    .nodeLabel { font-size: 15px; line-height: 1.4; }
    .cluster rect { fill: ${tint(6)}; stroke: color-mix(in srgb, ${TEXT} 20%, ${PAPER}); rx: 6px; }
    .cluster-label span { color: ${TEXT}; font-weight: 700; }
    .cluster-label span p { background: ${tint(6)}; }
    .edgeLabel, .labelBkg { background: none; }
    .edgeLabel p {
      background: ${PAPER}; border-radius: 4px; box-decoration-break: clone; display: inline; padding: 3px 4px;
    }
    .flowchart-link { stroke: ${LINE}; }
    .edge-thickness-thick { stroke-width: 2.5px; }
    .edge-pattern-dotted { stroke-dasharray: 3 4; stroke-width: 1.5px; }
    a:hover .nodeLabel, a:focus-visible .nodeLabel { text-decoration: underline; }
    a:hover .label-container, a:focus-visible .label-container { fill: ${tint(16)}; stroke-width: 3px !important; }

    rect.journey-section { fill: ${tint(16)} !important; stroke: none; }
    rect.task { fill: ${tint(7)} !important; stroke: none; }
    div.task .label, div.journey-section .label { line-height: 1.2; padding: 0 4px; }
    div.task .label { padding-top: 8px; }
    div.journey-section .label { font-weight: 700; padding: 0 8px; text-align: left !important; }
    line { stroke: ${LINE}; }
    .face { fill: #fff3c4; stroke: ${LINE}; }
    [class^=actor-] { stroke: ${TEXT}; }
    ${ACTORS.map((colour, number) => `.actor-${number} { fill: ${colour} !important; }`).join(" ")}
  `

  const CONFIG = {
    theme: "base",
    themeCSS: LOOK,
    themeVariables: { fontFamily: FONT, fontSize: "15px" },
    securityLevel: "strict",
    suppressErrorRendering: true,
    maxTextSize: 1_000_000,
    maxEdges: 10_000,
    flowchart: {
      useMaxWidth: false, htmlLabels: true, wrappingWidth: 180, nodeSpacing: 36, rankSpacing: 36,
      subGraphTitleMargin: { top: 6, bottom: 12 },
    },
    journey: {
      useMaxWidth: false, width: 140, height: 68, taskMargin: 8, diagramMarginX: 8, leftMargin: 60,
      maxLabelWidth: 150, actorColours: ACTORS,
    },
  }

  const FRAME = new CSSStyleSheet()
  FRAME.replaceSync(`
    .jb-diagram__picture { overflow-x: auto; }
    .jb-diagram__picture > svg { display: block; height: auto; margin-inline: auto; }
    @media screen {
      [data-jb-state=waiting] .jb-diagram__source { visibility: hidden; max-height: 20rem; overflow: hidden; }
    }
    @media print {
      .jb-diagram__picture { overflow: visible; }
      .jb-diagram__picture > svg { min-width: 0 !important; }
    }
    @media (forced-colors: active) {
      .jb-diagram {
        --jb-diagram-text: CanvasText; --jb-diagram-paper: Canvas; --jb-diagram-line: CanvasText;
        --jb-diagram-accent: CanvasText;
      }
    }
  `)

  // ---- The figures ---------------------------------------------------------------------------------------------

  const figures = () => [...document.querySelectorAll("figure.jb-diagram")]
  let count = 0

  async function draw(figure) {
    if (figure.dataset.jbState !== "waiting") return
    figure.dataset.jbState = "drawing"
    near.unobserve(figure)
    const source = figure.querySelector(".jb-diagram__source")
    try {
      const { svg } = await inTurn(CONFIG, (real) => real.render(`jb_diagram_${++count}`, source.textContent))
      source.insertAdjacentHTML("beforebegin", svg)
      present(figure, source.previousElementSibling)
      source.remove()
      figure.dataset.jbState = "drawn"
    } catch (error) {
      if (!figure.isConnected) return // another page stands there by now
      figure.dataset.jbState = "failed"
      const message = document.createElement("p")
      message.className = "jb-diagram__message"
      message.textContent = figure.dataset.jbFailed ?? "This diagram could not be drawn. This is its source:"
      source.before(message)
      console.error("Journeybook could not draw a diagram.", error)
    }
  }

  /** Tidies `svg` up, and tells assistive technology what it is. */
  function present(figure, svg) {
    svg.querySelectorAll(".cluster").forEach(titleAtStart)
    const last = [...svg.querySelectorAll("rect.task")].at(-1)
    // Mermaid's own time line ends before the last step.
    if (last) {
      const line = svg.querySelector("line[marker-end]")
      line.x2.baseVal.value = last.x.baseVal.value + last.width.baseVal.value
    }
    fit(svg)
    const links = svg.querySelectorAll("a")
    links.forEach((link) => link.setAttribute("href", link.getAttribute("xlink:href")))
    // What an image holds is not read out; the links of a flowchart must be.
    svg.setAttribute("role", links.length ? "group" : "img")
    svg.removeAttribute("aria-roledescription")
    const description = svg.querySelector("desc")
    if (description && told(figure.querySelector("figcaption"))?.includes(told(description))) {
      description.remove()
      svg.removeAttribute("aria-describedby")
    }
    sizes.observe(svg.parentElement)
  }

  /** What an element says, without the signs that keep lines whole. */
  const told = (element) => element?.textContent.replaceAll("\u2060", "")

  /** Mermaid centres the titles of frames, where most arrows run, and below them. */
  function titleAtStart(frame) {
    const { x, width } = frame.querySelector("rect")
    const label = frame.querySelector(".cluster-label")
    const room = width.baseVal.value - label.querySelector("foreignObject").width.baseVal.value
    const inset = getComputedStyle(frame).direction === "rtl" ? room - 12 : 12
    label.transform.baseVal.getItem(0).matrix.e = x.baseVal.value + inset
    frame.closest(".root").append(label)
  }

  /** Cuts empty margins off `svg`, and lets it shrink as far as it can be read. */
  function fit(svg) {
    const box = svg.getBBox()
    const { x, y, width, height } = box.width ? box : svg.viewBox.baseVal
    const wide = width + 2 * MARGIN
    svg.setAttribute("viewBox", `${x - MARGIN} ${y - MARGIN} ${wide} ${height + 2 * MARGIN}`)
    svg.removeAttribute("width")
    svg.removeAttribute("height")
    svg.style.cssText = `width: ${wide}px; min-width: ${wide * SMALLEST}px; max-width: 100%`
  }

  /** A picture wider than its place begins where the way begins, and can be scrolled by keyboard too. */
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const svg = target.querySelector("svg")
      const scrolls = target.scrollWidth > target.clientWidth
      const attributes = { tabindex: "0", role: "region", "aria-labelledby": svg.getAttribute("aria-labelledby") }
      for (const [name, value] of Object.entries(attributes)) {
        if (scrolls) target.setAttribute(name, value)
        else target.removeAttribute(name)
      }
      const first = svg.querySelector("a")?.getBoundingClientRect()
      if (scrolls && first && !target.scrollLeft) {
        const middle = target.getBoundingClientRect().x + target.clientWidth / 2
        target.scrollLeft = first.x + first.width / 2 - middle
      }
    }
  })

  const near = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && draw(target)),
    { rootMargin: NEAR },
  )

  const waiting = () => figures().filter((figure) => figure.dataset.jbState === "waiting")

  function watch() {
    near.disconnect()
    for (const figure of figures()) {
      figure.dataset.jbState ??= figure.querySelector(".jb-diagram__source") ? "waiting" : "drawn"
    }
    waiting().forEach((figure) => near.observe(figure))
    if (figures().length) loadPrinting()
  }

  /** Draws all that is left and not folded away, before the next task of the browser if it can. */
  function drawAll() {
    const left = waiting().filter((figure) => !figure.closest("details:not([open])"))
    if (left.length && !loading && location.protocol !== "file:") libraryNow()
    return Promise.all(left.map(draw))
  }

  let printing
  function loadPrinting() {
    if (printing) return
    printing = document.createElement("script")
    printing.src = PRINTING
    document.head.append(printing)
  }

  // ---- Begin ---------------------------------------------------------------------------------------------------

  function begin() {
    watch()
    // Material's `document$` tells of the pages that `navigation.instant` puts in place of the first; on file:// it
    // tells of none, not even of that one.
    window.document$?.subscribe(watch)
  }

  window.journeybookDiagrams = { figures, drawAll }
  document.adoptedStyleSheets.push(FRAME)
  if (!window.mermaid || window.mermaid instanceof Element) window.mermaid = standIn()
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin)
  else begin()
})()
