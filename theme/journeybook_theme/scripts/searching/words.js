/* Texts taken apart into words, as journeybook/rendering/search/words.py does it. */

const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u2fdf\\u3005-\\u3007\\u3040-\\u30ff"
  + "\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}"
/** Words of a folded text. The first kind has no blanks between words: Thai, Chinese, Japanese … */
const WORD = new RegExp(`([${UNSPACED}]+)|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`, "gu")
/** Words of a text as written: accents may follow their letters. */
const WRITTEN = new RegExp(`([${UNSPACED}]+)|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, "gu")
const LONGEST = 40
const ALIKE = { ß: "ss", ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", æ: "ae", œ: "oe", þ: "th", ς: "σ" }

/** The text without what a search does not tell apart. */
const folded = (text) => text
  .toLowerCase()
  .normalize("NFKD")
  .replace(/\p{Mn}/gu, "")
  .replace(/[ßłøđðıæœþς]/g, (letter) => ALIKE[letter])

/** The words of what somebody has typed, each once. */
const wordsIn = (text) => {
  const found = new Set()
  for (const [word, unspaced] of folded(text).matchAll(WORD)) {
    if (unspaced) pairsIn(unspaced).forEach((pair) => found.add(pair))
    else found.add([...word].slice(0, LONGEST).join(""))
  }
  return [...found]
}

/** Every two characters in a row; what stands alone stands alone. */
const pairsIn = (word) => {
  const letters = [...word]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, number) => letters[number] + letter)
}

/** The text as HTML, with the words marked that begin with one of `wanted`. */
const marked = (text, wanted) => {
  let html = "", end = 0, marks = 0
  const add = (from, to) => {
    html += `${escaped(text.slice(end, from))}<mark data-md-highlight>${escaped(text.slice(from, to))}</mark>`
    end = to
    marks += 1
  }
  for (const { 0: word, 1: unspaced, index } of text.matchAll(WRITTEN)) {
    if (unspaced) stretchesOf(word, wanted).forEach(([from, to]) => add(index + from, index + to))
    else if (wanted.some((one) => folded(word).startsWith(one))) add(index, index + word.length)
  }
  return { html: html + escaped(text.slice(end)), marks }
}

/** Where characters stand in a word without blanks that are `wanted`. */
const stretchesOf = (word, wanted) => {
  const found = []
  const letters = [...word]
  let at = 0
  letters.forEach((letter, number) => {
    const [one, two] = [folded(letter), folded(letter + (letters[number + 1] ?? ""))]
    const length = wanted.includes(two) ? letter.length + (letters[number + 1] ?? "").length
      : wanted.includes(one) ? letter.length : 0
    const last = found[found.length - 1]
    if (length && last && at <= last[1]) last[1] = Math.max(last[1], at + length)
    else if (length) found.push([at, at + length])
    at += letter.length
  })
  return found
}

const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign])
