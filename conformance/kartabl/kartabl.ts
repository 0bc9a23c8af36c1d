import { parse } from '../../engine/model/parse.ts'
import { fail, ok } from '../../engine/result.ts'
import type { Scenario } from '../pack/pack.ts'
import type { LoadedCase } from '../pack/read-pack.ts'
import { type Casework, caseworkOf } from '../preparing/casework.ts'
import { declareMissing } from '../preparing/declare-missing.ts'
import { prepareModel } from '../preparing/prepare-model.ts'
import type { Contender } from '../running/contender.ts'
import { deploymentFiles } from './deployment-files.ts'
import { observe } from './observe.ts'
import { perform } from './perform.ts'
import type { Place } from './place.ts'
import { RunningEngine } from './running-engine.ts'

/** This platform's engine, on the store of `place`; with `restart` begun anew after every step. */
export const kartabl = (place: Place, restart: boolean): Contender => ({
  name: 'Kartabl',
  async open(loaded: LoadedCase, scenario: Scenario) {
    const casework = caseworkOf(loaded.case, scenario)
    const running = await RunningEngine.begin(place, preparingParser(loaded, casework), casework)
    const deployed = await running.engine.deploy(deploymentFiles(loaded), 'conformance')
    if (!deployed.ok) {
      await running.end()
      return fail({ problems: deployed.error })
    }
    running.deployed(deployed.value.processes.map(({ row }) => row.processId))
    return ok({
      perform: async (action) => {
        const failure = await perform(running, action)
        if (restart) await running.restart()
        return failure
      },
      observe: () => observe(running),
      close: () => running.end(),
    })
  },
  close: () => place.remove(),
})

/** Reads a file as the server does, then prepares what it says. */
function preparingParser({ files }: LoadedCase, casework: Casework) {
  const pathOf = new Map(files.map(({ path, xml }) => [xml, path]))
  return async (xml: string) => {
    const model = await parse(await declareMissing(xml).catch(() => xml))
    return model.ok ? ok(prepareModel(model.value, casework, pathOf.get(xml) ?? '')) : model
  }
}
