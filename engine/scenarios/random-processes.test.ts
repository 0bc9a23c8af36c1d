import fc from 'fast-check'
import { loadState } from '../state/codec.ts'
import { decodeEvents, encodeEvents } from '../state/event-codec.ts'
import { replay } from '../state/replay.ts'
import { encodeState } from '../state/state-codec.ts'
import { encodeVariables } from '../state/variables-codec.ts'
import { type Player, play } from '../testing/player.ts'
import { randomBlock } from '../testing/random-block.ts'
import { draw } from '../testing/random-process.ts'
import { runAtRandom } from '../testing/random-run.ts'
import { patience, randomRuns } from '../testing/random-runs.ts'
import { Soundness } from '../testing/soundness.ts'

const MODELS = 500

const model = randomBlock(3)
const choices = fc.infiniteStream(fc.nat())

const picker = (stream: Iterator<number>) => (count: number) => (stream.next().value as number) % count

test(
  '[R13] any process keeps its tokens, ends each activity once and leaves no orphan',
  async () => {
    await fc.assert(
      fc.asyncProperty(model, choices, fc.integer({ min: 0, max: 2 }), async (block, stream, choice) => {
        const player = await play(draw(block), { variables: { choice, mended: true, odd: false } })
        const soundness = new Soundness(player)
        runAtRandom(player, picker(stream), { wild: 60 }, () => expect(soundness.problems()).toEqual([]))
        expect(player.incidents).toEqual([])
        expect(player.status).not.toBe('active')
      }),
      randomRuns(MODELS),
    )
  },
  patience(MODELS),
)

test(
  '[R13] [IN1] [IN2] a process full of things that fail at first goes on and ends soundly once they are mended',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        model,
        choices,
        fc.integer({ min: 0, max: 20 }),
        async (block, stream, mendedAfter) => {
          const player = await play(draw(block), { variables: { choice: 1, mended: null, odd: false } })
          const soundness = new Soundness(player)
          let steps = 0
          // What is never mended may rest with incidents for ever.
          const length = mendedAfter === 0 ? { wild: 60, calm: 60 } : { wild: 60 }
          runAtRandom(player, picker(stream), length, () => {
            if (++steps === mendedAfter && player.status === 'active') player.setVariables({ mended: true })
            expect(soundness.problems()).toEqual([])
          })
          if (steps < mendedAfter && player.status === 'active')
            throw new Error('nothing is possible, yet it has not ended')
          if (mendedAfter === 0) return
          expect([player.status === 'active', player.incidents]).toEqual([false, []])
        },
      ),
      randomRuns(MODELS),
    )
  },
  patience(MODELS),
)

test(
  '[R14] replayed history and reloaded snapshot equal the live state after every step',
  async () => {
    await fc.assert(
      fc.asyncProperty(model, choices, fc.boolean(), async (block, stream, fallible) => {
        const player = await play(draw(block), {
          variables: { choice: 1, mended: fallible ? null : true, odd: false },
        })
        runAtRandom(player, picker(stream), { wild: 40, calm: 0 }, () => {
          expect(replayed(player)).toEqual(player.state)
          if (player.status === 'active') expect(reloaded(player)).toEqual(player.state)
        })
      }),
      randomRuns(MODELS),
    )
  },
  patience(MODELS),
)

const replayed = ({ state, events }: Player) =>
  replay(state.key, decodeEvents(state.key, encodeEvents(state.key, events)))

function reloaded({ state }: Player) {
  const { key, definition, status, suspended } = state
  return loadState({
    key,
    definition,
    status,
    suspended: Number(suspended),
    parent: 0,
    parentElement: 0,
    state: encodeState(state),
    variables: encodeVariables(state),
  })
}
