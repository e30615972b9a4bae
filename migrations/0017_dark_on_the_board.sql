CREATE INDEX "posts_of_organisation" ON "posts" USING btree ("organisation_id") WHERE "posts"."organisation_id" is not null;--> statement-breakpoint
CREATE INDEX "threads_of_organisation" ON "threads" USING btree ("organisation_id") WHERE "threads"."organisation_id" is not null;--> statement-breakpoint
-- A CSO that hides itself is named nowhere on the board, from that moment on and whoever hid it; and everywhere again when it comes back.
CREATE FUNCTION without_dark(post bigint, words text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE dark text;
BEGIN
  FOR dark IN SELECT o.slug FROM mentions m JOIN organisations o ON o.id = m.organisation_id
    WHERE m.post_id = post AND o.status = 'hidden'
  LOOP
    words := regexp_replace(words, '<a [^>]*/organisations/' || dark || '"[^>]*>[^<]*</a>', '@…', 'gi');
    words := regexp_replace(words, '@' || dark || '(?![[:alnum:]_]|-[[:alnum:]])', '@…', 'gi');
  END LOOP;
  RETURN words;
END $$;
--> statement-breakpoint
CREATE FUNCTION show_dark_on_the_board() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE threads SET version = version + 1, own_version = version + 1 WHERE organisation_id = NEW.id;
  WITH hit AS (
      SELECT id, thread_id, row_number() OVER (PARTITION BY thread_id ORDER BY number) AS place,
        count(*) OVER (PARTITION BY thread_id) AS many
      FROM posts WHERE organisation_id = NEW.id OR id IN (SELECT post_id FROM mentions WHERE organisation_id = NEW.id)),
    raised AS (
      UPDATE threads t SET version = t.version + h.many FROM (SELECT DISTINCT thread_id, many FROM hit) h
      WHERE t.id = h.thread_id RETURNING t.id, t.version - h.many AS base),
    changed AS (
      UPDATE posts p SET version = raised.base + hit.place FROM hit JOIN raised ON raised.id = hit.thread_id
      WHERE p.id = hit.id RETURNING p.id)
  INSERT INTO post_work (kind, post_id) SELECT 'find', id FROM changed;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER dark_on_the_board AFTER UPDATE OF status ON organisations FOR EACH ROW
  WHEN ((OLD.status = 'hidden') <> (NEW.status = 'hidden')) EXECUTE FUNCTION show_dark_on_the_board();
