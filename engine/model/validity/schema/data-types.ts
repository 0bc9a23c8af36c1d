/** Data objects, inputs and outputs. §10.4. Notation: see schema-text.ts. */
export const dataTypes = `
tAssignment < tBaseElement
  from:tExpression to:tExpression
tDataAssociation < tBaseElement
  sourceRef:idref(ItemAwareElement)* targetRef:idref(ItemAwareElement)
  transformation:tFormalExpression? assignment*
tDataInput < tBaseElement
  @name:string @itemSubjectRef:ref(tItemDefinition) @isCollection:boolean
  dataState?
tDataInputAssociation < tDataAssociation
tDataObject < tFlowElement
  @itemSubjectRef:ref(tItemDefinition) @isCollection:boolean
  dataState?
tDataObjectReference < tFlowElement
  @itemSubjectRef:ref(tItemDefinition) @dataObjectRef:idref(tDataObject)
  dataState?
tDataOutput < tBaseElement
  @name:string @itemSubjectRef:ref(tItemDefinition) @isCollection:boolean
  dataState?
tDataOutputAssociation < tDataAssociation
tDataState < tBaseElement
  @name:string
tDataStore < tRootElement
  @name:string @capacity:integer @isUnlimited:boolean @itemSubjectRef:ref(tItemDefinition)
  dataState?
tDataStoreReference < tFlowElement
  @itemSubjectRef:ref(tItemDefinition) @dataStoreRef:ref(tDataStore)
  dataState?
tInputSet < tBaseElement
  @name:string
  dataInputRefs:idref(tDataInput)* optionalInputRefs:idref(tDataInput)*
  whileExecutingInputRefs:idref(tDataInput)* outputSetRefs:idref(tOutputSet)*
tInputOutputBinding < tBaseElement
  @operationRef!:ref(tOperation) @inputDataRef!:idref(tInputSet|tDataInput)
  @outputDataRef!:idref(tOutputSet|tDataOutput)
tInputOutputSpecification < tBaseElement
  dataInput* dataOutput* inputSet+ outputSet+
tOutputSet < tBaseElement
  @name:string
  dataOutputRefs:idref(tDataOutput)* optionalOutputRefs:idref(tDataOutput)*
  whileExecutingOutputRefs:idref(tDataOutput)* inputSetRefs:idref(tInputSet)*
tProperty < tBaseElement
  @name:string @itemSubjectRef:ref(tItemDefinition)
  dataState?
`
