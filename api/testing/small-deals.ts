import { z } from 'zod'
import { createOpportunity } from '../../db/records/opportunity/create-opportunity.ts'
import { changeIn } from '../../db/records/reading.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { defineHandlers, transactional } from '../../engine/index.ts'
import { diagram } from '../../engine/testing/diagram.ts'

/** The process that opens a deal, as short as it can be, with its start form. */
const dealDiagram = diagram('opportunity', {
  name: 'Opportunity',
  properties: { 'kartabl:record': 'opportunity', 'kartabl:candidateStarters': 'sales' },
})
  .start('start', { formId: 'start-opportunity' })
  .serviceTask('open', 'open-opportunity')
  .userTask('define-items', { name: 'Define items', candidateGroups: 'sales' })
  .end()
  .toXml()

const lookup = (key: string, record: string) => ({
  type: 'select',
  id: key,
  key,
  label: key,
  properties: { kind: 'lookup', record },
})
const startForm = JSON.stringify({
  type: 'default',
  id: 'start-opportunity',
  components: [
    { ...lookup('partyId', 'party'), validate: { required: true } },
    lookup('contactId', 'contact'),
    { type: 'textfield', id: 'title', key: 'title', label: 'Title', validate: { required: true } },
  ],
})

const Deal = z.object({ partyId: z.string(), contactId: z.string().nullish(), title: z.string() })

/** Opens the deal in the engine's transaction, as the handler of the real process does. */
export const dealHandlers = defineHandlers({
  'open-opportunity': transactional({
    input: Deal,
    output: z.object({ opportunityId: z.string() }),
    async run({ input, tx, now, by, instance }) {
      const deal = await createOpportunity(changeIn(tx, { by, now }), {
        ...{
          title: input.title,
          partyId: Number(input.partyId),
          ownerId: by,
          currency: 'EUR',
          instanceKey: instance,
        },
        contactId: input.contactId ? Number(input.contactId) : null,
      })
      return { opportunityId: String(orRefuse(deal).id) }
    },
  }),
})

/** What must be deployed for `POST /api/records/opportunities`. */
export const dealFiles = [
  { name: 'opportunity.bpmn', content: dealDiagram },
  { name: 'start-opportunity.form', content: startForm },
]
