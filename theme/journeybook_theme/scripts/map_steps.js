/*
 * A step in full, opened where the map stands. The step itself goes into the dialog and comes back afterwards:
 * a copy would have its ids twice and its diagrams not at all. It has an address of its own, `?step=ID`.
 */
(() => {
  "use strict"
  if (!window.HTMLDialogElement) return

  /** What is open: the dialog, the head of the step's column, the step, what keeps its place. */
  let open = null
  /** Whether going back in history leads to this page with nothing open. */
  let isBelow = false
  /** The step whose head had the focus last; Material may fetch the page anew on the way back. */
  let left = {}

  const linkOf = (head) => head.querySelector("a[href]")

  /** The step in full that `link` leads to, if it stands on this page. */
  function inFull(link) {
    if (!link?.hash || link.pathname !== location.pathname || link.origin !== location.origin) return null
    return document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest("article.jb-step")
  }

  const headsOf = (figure) => [...figure.querySelectorAll("[data-jb-step]")].filter((head) => inFull(linkOf(head)))
  const headOf = (figure, step) => headsOf(figure).find((head) => inFull(linkOf(head)) === step)

  function stageOf(head) {
    let column = head.cellIndex
    return [...head.closest("thead").querySelectorAll("[data-jb-stage]")].find((stage) => (column -= stage.colSpan) <= 0)
  }

  function write(id, how) {
    const address = new URL(location.href)
    if (id) address.searchParams.set("step", id)
    else address.searchParams.delete("step")
    address.search = address.search.replaceAll("%2C", ",").replaceAll("%3A", ":")
    history[how](history.state, "", address)
  }

  // ---- Open, go on, close --------------------------------------------------------------------------------------

  function putBack() {
    open.place.replaceWith(open.step)
    open.head.removeAttribute("data-jb-open")
  }

  function show(head) {
    if (open?.head === head) return
    const step = inFull(linkOf(head))
    const figure = head.closest(".jb-map")
    const dialog = figure.querySelector("dialog.jb-sheet")
    if (open) putBack()
    const place = Object.assign(document.createElement("div"), { className: "jb-step" })
    place.style.blockSize = `${step.offsetHeight}px`
    step.replaceWith(place)
    dialog.querySelector(".jb-sheet__step").replaceChildren(step)
    head.setAttribute("data-jb-open", "")
    open = { dialog, head, step, place }
    label()
    if (!dialog.open) {
      dialog.showModal()
      dialog.querySelector("[data-jb-close]").focus()
    }
    dialog.scrollTop = 0
    head.scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  /** Says which step it is, and of how many. */
  function label() {
    const { dialog, head, step } = open
    const heads = headsOf(head.closest(".jb-map"))
    const place = heads.indexOf(head)
    const heading = step.querySelector("h3")
    dialog.setAttribute("aria-labelledby", heading.id)
    const title = Object.assign(document.createElement("span"), { className: "jb-hidden", textContent: linkOf(head).textContent })
    const stage = linkOf(stageOf(head) ?? head)?.textContent ?? ""
    dialog.querySelector("[aria-live]").replaceChildren(`${stage} · ${place + 1} / ${heads.length}`, " ", title)
    for (const button of dialog.querySelectorAll("[data-jb-go]"))
      button.setAttribute("aria-disabled", !heads[place + Number(button.dataset.jbGo)])
  }

  function go(by) {
    const heads = headsOf(open.head.closest(".jb-map"))
    turnTo(heads[heads.indexOf(open.head) + by])
  }

  function turnTo(head) {
    if (!head) return
    write(head.dataset.jbStep, "replaceState")
    show(head)
  }

  function shut() {
    const { dialog, head } = open
    putBack()
    open = null
    left = { step: head.dataset.jbStep, page: location.pathname }
    dialog.close()
    linkOf(head).focus()
  }

  /** The reader has had enough. Going back instead would have Material fetch the page anew. */
  function dismiss() {
    shut()
    write("", "replaceState")
  }

  /** What the address says, is shown. */
  function follow() {
    if (open && !open.dialog.isConnected) open = null
    const id = new URLSearchParams(location.search).get("step")
    const head = id && headNamed(id)
    if (head) show(head)
    else if (open) shut()
    else if (left.page === location.pathname && document.activeElement === document.body) {
      const was = headNamed(left.step)
      if (was) linkOf(was).focus()
    }
  }

  function headNamed(id) {
    const heads = [...document.querySelectorAll(`.jb-map [data-jb-step="${CSS.escape(id)}"]`)]
    return heads.find((head) => inFull(linkOf(head)))
  }

  // ---- What readers do -----------------------------------------------------------------------------------------

  // Before Material's own listener, which would take the click for a way to an anchor.
  addEventListener("click", (event) => {
    const { target } = event
    if (!(target instanceof Element) || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = target.closest("a[href]")
    const figure = target.closest(".jb-map")
    if (!link || !figure) return
    const step = inFull(link)
    const head = step && headOf(figure, step)
    if (!link.closest("dialog.jb-sheet")) {
      if (!head) return
      stop(event)
      show(head)
      write(head.dataset.jbStep, isBelow ? "replaceState" : "pushState")
      isBelow = true
    } else if (head && decodeURIComponent(link.hash.slice(1)) === step.querySelector("h3").id) {
      stop(event)
      turnTo(head)
    } else if (link.hash && link.pathname === location.pathname) {
      if (!open.dialog.contains(document.getElementById(decodeURIComponent(link.hash.slice(1))))) dismiss()
      isBelow = false
    }
  }, true)

  function stop(event) {
    event.preventDefault()
    event.stopPropagation()
  }

  let pressed = null
  addEventListener("pointerdown", ({ target }) => {
    pressed = target
    left = {}
  }, true)
  document.addEventListener("click", ({ target }) => {
    if (!open || !(target instanceof Element)) return
    const button = target.closest("button")
    if (target === open.dialog ? pressed === target : button?.matches("[data-jb-close]")) dismiss()
    else if (button?.dataset.jbGo) go(Number(button.dataset.jbGo))
  })

  document.addEventListener("keydown", (event) => {
    if (!open || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.target.matches("input, select, textarea") || event.target.closest(".jb-sheet__step [tabindex]")) return
    const ways = { ArrowLeft: -1, ArrowRight: 1 }
    if (event.key in ways) go(ways[event.key] * (open.dialog.matches(":dir(rtl)") ? -1 : 1))
  })

  document.addEventListener("close", ({ target }) => { if (target === open?.dialog) dismiss() }, true)
  // On paper the step stands in its place.
  addEventListener("beforeprint", () => open && shut())
  addEventListener("afterprint", follow)
  const turned = () => {
    isBelow = false
    follow()
  }
  addEventListener("popstate", turned)
  const start = () => {
    follow()
    window.document$?.subscribe(turned)
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start)
  else start()
})()
