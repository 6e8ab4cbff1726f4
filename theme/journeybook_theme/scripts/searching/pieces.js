/* The pieces of the index, fetched when they are needed first; see journeybook/rendering/search/pieces.py. */

/** A page opened from a disk can start no worker: this then runs in a frame, and may load scripts only. */
const IN_FRAME = typeof document !== "undefined"
const HERE = IN_FRAME ? document.querySelector("script[src]").src : location.href

class Pieces {
  #guide;
  #known = new Map();
  #told = new Map();

  constructor(guide) {
    this.#guide = guide
    self.piece = (name, content) => this.#told.set(name, content)
  }

  get count() { return this.#guide.count }

  /** Where words that begin with `start` stand: true if only the best entries are listed for it, and the pieces. */
  async words(start) {
    if (this.#guide.short.includes(start)) return { short: (await this.#piece("short"))[start] }
    const first = Math.max(0, this.#before(start) - 1)
    const last = Math.max(first, this.#before(start + "\uffff") - 1)
    const numbers = Array.from({ length: last - first + 1 }, (_, number) => first + number)
    return { pieces: await Promise.all(numbers.map((number) => this.#piece(`words-${number}`))) }
  }

  /** The entries with these numbers. */
  async entries(numbers) {
    const { size } = this.#guide
    return Promise.all(numbers.map(async (number) => {
      const piece = await this.#piece(`entries-${Math.floor(number / size)}`)
      const [location, title, page, said, tags] = piece[number % size]
      return { location, title, page: page || title, said, tags }
    }))
  }

  /** How many pieces begin with a word that is not behind `word`. */
  #before(word) {
    const starts = this.#guide.words
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle] <= word) low = middle + 1
      else high = middle
    }
    return low
  }

  #piece(name) {
    if (!this.#known.has(name)) {
      const loading = this.#load(name)
      loading.catch(() => this.#known.delete(name))
      this.#known.set(name, loading)
    }
    return this.#known.get(name)
  }

  async #load(name) {
    const { folder, stamp } = this.#guide
    const address = new URL(`../../${folder}${name}.js?${stamp}`, HERE)
    if (IN_FRAME) {
      await importScripts(address.href)
      const content = this.#told.get(name)
      this.#told.delete(name)
      return content
    }
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${answer.status} ${address}`)
    const text = await answer.text()
    return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")))
  }
}
