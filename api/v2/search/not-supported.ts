import { ApiProblem } from '../../http/api-problem.ts'

/** For what the contract has and this platform cannot answer: saying so, because leaving it out would be wrong. */
export const filterNotSupported = (field: string, remedy: string) =>
  new ApiProblem(400, 'filter_not_supported', `The filter ${field} is not supported here. ${remedy}`)
