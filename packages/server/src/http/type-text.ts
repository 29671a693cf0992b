type Schema = {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly items?: Schema | false
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
}

const plainName = /^[A-Za-z_$][\w$]*$/

function objectText(schema: Schema): string {
  const required = new Set(schema.required)
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]) =>
      `${plainName.test(name) ? name : JSON.stringify(name)}${required.has(name) ? '' : '?'}: ${typeText(field)}`,
  )
  const others = schema.additionalProperties
  if (others && others !== true && Object.keys(others).length > 0)
    fields.push(`[name: string]: ${typeText(others)}`)
  return fields.length === 0 ? 'object' : `{ ${fields.join(', ')} }`
}

/** The shape that a JSON Schema describes, as a reader of TypeScript would write it; limits are left to the schema. */
export function typeText(schema: Schema): string {
  const either = schema.anyOf ?? schema.oneOf
  if (either) return [...new Set(either.map(typeText))].join(' | ')
  if (schema.allOf) return schema.allOf.map(typeText).join(' & ')
  if ('const' in schema) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.type === 'array') {
    if (schema.prefixItems) return `[${schema.prefixItems.map(typeText).join(', ')}]`
    const item = typeText(schema.items || {})
    return /[|&]/.test(item) && !item.startsWith('{') ? `(${item})[]` : `${item}[]`
  }
  if (schema.type === 'object') return objectText(schema)
  if (schema.type === 'string') return schema.format ?? 'string'
  if (Array.isArray(schema.type)) return schema.type.join(' | ')
  return typeof schema.type === 'string' ? schema.type : 'any'
}
