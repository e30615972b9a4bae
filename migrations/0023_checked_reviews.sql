-- To look at a review and find nothing new changes none of its facts: its version and its date in feeds stay.
DROP TRIGGER raise_version ON "reviews";
--> statement-breakpoint
CREATE TRIGGER raise_version BEFORE UPDATE ON "reviews" FOR EACH ROW
  WHEN (OLD.checked_on IS NOT DISTINCT FROM NEW.checked_on
    OR to_jsonb(OLD) - 'checked_on' <> to_jsonb(NEW) - 'checked_on')
  EXECUTE FUNCTION raise_version();
