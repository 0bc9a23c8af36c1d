import { end, judges, node, process, scope, start, task } from '../testing/drawing.ts'

const split = (gateway: ReturnType<typeof node>, flows = 's>g g>t g>u t>e u>e') =>
  process(scope([start(), gateway, task('t'), task('u'), end()], flows))
const direction = (value: string) => node('parallelGateway', 'g', '', `gatewayDirection="${value}"`)

judges('Gateways §8.4.9, §10.6.1', [
  ['diverging', [split(direction('Diverging'))], []],
  ['unspecified', [split(direction('Unspecified'))], []],
  ['converging with two ways out', [split(direction('Converging'))], ['gateway_direction g']],
  ['mixed with one way in', [split(direction('Mixed'))], ['gateway_direction g']],
  [
    'mixed',
    [
      process(
        scope(
          [start(), task('t'), task('u'), direction('Mixed'), task('v'), end()],
          's>t s>u t>g u>g g>e g>v v>e',
        ),
      ),
    ],
    [],
  ],
  [
    'diverging with two ways in',
    [split(direction('Diverging'), 's>t s>u t>g u>g g>e')],
    ['gateway_direction g'],
  ],
  [
    'one way in and one out',
    [process(scope([start(), node('exclusiveGateway', 'g'), end()], 's>g g>e'))],
    ['gateway_neither_splits_nor_merges g'],
  ],
])

const caught = (id: string, trigger = 'message') =>
  node('intermediateCatchEvent', id, trigger === '' ? '' : `<${trigger}EventDefinition/>`)
const waiting = (attributes: string, ...targets: readonly ReturnType<typeof node>[]) => {
  const flows = targets.map(({ id }) => `g>${id} ${id}>e`).join(' ')
  return process(
    scope([start(), node('eventBasedGateway', 'g', '', attributes), ...targets, end()], `s>g ${flows}`),
  )
}
const starting = (attributes: string) =>
  process(
    scope(
      [node('eventBasedGateway', 'g', '', attributes), caught('c'), caught('d'), task('t')],
      'g>c g>d c>t d>t',
    ),
  )

judges('Event-based gateways §10.6.6', [
  ['message or timer', [waiting('', caught('c'), caught('d', 'timer'))], []],
  ['receive task or signal', [waiting('', node('receiveTask', 'r'), caught('d', 'signal'))], []],
  ['one way out', [waiting('', caught('c'))], ['event_gateway_without_choice g']],
  ['a task', [waiting('', caught('c'), task('t'))], ['event_gateway_target g-t']],
  [
    'a throwing event',
    [waiting('', caught('c'), node('intermediateThrowEvent', 'w'))],
    ['event_gateway_target g-w'],
  ],
  [
    'receive task and message event',
    [waiting('', caught('c'), node('receiveTask', 'r'))],
    ['event_gateway_mixes_receivers g'],
  ],
  [
    'a receive task with a boundary event',
    [
      process(
        scope(
          [
            start(),
            node('eventBasedGateway', 'g'),
            node('receiveTask', 'r'),
            node('receiveTask', 'q'),
            node('boundaryEvent', 'b', '<timerEventDefinition/>', 'attachedToRef="r"'),
            end(),
          ],
          's>g g>r g>q r>e q>e b>e',
        ),
      ),
    ],
    ['event_gateway_target_with_boundary_event r'],
  ],
  [
    'an event that others lead to as well',
    [
      process(
        scope(
          [start(), node('eventBasedGateway', 'g'), caught('c'), caught('d'), end()],
          's>g s>c g>c g>d c>e d>e',
        ),
      ),
    ],
    ['event_gateway_target_with_other_incoming c'],
  ],
  [
    'a condition on a way out',
    [
      process(
        scope(
          [start(), node('eventBasedGateway', 'g'), caught('c'), caught('d'), end()],
          's>g g>c? g>d c>e d>e',
        ),
      ),
    ],
    ['condition_not_here g-c'],
  ],
  ['one that starts the process', [starting('instantiate="true"')], []],
  [
    'one that starts the process with all its events',
    [starting('instantiate="true" eventGatewayType="Parallel"')],
    [],
  ],
  [
    'one that waits for all its events within the process',
    [starting('eventGatewayType="Parallel"')],
    ['parallel_event_gateway_not_instantiating g'],
  ],
  [
    'one that starts the process and is led to',
    [waiting('instantiate="true"', caught('c'), caught('d'))],
    ['instantiating_gateway_with_incoming g'],
  ],
])
