/*
 * The search of large portals, in place of Material's own worker: it speaks Material's messages, so box, list and
 * keys stay Material's. https://github.com/squidfunk/mkdocs-material/tree/9.6.0/src/templates/assets/javascripts/integrations/search
 */

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]
/** How many paragraphs of a text are shown, and about how many characters around a find. */
const [PARAGRAPHS, AROUND] = [3, 120]

let pieces, suggests, latest = 0

/** A paragraph near its first marked word. */
const near = (text, wanted) => {
  if (text.length <= 3 * AROUND) return marked(text, wanted)
  const { html, marks } = marked(text, wanted)
  if (!marks) return { html: `${escaped(text.slice(0, 2 * AROUND))} …`, marks }
  const before = html.indexOf("<mark")  // at least as far as in the text, which is good enough
  const start = text.lastIndexOf(" ", Math.max(0, before - AROUND)) + 1
  const cut = text.slice(start, start + 3 * AROUND)
  return { html: `${start ? "… " : ""}${marked(cut, wanted).html} …`, marks }
}

/** What is shown of a text: the paragraphs in which something was found, else the first. */
const teaser = (said, wanted) => {
  const paragraphs = said.map((one) => near(one, wanted))
  const found = paragraphs.filter(({ marks }) => marks).slice(0, PARAGRAPHS)
  return (found.length ? found : paragraphs.slice(0, 1)).map(({ html }) => `<p>${html}</p>`).join("")
}

/** Entries in the form of Material's results: a list for each page, the page itself among its spots. */
const grouped = (ranks, entries, wanted) => {
  const groups = new Map()
  ranks.forEach(({ score, terms }, at) => {
    const { location, title, page, said, tags } = entries[at]
    const [address] = location.split("#")
    if (!groups.has(address)) groups.set(address, { page, items: [] })
    groups.get(address).items.push({
      location, score, terms,
      title: marked(title, wanted).html,
      text: teaser(said, wanted),
      ...tags.length && { tags: tags.map((tag) => marked(tag, wanted).html) },
    })
  })
  for (const [address, { page, items }] of groups) {
    if (items.some(({ location }) => location === address)) continue
    items.push({ location: address, title: escaped(page), text: "", score: 0, terms: {} })
  }
  return [...groups.values()].map(({ items }) => items)
}

/** What the last word may become; Material takes the last of the list. */
const suggestion = (looked) => {
  const last = looked[looked.length - 1]
  let [best, most] = ["", 0]
  for (const [word, places] of last.words) if (places > most) [best, most] = [word, places]
  return best ? [best] : []
}

const answer = async (text, isAsked) => {
  const wanted = wordsIn(text)
  if (!wanted.length) return { items: [] }
  const looked = await Promise.all(wanted.map((word) => lookedUp(pieces, word)))
  if (!isAsked()) return undefined
  const ranks = ranked(looked, pieces.count)
  const entries = await pieces.entries(ranks.map(({ number }) => number))
  return { items: grouped(ranks, entries, wanted), ...suggests && { suggest: suggestion(looked) } }
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) {
    pieces = new Pieces(data.config.pieces)
    suggests = data.options.suggest
    postMessage({ type: READY })
  }
  if (type !== QUERY) return
  const number = latest += 1
  let found = { items: [] }
  try {
    if (pieces) found = await answer(data, () => number === latest)
  } catch (error) {
    console.warn(error)
  }
  if (number === latest) postMessage({ type: RESULT, data: found })
})
