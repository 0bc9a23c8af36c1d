import config from './jest.config.js'

/** Journeys through the running product in Chromium; see web/e2e. */
export default { ...config, testMatch: ['**/*.e2e.ts'], testTimeout: 180_000, maxWorkers: 1 }
