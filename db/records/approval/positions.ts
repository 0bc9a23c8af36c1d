/** Between two approvers there is room for those to whom the first one's vote is handed over. */
export const positionStep = 100
