/* Which entries say what somebody has typed, the best first. */

/** How many are shown. */
const MOST = 20

/** What a word counts that only begins with what was typed; more, the less is missing. */
const begun = (word, typed) => 0.3 + 0.4 * typed.length / word.length

/** Numbers and weights of the entries that hold a word, as a list of steps tells them. */
const eachOf = (found, from, tell) => {
  let number = 0
  for (let at = from; at < found.length; at += 2) tell(number += found[at], found[at + 1])
}

/** What is found for one word: the weight for each entry, and whether that is all, so that it can be asked for. */
const lookedUp = async (pieces, typed) => {
  const weights = new Map()
  const words = new Map()
  const { short, pieces: found = [] } = await pieces.words(typed)
  let whole = !short
  const note = (number, weight) => {
    if (weight > (weights.get(number) ?? 0)) weights.set(number, weight)
  }
  for (let at = 0; at < (short?.length ?? 0); at += 2) note(short[at], short[at + 1])
  for (const piece of found) {
    for (const [word, places] of Object.entries(piece)) {
      if (!word.startsWith(typed)) continue
      const factor = word === typed ? 1 : begun(word, typed)
      if (places[0]) whole = false
      words.set(word, places.length)
      eachOf(places, 1, (number, weight) => note(number, weight * factor))
    }
  }
  return { typed, weights, words, whole }
}

/** The best entries for `typed`: number, score, and which of the words each holds. */
const ranked = (looked, count) => {
  const asked = looked.filter((one) => one.whole)
  const wanted = asked.length ? asked : looked
  const held = new Map()
  for (const one of wanted) for (const number of one.weights.keys()) held.set(number, (held.get(number) ?? 0) + 1)
  const most = Math.max(0, ...new Set(held.values()))
  const scores = []
  for (const [number, times] of held) {
    if (times < most) continue
    let score = 0
    for (const { weights } of looked) {
      const weight = weights.get(number)
      if (weight) score += weight * Math.log(2 + count / weights.size)
    }
    scores.push([number, score])
  }
  scores.sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return scores.slice(0, MOST).map(([number, score]) => ({
    number,
    score,
    terms: Object.fromEntries(looked.map(({ typed, weights, whole }) => [typed, !whole || weights.has(number)])),
  }))
}
