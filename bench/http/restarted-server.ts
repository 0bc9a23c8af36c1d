/** The server as a process of its own: says on which port it listens. Arguments: database, secret of its tokens. */
import { openDatabase } from '../../db/connection/open-database.ts'
import { serve } from './served.ts'

const [, , url = '', secret = ''] = process.argv
const database = await openDatabase(url)
const { port } = await serve(database, database.store, secret)
console.log(port)
