/** The process that works on deals; its folder has this name. */
export const DEAL_PROCESS = 'opportunity'
