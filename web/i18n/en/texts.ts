import auth from './auth.json'
import bpmn from './bpmn.json'
import errors from './errors.json'
import form from './form.json'
import inbox from './inbox.json'
import instance from './instance.json'
import offer from './offer.json'
import processes from './processes.json'
import records from './records.json'
import shell from './shell.json'
import start from './start.json'
import task from './task.json'

export default { auth, bpmn, errors, form, inbox, instance, offer, processes, records, shell, start, task }
