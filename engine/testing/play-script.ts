import type { JsonValue, Variables } from '../json.ts'
import type { ListenerResult } from '../state/command.ts'
import { type Player, play } from './player.ts'
import { Soundness } from './soundness.ts'

type Given = { readonly [name: string]: JsonValue }

/**
 * A golden trace: lines at the margin are comments (`#`) or commands, the indented lines after a command are what it
 * leaves in the history. Returns the script with the trace as it is now, to be compared with the script as it was. What
 * must hold of every run is looked at after each command.
 *
 *     zone Europe/Berlin
 *     start {"amount": 5}
 *     complete approve {"note": "fine"} approve
 *     advance 2026-01-06T09:00:00Z
 */
export async function playScript(diagram: string, script: string): Promise<string> {
  const played: string[] = []
  let player: Player | null = null
  let soundness: Soundness | null = null
  let zone = 'UTC'
  for (const line of script.split('\n').filter((one) => !one.startsWith(' '))) {
    played.push(line)
    if (line === '' || line.startsWith('#')) continue
    const [verb = '', ...words] = line.split(' ')
    const { given, plain } = readWords(words)
    if (verb === 'zone') {
      zone = plain[0]!
    } else if (verb === 'start') {
      player = await play(diagram, { variables: given, zone })
      soundness = new Soundness(player)
      played.push(...indented(player.trace))
    } else {
      const playing = started(player)
      played.push(...indented(playing.after(() => commandOf(verb)(playing, plain, given))))
    }
    played.push(...(soundness?.problems() ?? []).map((problem) => `  unsound: ${problem}`))
  }
  return played.join('\n')
}

/** JSON begins with a brace and ends with the last one; the other words are plain. */
function readWords(words: readonly string[]): { plain: string[]; given: Given } {
  const text = words.join(' ')
  const json = /\{.*\}/.exec(text)?.[0] ?? '{}'
  const plain = text
    .replace(json, '')
    .split(' ')
    .filter((word) => word !== '')
  return { plain, given: JSON.parse(json) as Given } // the script's author wrote an object
}

type Act = (player: Player, words: readonly string[], given: Variables) => void

const COMMANDS: Readonly<Record<string, Act>> = {
  complete: (player, [id, outcome], given) => player.complete(id!, given, outcome ?? null),
  fail: (player, [id, retries]) => player.fail(id!, Number(retries)),
  throw: (player, [id, code], given) => player.throwError(id!, code!, given),
  advance: (player, [moment]) => player.advanceTo(moment!),
  message: (player, [name], given) => player.message(name!, given),
  signal: (player, [name], given) => player.signal(name!, given),
  begin: (player, [adHoc, ...ids]) => {
    const refused = player.begin(adHoc!, ...ids)
    if (refused) throw new Error(refused)
  },
  finish: (player, [adHoc]) => player.finish(adHoc!),
  escalate: (player, [id, code], variables) =>
    player.give({ type: 'throwCallEscalation', key: player.find(id!).key, code: code ?? '', variables }),
  resolve: (player, [id]) => player.resolve(id!),
  set: (player, _words, given) => player.setVariables(given),
  return: (player, [id], variables) =>
    player.give({ type: 'completeCall', key: player.find(id!).key, variables }),
  cancel: (player) => player.cancel(),
  suspend: (player) => player.suspend(),
  resume: (player) => player.resume(),
  move: (player, [from, to]) => player.modify({ do: 'move', from: from!, to: to! }),
  terminate: (player, [id]) => player.modify({ do: 'terminateAll', element: id! }),
  activate: (player, [id], given) =>
    player.modify({
      do: 'activate',
      element: id!,
      ancestor: null,
      variables: [{ scope: id!, variables: given }],
    }),
  assign: (player, [id, assignee]) =>
    player.give({ type: 'assignTask', key: player.find(id!).key, assignee: assignee ?? null }),
  delegate: (player, [id, assignee]) =>
    player.give({ type: 'delegateTask', key: player.find(id!).key, assignee: assignee! }),
  'resolve-task': (player, [id]) => player.give({ type: 'resolveTask', key: player.find(id!).key }),
  answer: (player, [id], given) => player.answer(id!, given as Partial<ListenerResult>),
}

function commandOf(verb: string): Act {
  const command = COMMANDS[verb]
  if (command) return command
  throw new Error(`expected one of zone, start, ${Object.keys(COMMANDS).join(', ')}, got '${verb}'`)
}

function started(player: Player | null): Player {
  if (player) return player
  throw new Error('expected a script that begins with start')
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)
