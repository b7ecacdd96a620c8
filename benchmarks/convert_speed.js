// Reads a list of articles and writes how many seconds of the processor wtf_wikipedia takes to make JSON of each.
const wtf = require("wtf_wikipedia")

const articles = JSON.parse(require("node:fs").readFileSync(0, "utf8"))
const convert = (text) => JSON.stringify(wtf(text).json())
articles.forEach(convert) // what is compiled now is not compiled below
const times = articles.map((text) => {
  const before = process.cpuUsage()
  convert(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
})
process.stdout.write(JSON.stringify(times))
