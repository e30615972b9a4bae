-- What an address is recognised by: host without "www", path without a slash at its end, parameters in order and without
-- those that only track; neither scheme nor fragment.
CREATE FUNCTION address_key(address text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(parts[1]), '^www\.', '') || regexp_replace(parts[2], '/+$', '') || coalesce('?' || (
    SELECT string_agg(parameter, '&' ORDER BY parameter COLLATE "C")
    FROM regexp_split_to_table(parts[3], '&') AS parameter
    WHERE parameter <> '' AND parameter !~* '^(utm_[^=]*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|yclid|igshid|mc_[ce]id|mkt_tok|_hs(enc|mi)|ref_src|at_(medium|campaign))(=|$)'
  ), '')
  FROM regexp_match(address, '^(?:[a-zA-Z][a-zA-Z0-9+.-]*://)?([^/?#]*)([^?#]*)\??([^#]*)') AS parts
$$;
--> statement-breakpoint
-- That a feed was asked again changes nothing that a curator wrote: only that raises its version.
DROP TRIGGER raise_version ON inbox_feeds;
--> statement-breakpoint
CREATE TRIGGER raise_version BEFORE UPDATE OF title, language, paused, url ON inbox_feeds
  FOR EACH ROW EXECUTE FUNCTION raise_version();
--> statement-breakpoint
DROP INDEX "inbox_items_feed_id_index";--> statement-breakpoint
ALTER TABLE "inbox_feeds" ADD COLUMN "fetching_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "inbox_items_feed_id_state_id_index" ON "inbox_items" USING btree ("feed_id","state","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_address" ON "articles" USING btree (address_key(url));