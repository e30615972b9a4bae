/** Events as data. */
import { getEvent, listEvents } from "shared/events/contract.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { eventAt, eventRooms, eventsIn, eventsValidUntil } from "./actions.ts";

export function eventRoutes(app: App): void {
  serve(app, listEvents, eventRooms, async ({ params, query, now }) => {
    const region = regionOf(app, params.region).slug;
    const list = await eventsIn(app, { region, query, now });
    return { ...list, ...(await eventsValidUntil(app, region, now)) };
  });
  serve(app, getEvent, eventRooms, ({ params }) => {
    const region = regionOf(app, params.region).slug;
    return eventAt(app, {
      region,
      slug: params.slug,
      path: (at, slug) => `/api/v1/regions/${at}/events/${slug}`,
    });
  });
}
