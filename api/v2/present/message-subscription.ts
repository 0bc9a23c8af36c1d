import type { Rows } from '../../../engine/ports/rows.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import type { MessageSubscription } from '../../contract/v2/message-subscriptions.ts'
import { keyText } from '../key.ts'

/** A waiting instance as the contract has it. */
export const presentSubscription = (
  row: Rows['subscriptions'],
  processDefinitionId: string,
): MessageSubscription => ({
  messageSubscriptionKey: keyText(row.key),
  processDefinitionId,
  processDefinitionKey: keyText(row.definition),
  processInstanceKey: keyText(row.instance),
  elementId: row.elementId,
  elementInstanceKey: keyText(row.elementInstance),
  messageSubscriptionState: 'CREATED',
  messageName: row.name,
  correlationKey: row.correlationKey,
  tenantId: DEFAULT_TENANT,
})
