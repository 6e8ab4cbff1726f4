/*
 * Keeps a served page as it is in the files: what an edit has changed is put in place, like another page by Material's
 * instant navigation. Where that cannot be, the page loads itself anew.
 */
(() => {
  "use strict"
  const told = document.currentScript.dataset
  const { events, frame } = told
  let { version, page } = told
  let path = location.pathname

  /** What is of one page alone; all else stands around every page. */
  const CONTAINER = "[data-md-component=container]"
  const REPLACED = ["[data-md-component=skip]", "[data-md-component=header-topic]", CONTAINER]
  const OVERLAY = ".jb-problems"
  /** What can come with a load alone, or would come in another order. */
  const LOADED = "script:not([type='application/ld+json']), style, link[rel~=stylesheet]"
  /** Lines of the head that scripts change with the palette. */
  const OF_PALETTE = "meta[name=theme-color], meta[name=color-scheme]"

  const config = document.getElementById("__config")
  const isInstant = config?.textContent.includes('"navigation.instant"') ?? false

  // ---- What is known of the page as it came ----------------------------------------------------------------------

  let head = headOf(document)
  const loaded = new Set(loadedBy(document))
  /** Diagrams as they came, before scripts have drawn them. */
  const sources = new WeakMap()
  noteDiagrams(document)

  function headOf({ head }) {
    const lines = [...head.children].filter((one) => !one.matches(`${LOADED}, ${OF_PALETTE}`))
    return new Map(lines.map((one) => [one.outerHTML, one]))
  }

  function loadedBy(root) {
    const parts = [...root.querySelectorAll(LOADED)]
    return parts.filter((one) => !one.closest(`${CONTAINER}, ${OVERLAY}`) && !("jbNews" in one.dataset))
      .map((one) => one.src || one.href || one.outerHTML)
  }

  function noteDiagrams(root) {
    for (const figure of root.querySelectorAll("figure.jb-diagram")) sources.set(figure, figure.outerHTML)
  }

  /** What Material does to every page where its instant navigation is on, which changes the address below the page. */
  function resolve(root) {
    for (const one of root.querySelectorAll("[href], [src]")) {
      if (!(one instanceof HTMLElement)) continue
      const name = one.hasAttribute("href") ? "href" : "src"
      if (!/^(?:[a-z]+:)?\/\//i.test(one.getAttribute(name))) one[name] = one[name]
    }
  }

  // ---- What the reader has done ----------------------------------------------------------------------------------

  /** Elements by what tells them apart on this page and on its next state; the second of a kind is the second again. */
  function named(root) {
    const counts = new Map()
    return new Map([...root.querySelectorAll("*")].map((one) => {
      const link = one.getAttribute("href") ?? one.querySelector(":scope > summary")?.textContent ?? ""
      const name = one.id || `${one.tagName} ${one.classList[0] ?? ""} ${link}`
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      return [`${name} ${count}`, one]
    }))
  }

  const isInput = (one) => one.id && one.matches("input:not([type=file]), select, textarea")

  /** What has to be seen to before the page comes to life, and what after that. */
  function stateOf(container) {
    const before = []
    const after = []
    for (const [name, one] of named(container)) {
      const { scrollLeft, scrollTop } = one
      if (scrollLeft || scrollTop) after.push([name, (next) => next.scrollTo({ left: scrollLeft, top: scrollTop, behavior: "instant" })])
      if (one.localName === "details") before.push([name, (next) => (next.open = one.open)])
      if (isInput(one)) before.push([name, (next) => Object.assign(next, { value: one.value, checked: one.checked })])
      if (one.matches("[popover]:popover-open")) after.push([name, (next) => next.showPopover()])
      if (one === document.activeElement) after.push([name, (next) => next.focus({ preventScroll: true })])
    }
    return { before, after }
  }

  function restore(state, container) {
    const elements = state.length ? named(container) : new Map()
    for (const [name, act] of state) if (elements.has(name)) act(elements.get(name))
  }

  // ---- The next state of the page --------------------------------------------------------------------------------

  async function renew() {
    const asked = location.pathname
    const answer = await fetch(location.href, { cache: "no-store" })
    const next = new DOMParser().parseFromString(await answer.text(), "text/html")
    if (location.pathname !== asked) return
    const now = next.querySelector("script[data-jb-news]").dataset
    if (now.version === version) return
    if (isInstant) resolve(next)
    if (!answer.ok || answer.redirected || !fits(next, now)) throw new Error("this takes a load")
    if (now.page !== page) await replace(next)
    document.querySelectorAll(OVERLAY).forEach((one) => one.remove())
    document.body.append(...next.querySelectorAll(OVERLAY))
    ;({ version, page } = now)
  }

  /** Whether `next` can stand in this frame. */
  function fits(next, now) {
    return now.frame === frame
      && Boolean(window.document$?.next && document.querySelector(CONTAINER) && next.querySelector(CONTAINER))
      && loadedBy(next).every((one) => loaded.has(one))
  }

  async function replace(next) {
    const container = document.querySelector(CONTAINER)
    const hasTarget = Boolean(container.querySelector(":target")) && !isInstant
    const { before, after } = stateOf(container)
    const { scrollX, scrollY } = window
    noteDiagrams(next)
    keepDiagrams(container, next)
    replaceHead(next)
    for (const part of REPLACED) document.querySelector(part)?.replaceWith(...next.querySelectorAll(part))
    const placed = document.querySelector(CONTAINER)
    restore(before, placed)
    await runScripts(placed)
    window.document$.next(document)
    if (hasTarget) location.replace(location.href)
    restore(after, placed)
    scrollTo({ left: scrollX, top: scrollY, behavior: "instant" })
    soon(() => takeApart(container))
  }

  const soon = window.requestIdleCallback ?? setTimeout

  /** Material holds on to single elements of old pages, and each to its page: hundreds of edits would fill the memory. */
  function takeApart(container) {
    container.querySelectorAll("*").forEach((one) => one.remove())
  }

  function replaceHead(next) {
    const wanted = headOf(next)
    for (const [html, one] of head) {
      if (!wanted.delete(html)) {
        one.remove()
        head.delete(html)
      }
    }
    for (const [html, one] of wanted) {
      document.head.append(one)
      head.set(html, one)
    }
  }

  /** Diagrams that are as they were stay as they are drawn. */
  function keepDiagrams(container, next) {
    const drawn = new Map()
    for (const figure of container.querySelectorAll("figure.jb-diagram")) {
      if (figure.dataset.jbState !== "failed") drawn.set(sources.get(figure), figure)
    }
    for (const figure of next.querySelectorAll("figure.jb-diagram")) {
      const source = sources.get(figure)
      if (!drawn.has(source)) continue
      figure.replaceWith(drawn.get(source))
      drawn.delete(source)
    }
  }

  /** Scripts within a page run in their order; those that a parser has put in do not run by themselves. */
  async function runScripts(placed) {
    for (const old of placed.querySelectorAll("script")) {
      const script = document.createElement("script")
      for (const { name, value } of old.attributes) script.setAttribute(name, value)
      script.textContent = old.textContent
      const isThere = script.src && new Promise((resolve) => (script.onload = script.onerror = resolve))
      old.replaceWith(script)
      if (isThere) await isThere
    }
  }

  // ---- News ------------------------------------------------------------------------------------------------------

  let news
  let turn = Promise.resolve()

  function stop() {
    news?.close()
  }

  function listen() {
    stop()
    if (document.visibilityState !== "visible") return
    news = new EventSource(`${events}?${new URLSearchParams({ path, version })}`)
    news.onmessage = ({ data }) => {
      turn = turn.then(() => (data === version ? undefined : renew())).catch(() => location.reload())
    }
  }

  // Material's instant navigation changes the address without loading a page.
  function moved() {
    if (location.pathname === path) return
    path = location.pathname
    version = page = ""
    listen()
  }

  window.document$?.subscribe(() => {
    if (location.pathname === path) return
    head = headOf(document)
    noteDiagrams(document)
  })
  setInterval(moved, 500)
  document.addEventListener("visibilitychange", listen)
  addEventListener("pagehide", stop)
  addEventListener("pageshow", (event) => event.persisted && listen())
  listen()
})()
