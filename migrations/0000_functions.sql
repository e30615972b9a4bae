-- What the tables stand on: trigrams, and partial dates as ranges.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE FUNCTION first_day(partial text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT make_date(
    split_part(partial, '-', 1)::int,
    coalesce(nullif(split_part(partial, '-', 2), '')::int, 1),
    coalesce(nullif(split_part(partial, '-', 3), '')::int, 1))
$$;
--> statement-breakpoint
CREATE FUNCTION day_after(partial text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT CASE length(partial)
    WHEN 4 THEN make_date(partial::int + 1, 1, 1)
    WHEN 7 THEN (first_day(partial) + interval '1 month')::date
    ELSE first_day(partial) + 1
  END
$$;
--> statement-breakpoint
-- The days that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` may mean, from its first to its last.
CREATE FUNCTION partial_date_range(starts text, ends text DEFAULT NULL) RETURNS daterange
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN starts IS NOT NULL THEN
    daterange(first_day(starts), greatest(day_after(coalesce(ends, starts)), day_after(starts)))
  END
$$;
