import { z } from 'zod'
import { recordHandler } from '../record-handler.ts'
import { recordId } from '../record-id.ts'
import { preparedSubject, subjectKind, subjects } from './subject.ts'

/** Reads what is to be approved, as it is now: for the matrix, and for those who will be asked. */
export const prepareRound = recordHandler({
  input: z.object({ subjectKind, subjectId: recordId }),
  output: preparedSubject,
  run: (change, input) => subjects[input.subjectKind].prepare(change, input.subjectId),
})
