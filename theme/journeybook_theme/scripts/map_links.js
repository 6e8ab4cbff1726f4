/*
 * Copies the address of what is seen; where that is not allowed, shows it selected.
 */
(() => {
  "use strict"
  document.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element && target.closest("[data-jb-copy]")
    if (!button) return
    const around = button.closest("dialog, .jb-tools")
    const said = around.querySelector("[data-jb-copied]")
    const input = said.parentNode.querySelector("input")
    const address = new URL(location.href)
    address.hash = ""
    input.hidden = true
    said.textContent = ""
    try {
      await navigator.clipboard.writeText(address.href)
      said.textContent = said.dataset.jbCopied
      setTimeout(() => { if (input.hidden) said.textContent = "" }, 5000)
    } catch {
      said.textContent = said.dataset.jbSelect
      input.value = address.href
      input.hidden = false
      input.select()
    }
  })

  document.addEventListener("focusout", ({ target }) => {
    if (!target.matches?.(".jb-tools__link")) return
    target.hidden = true
    target.parentNode.querySelector("[data-jb-copied]").textContent = ""
  })
})()
