// Reads {box, names, raws} a line and writes what wtf_wikipedia and infobox-parser make of each field, a line each.
const readline = require("node:readline")
const wtf = require("wtf_wikipedia")
const infoboxParser = require("infobox-parser")

const camel = (name) => name.replace(/[-_\s]+(.)?/g, (_, letter) => (letter ? letter.toUpperCase() : ""))

function wtfFields(box, names) {
  const found = wtf(box).infoboxes()[0]
  const data = found ? found.json() : {}
  return names.map((name) => data[name.toLowerCase().replace(/ /g, "_")] || data[name.toLowerCase()] || null)
}

function infoboxParserFields(box, names) {
  const { general } = infoboxParser(box, { simplifyDataValues: true })
  const folded = Object.fromEntries(Object.entries(general).map(([key, value]) => [key.toLowerCase(), value]))
  return names.map((name) => folded[camel(name).toLowerCase()] ?? folded[name.toLowerCase()] ?? null)
}

const attempt = (read, { box, names }) => {
  try {
    return read(box, names)
  } catch {
    return names.map(() => null)
  }
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const task = JSON.parse(line)
  const answer = { wtf: attempt(wtfFields, task), infoboxParser: attempt(infoboxParserFields, task) }
  process.stdout.write(JSON.stringify(answer) + "\n")
})
