import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = process.env.KARTABL_API ?? 'http://127.0.0.1:8080'

/** `KARTABL_API` names the server that the development server passes `/api` and `/live` to. */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: {
    // The package's main entry makes the development server read 6,000 icons one by one.
    alias: { '@tabler/icons-react': '@tabler/icons-react/dist/esm/icons/index.mjs' },
  },
  build: { outDir: here('../dist/web'), emptyOutDir: true, target: 'es2022', sourcemap: false },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': server, '/v2': server, '/live': { target: server, ws: true } },
  },
})
