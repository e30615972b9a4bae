/** People of a test: accounts with roles and memberships, and the cookies of their sessions. */
import { randomBytes } from "node:crypto";
import { insertSession } from "db/accounts/sessions.ts";
import { memberships, people, roles } from "db/accounts/tables.ts";
import { cookiesOf, csrfToken } from "server/plugins/session.ts";
import type { MemberRole, Role } from "shared/accounts/rules.ts";
import type { TestApp } from "./app.ts";

export interface NewPerson {
  handle?: string;
  email?: string;
  language?: string;
  passwordHash?: string;
  /** Of an accepted personal application. */
  regions?: string[];
  roles?: Role[];
  memberships?: { organisationId: number; role: MemberRole }[];
  /** Whether the session was opened with a second factor: staff roles sleep without. True unless said. */
  secondFactor?: boolean;
  /** Some time ago unless said: whoever is new waits for approval on the board. */
  joinedAt?: Date;
  /** Writes more on the board than its rules of pace and likeness let anybody: as demonstration people of a load test may. */
  unlimited?: boolean;
}

/** Past the stage of new members. */
const SOME_TIME_MS = 365 * 86_400_000;

export interface SignedIn {
  id: number;
  handle: string;
  email: string;
  sessionId: string;
  /** Headers of the person's requests. */
  as: { cookie: string };
  /** The token that the person's forms carry. */
  csrf: string;
}

/** An account with a session of its own, as if its person had signed in. */
export async function signedIn(test: TestApp, person: NewPerson = {}): Promise<SignedIn> {
  const handle = person.handle ?? `person-${randomBytes(5).toString("hex")}`;
  const email = person.email ?? `${handle}@example.org`;
  const { queries } = test.app.db;
  const [row] = await queries
    .insert(people)
    .values({
      handle,
      email,
      emailVerifiedAt: test.app.now(),
      language: person.language ?? "en",
      regions: person.regions ?? [],
      passwordHash: person.passwordHash ?? null,
      demonstration: person.unlimited ?? false,
      unlimited: person.unlimited ?? false,
      createdAt: person.joinedAt ?? new Date(test.app.now().getTime() - SOME_TIME_MS),
    })
    .returning({ id: people.id });
  const id = row?.id ?? 0;
  for (const role of person.roles ?? []) await queries.insert(roles).values({ personId: id, ...role });
  for (const one of person.memberships ?? [])
    await queries.insert(memberships).values({ personId: id, ...one });
  return { handle, email, ...(await sessionOf(test, id, person.secondFactor ?? true)) };
}

/** A further session of an account. */
export async function sessionOf(
  test: Pick<TestApp, "app">,
  id: number,
  secondFactor = true,
): Promise<Pick<SignedIn, "id" | "sessionId" | "as" | "csrf">> {
  const { app } = test;
  const nonce = app.secrets.newToken();
  const row = { personId: id, nonce, device: "Firefox, Linux", secondFactor, at: app.now() };
  const sessionId = await insertSession(app.db.queries, row);
  const { access, refresh } = cookiesOf(app, { id: sessionId, generation: 0, nonce, personId: id }, false);
  return {
    id,
    sessionId,
    as: { cookie: `session=${access}; refresh=${refresh}` },
    csrf: csrfToken(app, { sessionId }),
  };
}
