/** First digits of the scripts people here write numbers in: Arabic, Persian, Thai, full width. */
const zeros = [0x0660, 0x06f0, 0x0e50, 0xff10]

/** The text with Persian, Arabic, Thai and full-width digits written as 0–9; everything else unchanged. */
export const plainDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹๐-๙０-９]/g, (digit) => {
    const code = digit.charCodeAt(0)
    const zero = zeros.find((first) => code >= first && code <= first + 9) ?? code
    return String(code - zero)
  })
