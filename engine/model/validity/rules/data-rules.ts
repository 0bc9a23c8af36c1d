import { flag, type XmlElement } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { itemOf, sameItem, spoken } from './facts.ts'

/** Data objects and how data move. §10.4.1 */
export const dataRules: readonly Rule[] = [
  {
    code: 'collection_mismatch',
    section: '10.4.1',
    about: ['dataInput', 'dataOutput', 'dataObject'],
    remedy: 'Give isCollection the value it has in the item definition.',
    breach: (data, files) => {
      const item = files.follow(data, 'itemSubjectRef')
      if (item === null || flag(item, 'isCollection') === flag(data, 'isCollection')) return null
      return `${spoken(data)} and its item definition disagree about being a collection.`
    },
  },
  {
    code: 'data_association_types',
    section: '10.4.1',
    about: ['dataInputAssociation', 'dataOutputAssociation'],
    remedy: 'Add a transformation, or give both ends the same item definition.',
    breach: (association, files) => {
      if (files.childrenOf(association, 'transformation').length > 0) return null
      const [target = null] = files.followAll(association, 'targetRef')
      const to = itemOf(target, files)
      const other = files.followAll(association, 'sourceRef').find((source) => {
        const from = itemOf(source, files)
        return from !== null && to !== null && !sameItem(from, to)
      })
      return other === undefined || target === null
        ? null
        : `${spoken(other)} and ${spoken(target)} have different item definitions and nothing transforms one into the other.`
    },
  },
  {
    code: 'data_association_into_another',
    section: '10.4.1',
    about: ['dataInputAssociation'],
    remedy: 'Aim at a data input of the same activity or event.',
    breach: (association, files) => {
      const [target] = files.followAll(association, 'targetRef')
      if (target?.name !== 'dataInput') return null
      const owner = target.parent?.name === 'ioSpecification' ? target.parent.parent : target.parent
      return owner === association.parent
        ? null
        : `It fills ${spoken(target)}, which belongs to another element.`
    },
  },
  {
    code: 'process_data_misused',
    section: '10.4.1',
    about: ['dataInputAssociation', 'dataOutputAssociation'],
    remedy: 'Only read the data inputs of a process, and only write its data outputs.',
    breach: (association, files) => {
      const filled = files.followAll(association, 'targetRef').find((data) => isOfProcess(data, 'dataInput'))
      const read = files.followAll(association, 'sourceRef').find((data) => isOfProcess(data, 'dataOutput'))
      if (filled !== undefined) return `It fills ${spoken(filled)}, which the process is given from outside.`
      return read === undefined ? null : `It reads ${spoken(read)}, which the process gives to the outside.`
    },
  },
  {
    code: 'data_object_state',
    section: '10.4.1',
    about: ['dataObject'],
    remedy: 'Give the state to a reference to the data object.',
    breach: (data, files) =>
      files.childrenOf(data, 'dataState').length > 0
        ? `${spoken(data)} has a state; only references to it can.`
        : null,
  },
  {
    code: 'data_object_reference_item',
    section: '10.4.1',
    about: ['dataObjectReference'],
    remedy: 'Give the item definition to the data object.',
    breach: (reference) =>
      reference.attributes.has('itemSubjectRef')
        ? `${spoken(reference)} has an item definition; only the data object can.`
        : null,
  },
]

const isOfProcess = (data: XmlElement, name: string): boolean =>
  data.name === name && data.parent?.name === 'ioSpecification' && data.parent.parent?.name === 'process'
