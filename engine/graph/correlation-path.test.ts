import { pathToFeel } from './correlation-path.ts'

test.each([
  ['=order.id + 1', '=order.id + 1'],
  ['orderId', '=orderId'],
  ['order.id', '=order.id'],
  ['/order/id', '=order.id'],
  ['سفارش', '=سفارش'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the expression language of version 7
  ['${order.id}', '=order.id'],
])('the path %s is %s in FEEL', (path, feel) => {
  expect(pathToFeel(path)).toEqual({ ok: true, value: feel })
})

test.each([
  ['', 'it is empty'],
  ['getCustomerId()', 'neither a FEEL expression nor a place'],
  ["bpmn:getDataObject('order')/id", 'neither a FEEL expression nor a place'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the expression language of version 7
  ['${execution.id()}', ''],
])('the path %j has no FEEL', (path, reason) => {
  const read = pathToFeel(path)
  expect(read).toMatchObject({ ok: false, error: expect.stringContaining(reason) })
})
