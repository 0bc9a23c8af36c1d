import { parentPort } from 'node:worker_threads'
import { runScenario } from '../running/run-scenario.ts'
import type { PeerQuestion } from './bounded-player.ts'
import { bpmnEngine } from './bpmn-engine.ts'

/** Plays scenarios in a thread of its own, which whoever waits for it may end. */
parentPort?.on('message', ({ loaded, scenario }: PeerQuestion) => {
  runScenario(bpmnEngine, loaded, loaded.case.scenarios[scenario]!).then(
    (verdict) => parentPort?.postMessage(verdict),
    (error: unknown) => parentPort?.postMessage({ outcome: 'failed', reasons: [`threw: ${String(error)}`] }),
  )
})

parentPort?.postMessage('ready')
