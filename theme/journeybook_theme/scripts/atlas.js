/*
 * Chooses and orders the rows of the atlas, without a reload. What is chosen stands in the address; a row whose
 * part is chosen stays, muted, so that the part does not hang in the air.
 */
(() => {
  "use strict"
  const lists = document.documentElement.lang || undefined
  const collator = new Intl.Collator(lists, { numeric: true, sensitivity: "base" })
  const number = new Intl.NumberFormat(lists)

  // A language without collation or numbers of its own falls back to the browser's.
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase()

  function rowsOf(table) {
    return [...table.tBodies[0].rows].map((row, place) => ({
      row,
      place,
      id: row.dataset.jbRow,
      within: row.dataset.jbWithin,
      title: row.querySelector("th a, th span")?.textContent ?? "",
      values: new Map(),
    }))
  }

  function has(one, name, value) {
    if (name === "title") return (one.plain ??= plain(one.title)).includes(plain(value))
    if (!one.values.has(name)) one.values.set(name, (one.row.getAttribute(`data-jb-${name}`) ?? "").split(" "))
    return one.values.get(name).includes(value)
  }

  const figure = (name, missing) => (one) => Number(one.row.getAttribute(`data-jb-${name}`) ?? missing)
  const orders = {
    title: (a, b) => collator.compare(a.title, b.title),
    worst: by(figure("worst", 9)),
    pains: by((one) => -figure("pains", 0)(one)),
    truths: by((one) => -figure("truths", 0)(one)),
  }

  function by(value) {
    return (a, b) => value(a) - value(b) || a.place - b.place
  }

  // The rows of `all` that hold what is chosen, and those around them.
  function choose(all, wanted, isOrdered) {
    const found = new Set(all.filter((one) => wanted.every(([name, value]) => has(one, name, value))))
    const around = new Set()
    if (isOrdered) return { found, around }
    const byId = new Map(all.filter((one) => one.id).map((one) => [one.id, one]))
    for (const one of found) {
      for (let whole = byId.get(one.within); whole && !around.has(whole); whole = byId.get(whole.within)) {
        if (!found.has(whole)) around.add(whole)
      }
    }
    return { found, around }
  }

  function say(form, some, all) {
    const output = form.querySelector("output")
    const { jbAll, jbOne, jbMany, jbNone } = output.dataset
    const text = some === all ? jbAll : some === 0 ? jbNone : some === 1 ? jbOne : jbMany
    output.textContent = text.replace("{some}", number.format(some)).replace("{all}", number.format(all))
  }

  function fieldsOf(form) {
    return [...form.elements].filter((one) => one.name)
  }

  function show(form, table, all, state) {
    const fields = fieldsOf(form)
    const order = form.elements.order.value
    const wanted = fields.filter((one) => one.value.trim() && one.name !== "order").map((one) => [one.name, one.value.trim()])
    const { found, around } = choose(all, wanted, Boolean(order))
    for (const one of all) {
      const isAround = around.has(one)
      const isHidden = !found.has(one) && !isAround
      if (one.row.hidden !== isHidden) one.row.hidden = isHidden
      one.row.classList.toggle("jb-is-around", isAround)
    }
    if (state.order !== order) {
      const compare = orders[order] ?? ((a, b) => a.place - b.place)
      table.tBodies[0].append(...[...all].sort(compare).map((one) => one.row))
      table.classList.toggle("jb-is-ordered", Boolean(order))
      state.order = order
    }
    fields.forEach((one) => one.classList.toggle("jb-is-chosen", Boolean(one.value.trim())))
    form.querySelector("[type=reset]").hidden = !fields.some((one) => one.value.trim())
    say(form, found.size, all.length)
  }

  function address(form) {
    const url = new URL(location.href)
    for (const { name, value } of fieldsOf(form)) {
      if (value.trim()) url.searchParams.set(name, value.trim())
      else url.searchParams.delete(name)
    }
    return url.href
  }

  function read(form) {
    const query = new URLSearchParams(location.search)
    for (const one of fieldsOf(form)) {
      one.value = query.get(one.name) ?? ""
      if (one.selectedIndex === -1) one.value = "" // nobody is like that here
    }
  }

  /** What has each form of the page show what the address says. */
  const following = new Map()

  function improve(form) {
    if (form.dataset.jbReady) return
    const table = form.closest(".jb").querySelector(".jb-atlas__table")
    if (!table) return
    form.dataset.jbReady = "yes"
    const all = rowsOf(table)
    const state = { order: "" }
    const update = () => show(form, table, all, state)
    const keep = (how) => {
      update()
      if (address(form) !== location.href) history[how](history.state, "", address(form))
    }
    form.addEventListener("submit", (event) => event.preventDefault())
    form.addEventListener("change", (event) => event.target.matches("select") && keep("pushState"))
    form.addEventListener("input", (event) => event.target.matches("input") && keep("replaceState"))
    form.addEventListener("reset", (event) => {
      event.preventDefault()
      fieldsOf(form).forEach((one) => (one.value = ""))
      keep("pushState")
      form.elements.title.focus()
    })
    const follow = () => {
      read(form)
      update()
    }
    form.hidden = false
    follow()
    following.set(form, follow)
  }

  function watch() {
    for (const form of following.keys()) if (!form.isConnected) following.delete(form)
    document.querySelectorAll("form[data-jb-atlas]").forEach(improve)
  }

  addEventListener("popstate", () => following.forEach((follow, form) => form.isConnected && follow()))

  function begin() {
    watch()
    window.document$?.subscribe(watch)
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin)
  else begin()
})()
