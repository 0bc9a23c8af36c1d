import fc from 'fast-check'
import type { ModifyInstruction } from '../state/command.ts'
import { decodeEvents, encodeEvents } from '../state/event-codec.ts'
import { replay } from '../state/replay.ts'
import { compileOne, type Player, play } from '../testing/player.ts'
import { randomBlock } from '../testing/random-block.ts'
import { draw } from '../testing/random-process.ts'
import { runAtRandom } from '../testing/random-run.ts'
import { patience, randomRuns } from '../testing/random-runs.ts'
import { Soundness } from '../testing/soundness.ts'

const MODELS = 100
type Pick = (count: number) => number
const choices = fc.infiniteStream(fc.nat())
const picker =
  (stream: Iterator<number>): Pick =>
  (count) =>
    (stream.next().value as number) % count

/** Any change to any token: most are refused, as an operator's would be. */
function instruction(player: Player, pick: Pick): ModifyInstruction {
  const { elements } = player.graph
  const element = () => elements[pick(elements.length)]!.id
  const at = () => [...player.state.elements.values()][pick(player.state.elements.size)]!
  const kinds: (() => ModifyInstruction)[] = [
    () => ({ do: 'move', from: elements[at().element]!.id, to: element() }),
    () => ({ do: 'terminate', key: at().key }),
    () => ({ do: 'activate', element: element(), ancestor: pick(2) === 0 ? null : at().key, variables: [] }),
    () => ({ do: 'terminateAll', element: element() }),
  ]
  return kinds[pick(kinds.length)]!()
}

function operate(player: Player, pick: Pick): void {
  // Tokens that multiply without end prove no more than a hundred do.
  if (player.status !== 'active' || player.state.elements.size > 60) return
  const count = 1 + pick(3)
  const instructions = Array.from({ length: count }, () => instruction(player, pick))
  player.tryToGive({ type: 'modifyInstance', instructions })
}

test(
  '[R13] [MO1] whatever an operator does with the tokens, no task, timer or element is left behind',
  async () => {
    await fc.assert(
      fc.asyncProperty(randomBlock(3), choices, async (block, stream) => {
        const pick = picker(stream)
        const player = await play(draw(block), { variables: { choice: 1, mended: true, odd: false } })
        const soundness = new Soundness(player)
        runAtRandom(player, pick, { wild: 20, calm: 0 }, () => {
          operate(player, pick)
          expect(soundness.problems()).toEqual([])
        })
        const replayed = replay(1, decodeEvents(1, encodeEvents(1, player.events)))
        expect(replayed).toEqual(player.state)
      }),
      randomRuns(MODELS),
    )
  },
  patience(MODELS),
)

test(
  '[R13] [MG1] [SU3] suspended, migrated to the same diagram and resumed again and again, every process ends as ever',
  async () => {
    await fc.assert(
      fc.asyncProperty(randomBlock(3), choices, async (block, stream) => {
        const diagram = draw(block)
        const same = await compileOne(diagram)
        const player = await play(diagram, { variables: { choice: 1, mended: true, odd: false } })
        const soundness = new Soundness(player)
        runAtRandom(player, picker(stream), { wild: 40 }, () => {
          if (player.status !== 'active') return
          const before = player.resting
          player.suspend()
          expect(player.migrate(same)).toBeNull()
          player.resume()
          expect([player.resting, soundness.problems()]).toEqual([before, []])
        })
        expect(player.status).not.toBe('active')
      }),
      randomRuns(MODELS),
    )
  },
  patience(MODELS),
)
