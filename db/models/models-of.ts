import type { Sequelize } from 'sequelize'
import { defineApprovalCase } from './approval-case.ts'
import { defineApprovalVote } from './approval-vote.ts'
import { defineAuditEntry } from './audit-entry.ts'
import { defineCalendar } from './calendar.ts'
import { defineCompany } from './company.ts'
import { defineContact } from './contact.ts'
import { defineCustomerGroup } from './customer-group.ts'
import { defineLoginEntry } from './login-entry.ts'
import { defineLostReason } from './lost-reason.ts'
import { defineMembership } from './membership.ts'
import { defineNumberSequence } from './number-sequence.ts'
import { defineOpportunity } from './opportunity.ts'
import { defineOpportunityItem } from './opportunity-item.ts'
import { defineParty } from './party.ts'
import { defineProduct } from './product.ts'
import { defineProductPrice } from './product-price.ts'
import { defineRefreshToken } from './refresh-token.ts'
import { defineSubstitution } from './substitution.ts'
import { defineTaskDraft } from './task-draft.ts'
import { defineUnit } from './unit.ts'
import { defineUser } from './user.ts'
import { defineUserRole } from './user-role.ts'

/** All models of one database. */
export type Models = ReturnType<typeof defineModels>

const modelsBySequelize = new WeakMap<Sequelize, Models>()

/** The models of this database; defined when first asked for, since a process may have several databases open. */
export function modelsOf(sequelize: Sequelize): Models {
  const known = modelsBySequelize.get(sequelize)
  if (known !== undefined) return known
  const models = defineModels(sequelize)
  modelsBySequelize.set(sequelize, models)
  return models
}

const defineModels = (sequelize: Sequelize) => ({
  unit: defineUnit(sequelize),
  user: defineUser(sequelize),
  membership: defineMembership(sequelize),
  userRole: defineUserRole(sequelize),
  substitution: defineSubstitution(sequelize),
  refreshToken: defineRefreshToken(sequelize),
  loginEntry: defineLoginEntry(sequelize),
  company: defineCompany(sequelize),
  calendar: defineCalendar(sequelize),
  taskDraft: defineTaskDraft(sequelize),
  customerGroup: defineCustomerGroup(sequelize),
  party: defineParty(sequelize),
  contact: defineContact(sequelize),
  product: defineProduct(sequelize),
  productPrice: defineProductPrice(sequelize),
  opportunity: defineOpportunity(sequelize),
  opportunityItem: defineOpportunityItem(sequelize),
  lostReason: defineLostReason(sequelize),
  approvalCase: defineApprovalCase(sequelize),
  approvalVote: defineApprovalVote(sequelize),
  auditEntry: defineAuditEntry(sequelize),
  numberSequence: defineNumberSequence(sequelize),
})
