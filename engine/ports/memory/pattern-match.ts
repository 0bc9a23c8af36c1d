/** Whether `text` is as `pattern` says: `*` any characters, `?` one. Linear in the text for each star. */
export function matchesPattern(text: string, pattern: string): boolean {
  const characters = [...text]
  const signs = [...pattern]
  let at = 0
  let sign = 0
  let lastStar = -1
  let afterStar = 0
  while (at < characters.length) {
    if (signs[sign] === '*') {
      lastStar = sign++
      afterStar = at
    } else if (signs[sign] === '?' || signs[sign] === characters[at]) {
      at++
      sign++
    } else if (lastStar >= 0) {
      // The last star takes one character more.
      sign = lastStar + 1
      at = ++afterStar
    } else return false
  }
  return signs.slice(sign).every((rest) => rest === '*')
}
