/** A JUEL expression as a tree. */
export type JuelNode =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'property'; readonly of: JuelNode; readonly name: string }
  | { readonly kind: 'index'; readonly of: JuelNode; readonly at: JuelNode }
  /** `of` is null for a function such as `now()`. */
  | JuelCall
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly of: JuelNode }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: JuelNode
      readonly right: JuelNode
    }
  | {
      readonly kind: 'choice'
      readonly condition: JuelNode
      readonly then: JuelNode
      readonly otherwise: JuelNode
    }

export interface JuelCall {
  readonly kind: 'call'
  readonly of: JuelNode | null
  readonly name: string
  readonly args: readonly JuelNode[]
}

export type UnaryOperator = 'not' | 'minus' | 'empty'
export type BinaryOperator =
  | 'or'
  | 'and'
  | '='
  | '!='
  | '<'
  | '>'
  | '<='
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | 'mod'
