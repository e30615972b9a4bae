-- The host of a published web address, as two spellings of it are compared.
CREATE FUNCTION site_of(website text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT lower(substring(website from '^[Hh][Tt][Tt][Pp][Ss]?://(?:[Ww]{3}\.)?([^/:?#]+)'))
$$;
--> statement-breakpoint
CREATE INDEX "organisations_by_site" ON "organisations" USING btree (site_of(website));
