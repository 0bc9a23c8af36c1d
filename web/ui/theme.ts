import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** Lapis: the one accent colour. Shade 6 carries white text at 6.6 : 1, shade 3 reads on the dark surface at 7 : 1. */
const accent: MantineColorsTuple = [
  '#eef4fc',
  '#dae6f6',
  '#b3cbea',
  '#8aafdf',
  '#5f8fce',
  '#3c72b8',
  '#27589b',
  '#1f4983',
  '#193c6c',
  '#122d53',
]

/** Neutral and slightly cool, so that the few colours that mean something stand out. */
const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#f0f2f5',
  '#e4e7ec',
  '#d3d8e0',
  '#b4bcc8',
  '#8b95a5',
  '#5d6778',
  '#465062',
  '#303848',
  '#1b2230',
]

const dark: MantineColorsTuple = [
  '#d9dee7',
  '#b3bcc9',
  '#97a2b2',
  '#6b7686',
  '#3a4250',
  '#2c333f',
  '#222832',
  '#191e26',
  '#13171d',
  '#0d1014',
]

/** Overdue and failed, and nothing else. */
const red: MantineColorsTuple = [
  '#fdeceb',
  '#fce4e2',
  '#f5b3ad',
  '#ee8a82',
  '#e2645a',
  '#cf4137',
  '#b3261e',
  '#931d16',
  '#741610',
  '#560f0b',
]

/** Soon, and what wants attention without having failed. */
const yellow: MantineColorsTuple = [
  '#fdf3e0',
  '#fcefd6',
  '#f4cf8a',
  '#ecb453',
  '#dd9a28',
  '#b97a12',
  '#8a5300',
  '#714500',
  '#583600',
  '#402700',
]

/** Done. */
const green: MantineColorsTuple = [
  '#e6f4ec',
  '#ddf0e5',
  '#9dd3b5',
  '#6bbb8f',
  '#43a26f',
  '#2b8757',
  '#1c6b45',
  '#165738',
  '#10432b',
  '#0b301f',
]

/** The list itself scrolls, so that the arrow keys that move through it also move it; a box around it nobody could reach. */
const listThatScrolls = {
  defaultProps: { withScrollArea: false },
  styles: { options: { maxHeight: 220, overflowY: 'auto' } },
} as const

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  colors: { accent, gray, dark, red, yellow, green },
  black: '#1b2230',
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: 'var(--font-text)',
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.35' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.45' },
      h4: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { sm: '4px', md: '6px', lg: '10px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      styles: { label: { marginBlockEnd: 4, fontSize: '0.8125rem', fontWeight: 550 } },
    },
    Menu: { defaultProps: { transitionProps: { duration: 100 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 100 } } },
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 120 } },
      styles: { title: { fontSize: '1.0625rem', fontWeight: 650 } },
    },
    // Choosing what is chosen keeps it; the cross is for emptying.
    Select: {
      ...listThatScrolls,
      defaultProps: { ...listThatScrolls.defaultProps, allowDeselect: false, withAlignedLabels: true },
    },
    MultiSelect: listThatScrolls,
    Loader: { defaultProps: { type: 'dots' } },
  },
})
