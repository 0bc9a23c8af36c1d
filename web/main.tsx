import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@fontsource-variable/noto-sans/wght.css'
import '@fontsource-variable/vazirmatn/wght.css'
import './ui/tokens.css'
import './ui/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startTexts } from './i18n/i18n.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root.')

await startTexts()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
