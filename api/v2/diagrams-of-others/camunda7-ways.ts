import type { Values } from '../../contract/primitives.ts'
import type { Way } from './way.ts'

const onceWith = (name: string, byApplication: Way['byApplication'], ...ends: string[]): Way => ({
  ...{ name, ends: [ends] },
  ...(byApplication === undefined ? {} : { byApplication }),
})

const onboarding: Values = {
  ...{ gotoTax: 'no', gotoCompliance: 'no', taxApproved: 'yes', complianceApproved: 'yes' },
  droolsCountry: { highRisk: false },
}

const invoice: readonly Way[] = [
  onceWith(
    'approved',
    { assignApprover: { approver: 'sara' }, approveInvoice: { approved: true } },
    'invoiceProcessed',
  ),
  onceWith(
    'neither approved nor clarified',
    {
      assignApprover: { approver: 'sara' },
      approveInvoice: { approved: false },
      reviewInvoice: { clarified: 'no' },
    },
    'invoiceNotProcessed',
  ),
]

/** How the diagrams of version 7 are run: most of their forms are not the platform's. */
export const camunda7Ways: Readonly<Record<string, readonly Way[]>> = {
  'Checkin.bpmn': [
    {
      name: 'a guest with a gold card',
      variables: { bookingInfo: { clubMembership: 'Gold', email: 'ada@example.org', roomType: 'Suite' } },
      ends: [['Event_0ch3vv3']],
    },
  ],
  'OrderConfirmation.bpmn': [
    onceWith('approved', { approve_order: { orderApproved: true } }, 'EndEvent_1'),
    onceWith('refused', { approve_order: { orderApproved: false } }, 'endevent1'),
  ],
  'OrderProcess.bpmn': [
    onceWith('worked', undefined, 'EndEvent_0uju72w'),
    {
      name: 'throws errorGoodsNotAvailable',
      workers: { createShipment: [{ do: 'throwError', errorCode: 'errorGoodsNotAvailable' }] },
      ends: [['EndEvent_0gngboi']],
    },
  ],
  'VacationRequest.bpmn': [
    {
      ...onceWith('approved', undefined, 'EndEvent_1'),
      entries: { UserTask_1: { approved: true } },
      variables: { name: 'Ada', startDate: '2026-03-01', duration: 5 },
    },
    {
      ...onceWith('refused', undefined, 'EndEvent_2'),
      entries: { UserTask_1: { approved: false } },
      variables: { name: 'Ada', startDate: '2026-03-01', duration: 5 },
    },
  ],
  'additional-approval.bpmn': [
    onceWith('approved', { Task_1: { approved: true } }, 'EndEvent_1'),
    {
      ...onceWith('approved additionally', { UserTask_2: { approved: true } }, 'EndEvent_1'),
      variables: { businessKey: 'b-1' },
      messages: [{ name: 'additionalApprovalMessage', correlationKey: 'b-1' }],
    },
  ],
  'camunda-invoice-en.bpmn': invoice,
  'camunda-invoice-en-collaboration.bpmn': invoice,
  'counterparty-onboarding.bpmn': [
    { ...onceWith('nothing to look at', undefined, 'EndEvent_1'), variables: onboarding },
    {
      ...onceWith('refused by the tax department', { UserTask_3: { taxApproved: 'no' } }, 'EndEvent_2'),
      variables: { ...onboarding, gotoTax: 'yes' },
    },
    {
      ...onceWith(
        'an override is asked for and rejected',
        { Task_1: { overrideApproved: 'no' } },
        'EndEvent_1',
        'EndEvent_3',
      ),
      variables: onboarding,
      messages: [{ name: 'override', correlationKey: '' }],
    },
  ],
  'doctorInformationRequest.bpmn': [
    onceWith('no letter comes for a minute', undefined, 'EndEvent_2'),
    {
      ...onceWith('the letter comes', undefined, 'EndEvent_1'),
      messages: [{ name: 'ReceiveTask_1', correlationKey: '', at: 'ReceiveTask_1' }],
    },
  ],
  'incidentManagement.bpmn': [
    onceWith(
      'solved at once',
      { 'sid-1176BE1D-E971-49F0-8FB0-F44BCCF551CD': { solved1stLevel: true } },
      'sid-DC281212-C438-444A-98DB-CB182A90E4BC',
    ),
    onceWith(
      'not solved by the second level either',
      {
        'sid-1176BE1D-E971-49F0-8FB0-F44BCCF551CD': { solved1stLevel: false },
        'sid-BACD0626-42E9-4853-A912-E332374B3E09': { solved2ndLevel: false },
      },
      'sid-DC281212-C438-444A-98DB-CB182A90E4BC',
    ),
  ],
  'multiInstanceRecursive.bpmn': [onceWith('worked', undefined, 'EndEvent_1', 'EndEvent_2', 'EndEvent_3')],
  'open-account-errorhandling.bpmn': [
    onceWith('approved', { check_documents: { approved: true } }, 'order_processed'),
    {
      ...onceWith('a duplicate', { check_documents: { approved: true } }, 'EndEvent_1'),
      workers: { accountSetupDelegate: [{ do: 'throwError', errorCode: 'duplicateApplication' }] },
    },
    {
      ...onceWith(
        'refused, told at the second try',
        { check_documents: { approved: false } },
        'order_processed',
      ),
      workers: { customerNotificationDelegate: [{ do: 'fail', retries: 4, backOff: 10_000 }] },
    },
  ],
  'ssi-approval.bpmn': [
    onceWith('approved', { UserTask_1: { ssiApproved: 'yes' } }, 'EndEvent_1'),
    onceWith('refused', { UserTask_1: { ssiApproved: 'no' } }, 'EndEvent_2'),
  ],
  'video-publishing.bpmn': [
    { ...onceWith('small enough', undefined, 'EndEvent_1gt65b5'), variables: { video: 'v-1', fileSize: 5 } },
    { ...onceWith('too large', undefined, 'EndEvent_0094en0'), variables: { video: 'v-1', fileSize: 500 } },
  ],
}
