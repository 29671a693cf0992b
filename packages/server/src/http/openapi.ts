import { problemSchema, routes, type RouteContract } from '@allmende/wire'
import { z } from 'zod'
import { answerDays, idempotencyKeyMax } from './idempotency.ts'

type Json = Record<string, unknown>

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

function parametersOf(route: RouteContract): Json[] {
  const part = (schema: z.ZodObject | undefined, where: 'path' | 'query') =>
    Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
      name,
      in: where,
      required: where === 'path' || !(field as z.ZodType).safeParse(undefined).success,
      schema: schemaOf(field as z.ZodType, 'input'),
    }))
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: `A new UUID for each new request; the same one when you repeat it. Answers are repeated for ${answerDays} days; later the key is refused, and nothing is done twice.`,
    schema: { type: 'string', maxLength: idempotencyKeyMax },
  }
  return [
    ...part(route.params, 'path'),
    ...part(route.query, 'query'),
    ...(route.method === 'post' ? [key] : []),
  ]
}

function repliesOf(route: RouteContract): Json {
  const problem = {
    description: 'Refused, with a stable code and what to do',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  const content = route.reply
    ? { 'application/json': { schema: schemaOf(route.reply, 'output') } }
    : route.replyType
      ? { [route.replyType]: { schema: { type: 'string', format: 'binary' } } }
      : undefined
  return {
    [String(route.status)]: { description: route.summary, ...(content ? { content } : {}) },
    default: problem,
  }
}

function operationOf(route: RouteContract): Json {
  const body = route.bodyType
    ? { [route.bodyType]: { schema: { type: 'string', format: 'binary' } } }
    : route.body
      ? { 'application/json': { schema: schemaOf(route.body, 'input') } }
      : undefined
  return {
    operationId: route.operation,
    tags: [route.room],
    summary: route.summary,
    parameters: parametersOf(route),
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: repliesOf(route),
    security: route.who === 'public' ? [] : [{ bearer: [route.scope] }],
  }
}

/** The API described in OpenAPI 3.1, from the same contract that serves it. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of Object.values(routes)) {
    const path = (paths[route.path] ??= {})
    path[route.method] = operationOf(route)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Allmende',
      version,
      description:
        'Pool scarce AI compute in an alliance and share it lawfully, fairly and verifiably. Errors are RFC 9457 problem details.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  }
}
