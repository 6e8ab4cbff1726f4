/*
 * Presents a journey stage by stage, from what its page holds. The address keeps the place: `?walk=STAGE`,
 * `_start` and `_end` for the slides around the stages.
 */
(() => {
  "use strict"
  const START = "_start"
  const END = "_end"
  const CARDS = 4
  const WORST = 5

  const made = (tag, name, ...children) => {
    const element = document.createElement(tag)
    if (name) element.className = name
    element.append(...children.filter(Boolean))
    return element
  }

  // A copy that is only looked at: without anchors, links and what one could press.
  function copied(node) {
    if (!node) return null
    const copy = node.matches("a") ? made("span", "", ...node.cloneNode(true).childNodes) : node.cloneNode(true)
    copy.querySelectorAll(".jb-actions, .headerlink, .footnote, .footnote-ref, .jb-proofs, script").forEach((one) => one.remove())
    copy.querySelectorAll("a").forEach((link) => {
      const text = made("span", link.className)
      for (const { name, value } of link.attributes) if (name !== "href") text.setAttribute(name, value)
      text.append(...link.childNodes)
      link.replaceWith(text)
    })
    for (const one of [copy, ...copy.querySelectorAll("*")]) for (const name of ["id", "tabindex"]) one.removeAttribute(name)
    return copy
  }

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])

  // What a page says of its journey as a whole, not of a part of it.
  const ofAll = (page, selector) => [...page.querySelectorAll(selector)].filter((one) => !one.closest(".jb-section, .jb-step"))

  // ---- What the page says --------------------------------------------------------------------------------------

  function journeyOf(map, page) {
    const columns = [...map.querySelector(".jb-map__steps").children].slice(1)
    let first = 0
    const stages = [...map.querySelectorAll(".jb-map__stages [data-jb-stage]")].map((head) => {
      const heads = columns.slice(first, first + head.colSpan)
      const steps = heads.flatMap((cell, place) => (cell.dataset.jbStep ? [stepOf(cell, first + place)] : []))
      first += head.colSpan
      const id = head.dataset.jbStage
      const name = head.querySelector(".jb-map__stage a") ?? head.querySelector(".jb-map__stage") ?? head
      return { id, name, steps, section: document.getElementById(`stage_${id}`)?.closest("section") }
    })
    return { map, page, stages, steps: stages.flatMap((stage) => stage.steps) }
  }

  function stepOf(cell, column) {
    return { cell, column, full: document.getElementById(cell.dataset.jbStep)?.closest(".jb-step") }
  }

  const titleOf = (step) => (step.full?.querySelector("h3") ?? step.cell).textContent.trim()

  // Rows of the map, all columns or some, as a map of its own.
  function rows(map, chosen, columns) {
    const found = chosen.map((row) => map.querySelector(row)).filter(Boolean)
    if (!found.length) return null
    const table = map.querySelector(".jb-map__grid").cloneNode(false)
    const body = made("tbody")
    for (const row of found) {
      const copy = row.cloneNode(false)
      copy.hidden = false
      const cells = [...row.children].slice(1)
      copy.append(...(columns ? columns.map((column) => cells[column]) : cells).map(copied))
      body.append(copy)
    }
    table.append(body)
    const figure = made("div", "jb-map jb-walk__map", table)
    figure.setAttribute("aria-hidden", "true")
    return figure
  }

  // ---- Slides --------------------------------------------------------------------------------------------------

  function opening({ map, page }, words) {
    const facts = made("dl", "jb-walk__facts")
    facts.append(...ofAll(page, "[data-jb-fact]").map(copied))
    const stages = rows(map, [".jb-map__stages", '[data-jb-lane="curve"]'])
    return {
      place: START,
      label: words.start,
      title: page.querySelector("h1"),
      kind: page.querySelector(".jb-kind")?.textContent,
      body: () => [copied(ofAll(page, ".jb-summary")[0]), facts, stages],
      notes: () => [copied(ofAll(page, ".jb-narrative")[0])],
    }
  }

  function slidesOfStage(journey, stage, number, words) {
    const count = Math.max(1, Math.ceil(stage.steps.length / CARDS))
    const size = Math.ceil(stage.steps.length / count)
    return Array.from({ length: count }, (_, part) => {
      const steps = stage.steps.slice(part * size, (part + 1) * size)
      const kind = [filled(words.stage, { number, all: journey.stages.length })]
      if (count > 1) kind.push(part_of(part * size + 1, steps.length, stage.steps.length, words))
      return {
        place: stage.id,
        label: stage.name.textContent.trim(),
        title: stage.name,
        kind: kind.join(" · "),
        body: () => [
          copied(stage.section?.querySelector(":scope > .jb-stage__goal")),
          copied(stage.section?.querySelector(":scope > .jb-scores")),
          board(journey, steps),
        ],
        notes: () => [part ? null : copied(stage.section?.querySelector(":scope > .jb-narrative")), ...steps.flatMap(cues)],
      }
    })
  }

  function part_of(first, count, all, words) {
    return filled(count > 1 ? words.steps : words.step, { first, last: first + count - 1, all })
  }

  function board({ map }, steps) {
    const cards = made("ol", "jb-walk__cards", ...steps.map(card))
    const element = made("div", "jb-walk__board", rows(map, ['[data-jb-lane="curve"]'], steps.map((step) => step.column)), cards)
    element.style.setProperty("--jb-cards", steps.length)
    return element
  }

  function card(step) {
    const part = (selector) => copied(step.full?.querySelector(`:scope > .jb-step__body > .jb-step__main > ${selector}`))
    const scores = copied(step.full?.querySelector(":scope > .jb-scores"))
    const pains = [...(step.full?.querySelectorAll(":scope > .jb-step__body > .jb-step__main > .jb-pains > .jb-pain") ?? [])].map((pain) =>
      made("li", "jb-pain", copied(pain.querySelector(".jb-pain__title"))))
    return made(
      "li", "jb-walk__card", part(".jb-step__image"), heading("h3", step.full?.querySelector("h3") ?? step.cell), scores,
      part(".jb-truth"), part(".jb-inner"), part(".jb-quote"), pains.length ? made("ul", "jb-pains", ...pains) : null,
    )
  }

  function heading(tag, from) {
    const element = made(tag, "")
    for (const name of ["lang", "dir"]) if (from.hasAttribute(name)) element.setAttribute(name, from.getAttribute(name))
    element.append(...copied(from).childNodes)
    return element
  }

  // What a speaker should not forget of a step, and its story.
  function cues(step) {
    const found = [".jb-truth", ".jb-narrative"].map((one) => copied(step.full?.querySelector(`:scope > .jb-step__body > .jb-step__main > ${one}`)))
    const pains = [...(step.full?.querySelectorAll(".jb-pain__title") ?? [])].map(copied).map((one) => made("li", "jb-pain", one))
    if (pains.length) found.splice(1, 0, made("ul", "jb-pains", ...pains))
    return found.some(Boolean) ? [heading("h3", step.full.querySelector("h3")), ...found] : []
  }

  function closing(journey, words) {
    const all = (selector) => journey.steps.flatMap((step) => [...(step.full?.querySelectorAll(selector) ?? [])].map((one) => ({ step, one })))
    const pains = all(".jb-pain").sort((one, other) => other.one.dataset.jbWeight - one.one.dataset.jbWeight).slice(0, WORST)
    const opportunities = new Map(all(".jb-pain__opportunity a").map(({ one }) => [one.href, one]))
    const next = document.getElementById("_improved_by")?.closest("section")?.querySelectorAll("li") ?? []
    const within = (step) => made("span", "jb-note", titleOf(step))
    const lists = [
      ["jb-pains", words.pains, pains.map(({ step, one }) => made("li", "jb-pain", made("div", "", copied(one.querySelector(".jb-pain__title")), within(step))))],
      ["jb-walk__truths", words.truths, all(".jb-truth").map(({ step, one }) => made("li", "", copied(one), within(step)))],
      ["", words.opportunities, [...opportunities.values()].map((one) => made("li", "", copied(one)))],
      ["", words.next, [...next].map(copied)],
    ].filter(([, , items]) => items.length)
    return {
      place: END,
      label: words.end,
      title: made("span", "", words.end),
      kind: journey.page.querySelector("h1").textContent.trim(),
      body: () => [made("div", "jb-walk__lists", ...lists.map(([name, title, items]) => made("section", "", made("h3", "", title), made("ol", name, ...items))))],
      notes: () => [],
    }
  }

  // ---- The walk ------------------------------------------------------------------------------------------------

  class Walk {
    constructor(dialog, journey, words, opener) {
      Object.assign(this, { dialog, words, opener, at: 0, entered: false })
      const stages = journey.stages.flatMap((stage, place) => slidesOfStage(journey, stage, place + 1, words))
      this.slides = [opening(journey, words), ...stages, closing(journey, words)]
      this.places = [...new Set(this.slides.map((slide) => slide.place))]
      this.part = (name) => dialog.querySelector(`.jb-walk__${name}`)
      this.button = (name) => dialog.querySelector(`[data-jb-do="${name}"]`)
      this.strip()
      dialog.addEventListener("click", (event) => this.pressed(event.target.closest?.("[data-jb-do], [data-jb-place]")))
      dialog.addEventListener("keydown", (event) => this.typed(event))
      dialog.addEventListener("cancel", (event) => this.cancelled(event))
      dialog.addEventListener("close", () => this.closed())
      this.swiped()
      if (!document.fullscreenEnabled) this.button("screen").hidden = true
    }

    strip() {
      const items = this.places.map((place) => {
        const { label } = this.slides.find((slide) => slide.place === place)
        const button = made("button", "", made("span", "", label))
        button.type = "button"
        button.dataset.jbPlace = place
        return made("li", "", button)
      })
      this.part("strip").querySelector("ol").append(...items)
    }

    open(place, { enters }) {
      if (!this.dialog.open) {
        this.dialog.showModal()
        this.entered = enters
        if (enters) {
          remember(place, "pushState")
          this.enterScreen()
        }
      }
      this.show(Math.max(0, this.slides.findIndex((slide) => slide.place === place)))
      this.part("slide").querySelector("h2").focus()
    }

    show(at) {
      this.at = Math.min(Math.max(at, 0), this.slides.length - 1)
      const slide = this.slides[this.at]
      const title = heading("h2", slide.title)
      title.tabIndex = -1
      const head = made("header", "", slide.kind ? made("p", "jb-kind", slide.kind) : null, title)
      this.part("slide").replaceChildren(head, ...slide.body().filter(Boolean))
      this.part("slide").dataset.jbSlide = slide.place
      this.part("slide").scrollTop = 0
      const notes = slide.notes().filter(Boolean)
      this.part("notes").replaceChildren(...(notes.length ? notes : [made("p", "jb-note", this.words.noNotes)]))
      this.part("notes").scrollTop = 0
      const count = filled(this.words.of, { number: this.at + 1, all: this.slides.length })
      this.part("count").textContent = count
      this.dialog.querySelector('[data-jb-part="said"]').textContent = `${title.textContent}, ${count}`
      this.fit()
      this.mark(slide.place)
      remember(slide.place, "replaceState")
      if (!this.dialog.contains(document.activeElement) || document.activeElement === document.body) title.focus()
    }

    // A slide with much to say is set smaller, within reason; what is still too long scrolls.
    fit() {
      const slide = this.part("slide")
      for (const size of [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.95]) {
        slide.style.fontSize = `${size}em`
        if (slide.scrollHeight <= slide.clientHeight) break
      }
    }

    mark(place) {
      const now = this.places.indexOf(place)
      this.dialog.querySelectorAll("[data-jb-place]").forEach((button, number) => {
        button.toggleAttribute("data-jb-done", number < now)
        if (number === now) button.setAttribute("aria-current", "step")
        else button.removeAttribute("aria-current")
      })
      // What cannot be pressed any more would lose the focus to nowhere.
      this.button("back").setAttribute("aria-disabled", String(this.at === 0))
      this.button("on").setAttribute("aria-disabled", String(this.at === this.slides.length - 1))
    }

    to(place) {
      this.show(this.slides.findIndex((slide) => slide.place === place))
    }

    pressed(button) {
      if (button?.dataset.jbPlace) this.to(button.dataset.jbPlace)
      else if (button) this.act(button.dataset.jbDo)
    }

    act(name) {
      const actions = {
        on: () => this.show(this.at + 1),
        back: () => this.show(this.at - 1),
        first: () => this.show(0),
        last: () => this.show(this.slides.length - 1),
        notes: () => {
          this.toggle("notes", "aria-pressed")
          this.fit()
        },
        help: () => this.toggle("help", "aria-expanded"),
        screen: () => this.toggleScreen(),
        close: () => this.dialog.close(),
      }
      actions[name]()
    }

    toggle(name, state) {
      const shows = this.part(name).hidden
      this.part(name).hidden = !shows
      this.button(name).setAttribute(state, String(shows))
    }

    toggleScreen() {
      if (document.fullscreenElement) leaveScreen()
      else this.enterScreen()
    }

    // A browser may take its time: who has closed the walk meanwhile does not want the screen any more.
    enterScreen() {
      const entered = this.part("screen").requestFullscreen?.()
      entered?.then(() => this.dialog.open || leaveScreen()).catch(() => {})
    }

    typed(event) {
      event.stopPropagation() // Material has keys of its own
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const presses = event.target.closest("button") && [" ", "Enter"].includes(event.key)
      const action = presses ? null : this.actionOf(event)
      if (!action) return
      event.preventDefault()
      if (typeof action === "number") this.to(this.places[action])
      else this.act(action)
    }

    actionOf({ key, shiftKey }) {
      const [onward, backward] = getComputedStyle(this.dialog).direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"]
      const keys = { [onward]: "on", [backward]: "back", PageDown: "on", PageUp: "back", " ": shiftKey ? "back" : "on", Home: "first", End: "last" }
      const letters = { f: "screen", s: "notes", "?": "help" }
      const stage = /^\d$/.test(key) && Number(key) < this.places.length - 1 ? Number(key) : null
      return keys[key] ?? letters[key.toLowerCase()] ?? stage
    }

    cancelled(event) {
      if (this.part("help").hidden) return
      event.preventDefault()
      this.toggle("help", "aria-expanded")
    }

    swiped() {
      let from = null
      const slide = this.part("slide")
      slide.addEventListener("touchstart", ({ touches }) => (from = touches.length === 1 ? touches[0] : null), { passive: true })
      slide.addEventListener("touchend", ({ changedTouches: [to] }) => {
        const [across, down] = from ? [to.clientX - from.clientX, to.clientY - from.clientY] : [0, 0]
        if (Math.abs(across) < 50 || Math.abs(across) < 2 * Math.abs(down)) return
        this.act((across < 0) === (getComputedStyle(this.dialog).direction !== "rtl") ? "on" : "back")
      })
    }

    closed() {
      if (document.fullscreenElement) leaveScreen()
      if (placeAsked() !== null) {
        if (this.entered) {
          left = location.pathname
          history.back()
        } else remember(null, "replaceState")
      }
      this.opener.focus()
    }
  }

  // ---- The screen ----------------------------------------------------------------------------------------------

  /** What fills the screen, and whether the walk has asked to leave it. */
  let shown = null
  let leaving = false

  function leaveScreen() {
    leaving = true
    document.exitFullscreen().catch(() => (leaving = false))
  }

  // Esc leaves the full screen before anybody hears of it; as in every presentation it ends the walk too. What a walk
  // left itself may be told only after the next was opened, by then in another state of the page, and does not end it.
  function screenChanged() {
    const before = shown
    shown = document.fullscreenElement
    if (shown || !before) return
    if (!leaving && walk?.dialog.open && walk.part("screen") === before) walk.dialog.close()
    leaving = false
  }

  // ---- The address ---------------------------------------------------------------------------------------------

  const placeAsked = () => new URLSearchParams(location.search).get("walk")

  // Other keys of the address stay as they were written.
  function remember(place, how) {
    const keys = location.search.slice(1).split("&").filter((key) => key && key.split("=")[0] !== "walk")
    if (place !== null) keys.push(`walk=${encodeURIComponent(place)}`)
    history[how](history.state, "", `${location.pathname}${keys.length ? "?" : ""}${keys.join("&")}${location.hash}`)
  }

  let ready = null
  let walk = null
  // At the first step back Material puts the same page in once more; the focus belongs to its button then.
  let left = ""

  function follow() {
    const place = placeAsked()
    if (place !== null) ready?.().open(place, { enters: false })
    else if (walk?.dialog.open) walk.dialog.close()
  }

  function prepare() {
    const menu = document.querySelector(".jb-present")
    const template = menu?.querySelector("template")
    const page = menu?.closest(".jb")
    const map = menu?.closest(".jb-map") ?? menu?.closest("section")?.querySelector(".jb-map")
    if (!template || !page || !map || menu.querySelector('[data-jb-do="walk"]')) return
    const content = template.content.cloneNode(true)
    const opener = content.querySelector('[data-jb-do="walk"]')
    const dialog = content.querySelector(".jb-walk")
    const words = content.querySelector('[data-jb-part="words"]').dataset
    const told = Object.fromEntries(Object.entries(words).map(([name, text]) => [name[2].toLowerCase() + name.slice(3), text]))
    menu.prepend(opener.closest("li"))
    page.append(dialog)
    // Slides are read off the page when somebody asks for them, not while it loads.
    ready = () => (walk ??= new Walk(dialog, journeyOf(map, page), told, opener))
    walk = null
    opener.addEventListener("click", () => ready().open(START, { enters: true }))
    if (placeAsked() !== null) follow()
    else if (left === location.pathname) opener.focus()
    left = ""
  }

  function begin() {
    prepare()
    window.document$?.subscribe(prepare)
    addEventListener("popstate", follow)
    addEventListener("resize", () => walk?.dialog.open && walk.fit())
    document.addEventListener("fullscreenchange", screenChanged)
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin)
  else begin()
})()
