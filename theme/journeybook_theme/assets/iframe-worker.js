/*
 * Lets the search of Material's `offline` plugin work from file://, where browsers refuse to start workers.
 *
 * Stands in for `Worker` there: the worker's script runs in a hidden frame and talks through `postMessage`.
 * Material's script looks for `IFrameWorker` in the page around it, and calls `importScripts` in the frame.
 */
(() => {
  "use strict"
  if (location.protocol !== "file:") return

  /** What a worker's script finds in its frame: the two functions that only workers have. */
  const PRELUDE = `
    postMessage = (message) => parent.postMessage(message, "*")
    importScripts = async (...addresses) => {
      for (const address of addresses) {
        await new Promise((resolve, reject) => {
          const script = document.createElement("script")
          script.src = address
          script.onload = resolve
          script.onerror = () => reject(new Error("cannot load " + address))
          document.body.append(script)
        })
      }
    }`

  class IFrameWorker extends EventTarget {
    #frame = document.createElement("iframe")
    #started
    onmessage = null

    constructor(address) {
      super()
      this.#frame.hidden = true
      document.body.append(this.#frame)
      const inner = this.#frame.contentDocument
      inner.open()
      inner.write("<!doctype html><html><head><title></title></head><body></body></html>")
      inner.close()
      addEventListener("message", this.#hear)
      this.#run(inner, (script) => { script.textContent = PRELUDE })
      this.#started = new Promise((resolve, reject) => {
        this.#run(inner, (script) => {
          script.src = address
          script.onload = resolve
          script.onerror = () => reject(new Error(`cannot load ${address}`))
        })
      })
    }

    postMessage(message) {
      const event = new MessageEvent("message", { data: structuredClone(message) })
      this.#started.then(() => this.#frame.contentWindow.dispatchEvent(event))
    }

    terminate() {
      removeEventListener("message", this.#hear)
      this.#frame.remove()
    }

    #run(inner, fill) {
      const script = inner.createElement("script")
      fill(script)
      inner.body.append(script)
    }

    #hear = (event) => {
      if (event.source !== this.#frame.contentWindow) return
      const heard = new MessageEvent("message", { data: event.data })
      this.dispatchEvent(heard)
      this.onmessage?.(heard)
    }
  }

  window.IFrameWorker = IFrameWorker
  window.Worker = IFrameWorker
})()
