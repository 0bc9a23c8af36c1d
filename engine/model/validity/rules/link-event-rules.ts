import type { BpmnFiles } from '../bpmn-files.ts'
import { attribute, idOf, type XmlElement } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { once } from './facts.ts'

/** Off-page connectors: each source link has its target on the same level, and the other way round. §10.5.5 */
export const linkEventRules: readonly Rule[] = [
  {
    code: 'link_without_target',
    section: '10.5.5',
    about: ['linkEventDefinition'],
    remedy: 'Draw the target link with the same name, on the same level.',
    breach: (link, files) => {
      if (link.parent?.name !== 'intermediateThrowEvent' || targetOf(link, files) !== null) return null
      return isPaired(link, 'intermediateCatchEvent', files)
        ? null
        : `The source link ${named(link)} has no target.`
    },
  },
  {
    code: 'link_without_source',
    section: '10.5.5',
    about: ['linkEventDefinition'],
    remedy: 'Draw a source link with the same name, on the same level.',
    breach: (link, files) => {
      if (link.parent?.name !== 'intermediateCatchEvent' || files.followAll(link, 'source').length > 0)
        return null
      return isPaired(link, 'intermediateThrowEvent', files)
        ? null
        : `The target link ${named(link)} has no source.`
    },
  },
  {
    code: 'link_target_disagrees',
    section: '10.5.5',
    about: ['linkEventDefinition'],
    remedy: 'Let the target name this link as a source.',
    breach: (link, files) => {
      const target = targetOf(link, files)
      if (target === null || sources(files).get(target)?.has(link)) return null
      return `${named(link)} leads to ${named(target)}, which does not name it as a source.`
    },
  },
  {
    code: 'link_source_disagrees',
    section: '10.5.5',
    about: ['linkEventDefinition'],
    remedy: 'Let each source name this link as its target.',
    breach: (link, files) => {
      const other = files.followAll(link, 'source').find((source) => targetOf(source, files) !== link)
      return other === undefined
        ? null
        : `${named(link)} names ${named(other)} as a source, which does not lead there.`
    },
  },
  {
    code: 'link_leaves_its_level',
    section: '10.5.5',
    about: ['linkEventDefinition'],
    remedy: 'Put both links into the same process or sub-process.',
    breach: (link, files) => {
      const target = targetOf(link, files)
      if (target === null || levelOf(target) === levelOf(link)) return null
      return `${named(link)} leads to ${named(target)}, which lies on another level.`
    },
  },
  {
    code: 'link_with_several_targets',
    section: '10.5.5',
    about: ['linkEventDefinition'],
    remedy: 'Give each target link a name of its own.',
    breach: (link, files) => {
      if (link.parent?.name !== 'intermediateCatchEvent') return null
      const first = linksByName(files).get(levelOf(link))?.get(pairKey(link, 'intermediateCatchEvent'))
      return first === link ? null : `There is another target link with the name ${attribute(link, 'name')}.`
    },
  },
]

const targetOf = (link: XmlElement, files: BpmnFiles): XmlElement | null => files.followFirst(link, 'target')

/** The links each target link names. */
const sources = once(
  (files) =>
    new Map(files.all('linkEventDefinition').map((link) => [link, new Set(files.followAll(link, 'source'))])),
)

const levelOf = (link: XmlElement): XmlElement | null => link.parent?.parent ?? null

const named = (link: XmlElement): string => attribute(link, 'name') || idOf(link)

const pairKey = (link: XmlElement, event: string): string => `${event} ${attribute(link, 'name')}`

/** The first link of each name on a level, throwing and catching ones apart. */
const linksByName = once((files) => {
  const levels = new Map<XmlElement | null, Map<string, XmlElement>>()
  for (const link of files.all('linkEventDefinition')) {
    const level = levels.get(levelOf(link)) ?? new Map<string, XmlElement>()
    levels.set(levelOf(link), level)
    const key = pairKey(link, link.parent?.name ?? '')
    if (!level.has(key)) level.set(key, link)
  }
  return levels
})

/** Most tools pair links by their name alone and write no `source` and `target`. */
const isPaired = (link: XmlElement, event: string, files: BpmnFiles): boolean =>
  linksByName(files).get(levelOf(link))?.has(pairKey(link, event)) ?? false
