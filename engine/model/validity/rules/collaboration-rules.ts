import { attribute, flag } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { choreographyActivities } from './element-kinds.ts'
import { spoken } from './facts.ts'

const excludedFromGlobalConversation = [
  ...['conversation', 'subConversation', 'callConversation'],
  ...['participantAssociation', 'messageFlowAssociation', 'conversationAssociation'],
  ...['textAnnotation', 'group', 'association'],
]

/** Pools, conversations and choreographies. §9, §11 */
export const collaborationRules: readonly Rule[] = [
  {
    code: 'participant_minimum',
    section: '9.3.1',
    about: ['participantMultiplicity'],
    remedy: 'Set minimum to 0 or more.',
    breach: (multiplicity) =>
      Number(attribute(multiplicity, 'minimum') ?? 0) < 0 ? 'The minimum of participants is negative.' : null,
  },
  {
    code: 'participant_maximum',
    section: '9.3.1',
    about: ['participantMultiplicity'],
    remedy: 'Set maximum to 1 or more, and not below minimum.',
    breach: (multiplicity) => {
      const minimum = Number(attribute(multiplicity, 'minimum') ?? 0)
      const maximum = Number(attribute(multiplicity, 'maximum') ?? 1)
      return maximum < 1 || maximum < minimum
        ? `The maximum of participants is ${maximum}, the minimum ${minimum}.`
        : null
    },
  },
  {
    code: 'global_conversation_content',
    section: '9.5',
    about: ['globalConversation'],
    remedy: 'Use a collaboration.',
    breach: (conversation, files) => {
      const name = excludedFromGlobalConversation.find(
        (one) => files.childrenOf(conversation, one).length > 0,
      )
      return name === undefined ? null : `${spoken(conversation)} contains a ${name}.`
    },
  },
  {
    code: 'conversation_link_ends',
    section: '9.5',
    about: ['conversationLink'],
    remedy: 'Let it connect a conversation with a participant.',
    breach: (link, files) => {
      const ends = [files.follow(link, 'sourceRef'), files.follow(link, 'targetRef')]
      if (ends.includes(null)) return null
      const conversations = ends.filter((end) => end !== null && files.is(end, 'tConversationNode')).length
      return conversations === 1
        ? null
        : `${spoken(link)} connects ${conversations} conversations, expected 1.`
    },
  },
  {
    code: 'choreography_closed_otherwise',
    section: '9.7',
    about: ['collaboration'],
    remedy: 'Give isClosed the same value in both.',
    breach: (collaboration, files) => {
      const other = files
        .followAll(collaboration, 'choreographyRef')
        .find((choreography) => flag(choreography, 'isClosed') !== flag(collaboration, 'isClosed'))
      return other === undefined
        ? null
        : `${spoken(collaboration)} and ${spoken(other)} disagree about being closed.`
    },
  },
  {
    code: 'initiator_does_not_participate',
    section: '11.5',
    about: choreographyActivities,
    remedy: 'Choose one of its participants as the initiating one.',
    breach: (activity, files) => {
      const initiator = files.follow(activity, 'initiatingParticipantRef')
      if (initiator === null || files.followAll(activity, 'participantRef').includes(initiator)) return null
      return `${spoken(activity)} is initiated by ${spoken(initiator)}, which does not take part in it.`
    },
  },
  {
    code: 'choreography_task_participants',
    section: '11.5.1',
    about: ['choreographyTask'],
    remedy: 'Let two participants take part; use a sub-choreography for more.',
    breach: (task, files) => {
      const participants = files.childrenOf(task, 'participantRef').length
      return participants > 2 ? `${spoken(task)} has ${participants} participants, expected 2.` : null
    },
  },
]
