/** The log: what happened, never who from where or what they searched for. */
import { type DestinationStream, type Logger, pino } from "pino";

interface LoggedRequest {
  method?: string;
  routeOptions?: { url?: string };
}

interface LoggedError {
  name?: string;
  message?: string;
  code?: string;
  stack?: string;
}

const STANDARD_ERROR = 2;

export function createLogger(
  level: string,
  destination: DestinationStream = pino.destination(STANDARD_ERROR),
): Logger {
  return pino(
    {
      level,
      serializers: {
        // The route, not the address: a query string tells what a person looks for.
        req: (request: LoggedRequest) => ({ method: request.method, route: request.routeOptions?.url }),
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
        err: errorWithoutValues,
      },
    },
    destination,
  );
}

/** A failed query's message and parameters hold what people typed: only its kind and place are kept. */
function errorWithoutValues(error: LoggedError & { query?: string; cause?: LoggedError }) {
  const cause = error.query === undefined ? error : (error.cause ?? {});
  return {
    type: cause.name,
    code: cause.code,
    message: cause.message?.split("\n", 1)[0],
    stack: cause.stack,
  };
}
