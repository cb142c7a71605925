// The one place where the order of the middleware stands, for residents' and staff pages alike:
// headers on every answer → a surprise becomes the problem page → the route. Each route then steers, reads and answers.
import middy from '@middy/core'
import httpRouter from '@middy/http-router'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { BadRequest, type Reply, type Request, requestOf, resultOf, type Takes } from './http.ts'
import { headAsGet } from './middleware/head.ts'
import { type Origins, securityHeaders } from './middleware/headers.ts'
import { type Problems, surprises } from './middleware/surprises.ts'
import { type Addressed, checkedRoutes } from './routes.ts'

export type Stack<Known extends Addressed> = Problems & {
  readonly routes: readonly Known[]
  // Works out who is there and whether they may, then lets the route answer.
  readonly serve: (route: Known, request: Request) => Promise<Reply>
  readonly origins: Origins
  // Forms, where it does not say.
  readonly takes?: Takes
}

export type WebHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

export const webStack = <Known extends Addressed>(stack: Stack<Known>): WebHandler =>
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(headAsGet())
    .use(securityHeaders(stack.origins))
    .use(surprises(stack))
    .handler(
      httpRouter({
        routes: checkedRoutes(stack.routes).map((route) => ({
          method: route.method,
          path: route.path,
          handler: async (event: APIGatewayProxyEventV2) =>
            resultOf(await stack.serve(route, requestOf(event, event.pathParameters ?? {}, stack.takes))),
        })),
        notFoundResponse: notFound(stack.routes),
      }),
    )

// A known address asked with another method is 405; anything else is 404.
const notFound = (routes: readonly Pick<Addressed, 'method' | 'path'>[]) => {
  const patterns = routes.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
  }))
  return ({ path, method }: { readonly path: string; readonly method: string }): never => {
    const known = method === 'GET' ? [] : patterns.filter(({ pattern }) => pattern.test(path))
    throw known.length === 0 ? new BadRequest(404) : new BadRequest(405, allowed(known.map((one) => one.method)))
  }
}

const allowed = (methods: readonly string[]): readonly string[] =>
  ['GET', 'HEAD', 'POST'].filter((method) => methods.includes(method === 'HEAD' ? 'GET' : method))
