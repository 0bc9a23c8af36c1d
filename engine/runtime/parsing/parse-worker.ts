/** Entry of the worker thread: reads BPMN files so that the server's event loop does not wait for the parser. */
import { parentPort } from 'node:worker_threads'
import { parse } from '../../model/parse.ts'

parentPort?.on('message', async ({ id, xml }: { id: number; xml: string }) => {
  parentPort?.postMessage({ id, result: await parse(xml) })
})
