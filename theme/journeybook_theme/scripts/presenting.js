/*
 * Fetches what presents and prints a map, on the first page that has one; pages without are spared it.
 */
(() => {
  "use strict"
  const PRESENTING = new URL("presenting.js", document.currentScript.src).href
  let isAsked = false

  function ask() {
    if (isAsked || !document.querySelector(".jb-present")) return
    isAsked = true
    document.head.append(Object.assign(document.createElement("script"), { src: PRESENTING }))
  }

  function begin() {
    ask()
    window.document$?.subscribe(ask)
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin)
  else begin()
})()
