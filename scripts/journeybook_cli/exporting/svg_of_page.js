/*
 * What an element shows, as SVG that any drawing program opens: boxes, lines, icons and shapes as paths and
 * rectangles, texts as texts, one a line. Nothing in it needs a style sheet, a script or nested drawings.
 */
(root) => {
  "use strict"
  const frame = root.getBoundingClientRect()
  const parts = []

  const round = (number) => String(Math.round(number * 100) / 100)
  const x = (left) => round(left - frame.left)
  const y = (top) => round(top - frame.top)
  // eslint-disable-next-line no-control-regex -- XML knows none of them
  const escaped = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
  const attributes = (values) => Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join("")
  const tag = (name, values, content) =>
    parts.push(content === undefined ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content}</${name}>`)

  // ---- Colours -------------------------------------------------------------------------------------------------

  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true })

  // Any colour as programs know it, and how much of it is there.
  function colour(text) {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = text
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
    const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")
    return { hex: `#${hex}`, alpha: Math.round((alpha / 255) * 100) / 100 }
  }

  function painted(name, text, opacity = 1) {
    if (text === "none") return { [name]: "none" }
    const stop = text.startsWith("url") ? document.getElementById(text.split(/[#")]+/)[1])?.querySelector("stop") : null
    const { hex, alpha } = colour(stop ? getComputedStyle(stop).stopColor : text)
    const shown = alpha * opacity * (stop ? Number(getComputedStyle(stop).stopOpacity) : 1)
    return { [name]: hex, [`${name}-opacity`]: shown < 1 ? round(shown) : null }
  }

  // ---- What style sheets add -----------------------------------------------------------------------------------

  // Content before and after elements becomes elements, whose place can be asked for.
  function writeOut(element) {
    for (const which of ["::before", "::after"]) {
      const style = getComputedStyle(element, which)
      if (["none", "normal"].includes(style.content) || style.display === "none") continue
      const twin = document.createElement("span")
      const quotes = style.quotes.match(/"[^"]*"/g) ?? ['"“"', '"”"']
      const content = { "open-quote": quotes[0], "close-quote": quotes[1] }[style.content] ?? style.content
      const text = /^"((?:[^"\\]|\\.)*)"/.exec(content)
      twin.textContent = text ? text[1].replace(/\\(.)/g, "$1") : ""
      for (const name of style) twin.style.setProperty(name, style.getPropertyValue(name))
      twin.style.setProperty("content", "normal")
      element.setAttribute("data-jb-written-out", `${element.getAttribute("data-jb-written-out") ?? ""} ${which.slice(2)}`)
      if (which === "::before") element.prepend(twin)
      else element.append(twin)
    }
  }

  function writeOutAll() {
    const none = document.createElement("style")
    none.textContent = '[data-jb-written-out~="before"]::before, [data-jb-written-out~="after"]::after { content: none !important; display: none !important }'
    const elements = [...root.querySelectorAll("*")].filter((one) => one instanceof HTMLElement)
    elements.forEach(writeOut)
    document.head.append(none)
  }

  // ---- Boxes ---------------------------------------------------------------------------------------------------

  function box(element, style) {
    const rect = element.getBoundingClientRect()
    if (!rect.width || !rect.height) return
    const at = { x: x(rect.left), y: y(rect.top), width: round(rect.width), height: round(rect.height) }
    const radius = style.borderTopLeftRadius.endsWith("%")
      ? (parseFloat(style.borderTopLeftRadius) / 100) * rect.width
      : parseFloat(style.borderTopLeftRadius)
    const rx = radius ? round(Math.min(radius, rect.width / 2, rect.height / 2)) : null
    if (style.maskImage.startsWith("radial-gradient")) return dots(style, rect)
    if (style.maskImage !== "none") return icon(style, rect)
    if (colour(style.backgroundColor).alpha) {
      const fill = painted("fill", style.backgroundColor)
      if (style.borderTopLeftRadius === style.borderTopRightRadius) tag("rect", { ...at, rx, ...fill })
      else tag("path", { d: halfRounded(style, rect), ...fill })
    }
    strokes(element, style, rect)
    borders(style, rect, rx)
  }

  // A box whose left and right corners are not alike.
  function halfRounded(style, { left, right, top, bottom }) {
    const [near, far] = [style.borderTopLeftRadius, style.borderTopRightRadius].map(parseFloat)
    const to = (px, py) => `${x(px)} ${y(py)}`
    return [
      `M${to(left + near, top)}L${to(right - far, top)}Q${to(right, top)} ${to(right, top + far)}`,
      `L${to(right, bottom - far)}Q${to(right, bottom)} ${to(right - far, bottom)}`,
      `L${to(left + near, bottom)}Q${to(left, bottom)} ${to(left, bottom - near)}L${to(left, top + near)}Q${to(left, top)} ${to(left + near, top)}Z`,
    ].join("")
  }

  // Lines that are backgrounds or shadows: across a row, before a stage.
  function strokes(element, style, rect) {
    const [text] = /(rgba?|color|oklab|oklch)\([^)]*\)/.exec(style.backgroundImage) ?? []
    const before = style.direction === "rtl" ? rect.right - 1 : rect.left
    if (text && element.localName === "colgroup") tag("rect", { x: x(before), y: y(rect.top), width: 1, height: round(rect.height), ...painted("fill", text) })
    if (text && element.localName === "tr") {
      const middle = (rect.top + rect.bottom) / 2
      const dashes = style.backgroundImage.startsWith("repeating") ? "7 5" : null
      tag("line", { x1: x(rect.left), y1: y(middle), x2: x(rect.right), y2: y(middle), ...painted("stroke", text), "stroke-width": 2, "stroke-dasharray": dashes })
    }
    const shadow = /^(.*\)) (-?\d+)px 0px 0px 0px inset$/.exec(style.boxShadow)
    if (!shadow) return
    const wide = Number(shadow[2])
    tag("rect", { x: x(wide > 0 ? rect.left : rect.right + wide), y: y(rect.top), width: Math.abs(wide), height: round(rect.height), ...painted("fill", shadow[1]) })
  }

  // Dots in a row, some of them in another colour.
  function dots(style, rect) {
    const found = /^linear-gradient\([^,]*deg, (.*\)) ([\d.]+)%, (.*\)) 0(?:px)?\)$/.exec(style.backgroundImage)
    if (!found) return
    const [, full, share, empty] = found
    const count = Math.round(100 / parseFloat(style.maskSize))
    const wide = rect.width / count
    for (let place = 0; place < count; place += 1) {
      const across = style.direction === "rtl" ? rect.right - (place + 0.5) * wide : rect.left + (place + 0.5) * wide
      const fill = (place + 0.5) / count < Number(share) / 100 ? full : empty
      tag("circle", { cx: x(across), cy: y((rect.top + rect.bottom) / 2), r: round(0.44 * Math.min(wide, rect.height)), ...painted("fill", fill) })
    }
  }

  // What a mask is drawn into: without padding where the mask keeps off its edge.
  function insideOf(style, rect) {
    if (!style.maskOrigin.startsWith("content")) return rect
    const [top, right, bottom, left] = ["Top", "Right", "Bottom", "Left"].map((side) => parseFloat(style[`padding${side}`]))
    return new DOMRect(rect.left + left, rect.top + top, rect.width - left - right, rect.height - top - bottom)
  }

  function borders(style, rect, rx) {
    const sides = ["Top", "Right", "Bottom", "Left"].map((side) => ({
      side,
      width: style[`border${side}Style`] === "none" ? 0 : parseFloat(style[`border${side}Width`]),
      colour: style[`border${side}Color`],
      dashed: ["dashed", "dotted"].includes(style[`border${side}Style`]),
    })).filter((one) => one.width && colour(one.colour).alpha)
    const same = sides.length === 4 && new Set(sides.map((one) => `${one.width} ${one.colour}`)).size === 1
    const stroke = ({ width, colour: text, dashed }) => ({ ...painted("stroke", text), "stroke-width": round(width), "stroke-dasharray": dashed ? `${round(width * 2)} ${round(width * 2)}` : null })
    if (same) {
      const half = sides[0].width / 2
      tag("rect", { x: x(rect.left + half), y: y(rect.top + half), width: round(rect.width - 2 * half), height: round(rect.height - 2 * half), rx, fill: "none", ...stroke(sides[0]) })
      return
    }
    for (const one of sides) {
      const half = one.width / 2
      const lines = {
        Top: [rect.left, rect.top + half, rect.right, rect.top + half],
        Bottom: [rect.left, rect.bottom - half, rect.right, rect.bottom - half],
        Left: [rect.left + half, rect.top, rect.left + half, rect.bottom],
        Right: [rect.right - half, rect.top, rect.right - half, rect.bottom],
      }
      const [x1, y1, x2, y2] = lines[one.side]
      tag("line", { x1: x(x1), y1: y(y1), x2: x(x2), y2: y(y2), ...stroke(one) })
    }
  }

  // Icons are masks over a colour; each is a small drawing in the style sheet.
  function icon(style, whole) {
    const rect = insideOf(style, whole)
    const source = /^url\("data:image\/svg\+xml[^,]*,(.*)"\)$/.exec(style.maskImage)
    if (!source) return
    const drawing = new DOMParser().parseFromString(decodeURIComponent(source[1]), "image/svg+xml").documentElement
    const [, , width, height] = (drawing.getAttribute("viewBox") ?? "0 0 24 24").split(" ").map(Number)
    const scale = Math.min(rect.width / width, rect.height / height)
    const mirrored = style.scale.startsWith("-1")
    const left = rect.left + (rect.width - width * scale) / 2 + (mirrored ? width * scale : 0)
    const { hex, alpha } = colour(style.backgroundColor)
    const kept = Object.fromEntries([...drawing.attributes].filter(({ name }) => /^(fill|stroke)/.test(name)).map(({ name, value }) => [name, value.replace(/^(#000|black)$/, hex)]))
    const content = [...drawing.children].map((one) => new XMLSerializer().serializeToString(one).replace(/ xmlns="[^"]*"/g, "").replace(/"#000"/g, `"${hex}"`)).join("")
    tag("g", { fill: hex, ...kept, opacity: alpha < 1 ? alpha : null, transform: `translate(${x(left)} ${y(rect.top + (rect.height - height * scale) / 2)}) scale(${mirrored ? round(-scale) : Math.round(scale * 1e4) / 1e4} ${Math.round(scale * 1e4) / 1e4})` }, content)
  }

  // ---- Drawings in the page ------------------------------------------------------------------------------------

  // Paths in the page's own pixels: strokes keep their width however the drawing is stretched.
  function shape(element, style) {
    const matrix = element.getScreenCTM()
    if (!matrix || style.visibility === "hidden") return
    const d = outline(element, matrix)
    if (!d) return
    const scale = style.vectorEffect === "non-scaling-stroke" ? 1 : Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c))
    const dashes = style.strokeDasharray === "none" ? null : style.strokeDasharray.split(/[ ,]+/).map((one) => round(parseFloat(one) * scale)).join(" ")
    tag("path", {
      d,
      ...painted("fill", style.fill, Number(style.fillOpacity)),
      ...painted("stroke", style.stroke, Number(style.strokeOpacity)),
      "fill-rule": style.fillRule === "evenodd" ? "evenodd" : null,
      "stroke-width": style.stroke === "none" ? null : round(parseFloat(style.strokeWidth) * scale),
      "stroke-linecap": style.strokeLinecap === "butt" ? null : style.strokeLinecap,
      "stroke-linejoin": style.strokeLinejoin === "miter" ? null : style.strokeLinejoin,
      "stroke-dasharray": dashes,
    })
  }

  function outline(element, matrix) {
    const placed = (px, py) => `${x(matrix.a * px + matrix.c * py + matrix.e)} ${y(matrix.b * px + matrix.d * py + matrix.f)}`
    const d = element.getAttribute("d") ?? ""
    if (element.localName === "path" && /^[\sMLHVCQSTZz\d.,eE+-]*$/.test(d)) return placedPath(d, placed)
    const length = element.getTotalLength?.() ?? 0
    if (!length) return ""
    const count = element.localName === "line" ? 1 : 96
    const points = Array.from({ length: count + 1 }, (_, place) => element.getPointAtLength((length * place) / count))
    const closes = ["circle", "ellipse", "rect", "polygon"].includes(element.localName) || /z\s*$/i.test(d)
    return `M${points.map((point) => placed(point.x, point.y)).join("L")}${closes ? "Z" : ""}`
  }

  // Absolute commands; lines straight across or down become lines, for a drawing may be turned.
  function placedPath(d, placed) {
    let at = [0, 0]
    return (d.match(/[A-Za-z][^A-DF-Za-df-z]*/g) ?? []).map((command) => {
      const letter = command[0]
      const numbers = (command.slice(1).match(/-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g) ?? []).map(Number)
      const pairs = []
      if (letter === "H") for (const one of numbers) pairs.push((at = [one, at[1]]))
      else if (letter === "V") for (const one of numbers) pairs.push((at = [at[0], one]))
      else for (let place = 0; place + 1 < numbers.length; place += 2) pairs.push((at = [numbers[place], numbers[place + 1]]))
      return (/[HV]/.test(letter) ? "L" : letter) + pairs.map(([px, py]) => placed(px, py)).join(" ")
    }).join("")
  }

  // ---- Texts ---------------------------------------------------------------------------------------------------

  const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u
  const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" })

  // A text node's lines: what stands on each, and where.
  function linesOf(node) {
    const lines = []
    const range = document.createRange()
    for (const { segment, index } of letters.segment(node.data)) {
      range.setStart(node, index)
      range.setEnd(node, index + segment.length)
      const rect = [...range.getClientRects()].find((one) => one.width || one.height)
      if (!rect) continue
      const line = lines.at(-1)
      if (line && Math.abs(line.top - rect.top) < rect.height / 2) {
        line.text += segment
        line.left = Math.min(line.left, rect.left)
        line.right = Math.max(line.right, rect.right)
      } else lines.push({ text: segment, left: rect.left, right: rect.right, top: rect.top, height: rect.height })
    }
    return lines.filter((line) => line.text.trim())
  }

  function texts(node, style, underlined) {
    canvas.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = canvas.measureText("x")
    const cases = { uppercase: (text) => text.toLocaleUpperCase(), lowercase: (text) => text.toLocaleLowerCase() }
    for (const line of linesOf(node)) {
      const written = line.text.replace(/\s+/g, " ").trim()
      const backwards = style.unicodeBidi === "plaintext" ? RIGHT_TO_LEFT.test(written) : style.direction === "rtl"
      const shown = (cases[style.textTransform] ?? String)(written)
      tag("text", {
        x: x(backwards ? line.right : line.left),
        y: y(line.top + (line.height * up) / (up + down)),
        direction: backwards ? "rtl" : null,
        "font-family": style.fontFamily.replace(/"/g, "'"),
        "font-size": round(parseFloat(style.fontSize)),
        "font-weight": style.fontWeight === "400" ? null : style.fontWeight,
        "font-style": style.fontStyle === "normal" ? null : style.fontStyle,
        "letter-spacing": style.letterSpacing === "normal" ? null : style.letterSpacing,
        "text-decoration": underlined ? "underline" : null,
        ...painted("fill", style.color),
      }, escaped(shown))
    }
  }

  // ---- All of it -----------------------------------------------------------------------------------------------

  const isForEarsOnly = (element, style) => style.clipPath !== "none" && element.offsetWidth <= 1

  function draw(element, underlined) {
    const style = getComputedStyle(element)
    if (style.display === "none" || isForEarsOnly(element, style) || ["style", "script", "defs", "title", "desc", "clipPath", "marker", "symbol"].includes(element.localName)) return
    const lane = element.matches("tr[class]") ? element.dataset.jbLane ?? element.className.replace(/^.*jb-map__/, "") : null
    const opacity = Number(style.opacity) < 1 ? style.opacity : null
    if (lane || opacity) parts.push(`<g${attributes({ id: lane, opacity })}>`)
    const isVisible = style.visibility === "visible"
    if (element instanceof SVGGeometryElement) shape(element, style)
    else if (isVisible && element.localName === "img") image(element)
    else if (isVisible && element instanceof HTMLElement) box(element, style)
    const under = (underlined && !/^(inline-block|inline-flex|flex|grid)$/.test(style.display)) || style.textDecorationLine.includes("underline")
    for (const child of element.childNodes) {
      if (child.nodeType === Node.ELEMENT_NODE) draw(child, under)
      else if (isVisible && child.nodeType === Node.TEXT_NODE && child.data.trim()) texts(child, style, under)
    }
    if (lane || opacity) parts.push("</g>")
  }

  function image(element) {
    const rect = element.getBoundingClientRect()
    const fit = { cover: "xMidYMid slice", contain: "xMidYMid meet" }[getComputedStyle(element).objectFit] ?? "none"
    const at = { x: x(rect.left), y: y(rect.top), width: round(rect.width), height: round(rect.height) }
    if (rect.width) tag("image", { ...at, preserveAspectRatio: fit, href: element.currentSrc || element.src })
  }

  writeOutAll()
  const size = [frame.width, frame.height].map(Math.ceil)
  tag("rect", { width: size[0], height: size[1], fill: "#ffffff" })
  draw(root, false)
  const title = root.querySelector("h1").textContent.trim()
  const summary = document.querySelector('meta[name="description"]')?.content ?? ""
  const language = document.documentElement.lang
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ width: size[0], height: size[1], viewBox: `0 0 ${size[0]} ${size[1]}`, role: "img", "xml:lang": language, "aria-labelledby": "title desc" })}>`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(summary || document.title)}</desc>`,
    ...parts,
    "</svg>\n",
  ].join("\n")
}
